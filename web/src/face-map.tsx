import type { FaceSpot } from "../../src/bots/port/chat-port.ts";
import type { PageMessage } from "../../src/bots/web/protocol.ts";
import { useSay } from "./say.ts";

interface FaceMapProps {
  readonly photo: PageMessage;
  readonly spots: readonly FaceSpot[];
  readonly onTap: (data: string) => void;
}

/** The photo as it was posted. Where there is a choice, its faces are outlined, numbered, and can be tapped. */
export function FaceMap({ photo, spots, onTap }: FaceMapProps) {
  const say = useSay();
  const { size, pictureUrl } = photo;
  if (size === undefined || pictureUrl === null) return null;
  return (
    <figure
      class="photo"
      style={{ aspectRatio: `${size.width} / ${size.height}`, "--ratio": size.width / size.height }}
    >
      <img src={pictureUrl} alt={say("page-photo")} width={size.width} height={size.height} />
      {spots.map(({ label, data, current, box }) => (
        <button
          key={label}
          type="button"
          class="spot"
          aria-pressed={current === true}
          aria-label={`${say("page-face")} ${label}`}
          style={{
            left: percent(box.x, size.width),
            top: percent(box.y, size.height),
            width: percent(box.width, size.width),
            height: percent(box.height, size.height),
          }}
          onClick={() => onTap(data)}
        >
          <span aria-hidden="true">{label}</span>
        </button>
      ))}
    </figure>
  );
}

function percent(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}
