import { useRef } from "preact/hooks";
import type { Button } from "../../../src/bots/port/chat-port.ts";
import type { PageFace } from "../../../src/bots/web/protocol.ts";
import { percent } from "../figures.ts";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";
import { buttonsOf, type Sheet } from "../sheets.ts";
import type { Choosing } from "./choosing.ts";
import { stepFrom } from "./face-steps.ts";

interface FacesProps {
  readonly sheet: Sheet;
  readonly choosing: Choosing;
}

/** Wide enough for a finger, in CSS pixels: a photo whose faces would be smaller is enlarged, and can be moved about. */
const FINGER = 30;
/** How far, at most. */
const MOST_ENLARGED = 2.5;

/** The photo, in which one taps who is to move; and everyone. Not there where there is no choice. */
export function Faces({ sheet, choosing }: FacesProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const { photo } = sheet;
  const { size, pictureUrl, faces = [] } = photo;
  if (size === undefined || pictureUrl === null || faces.length < 2) return null;
  const buttons = buttonsOf(choosing.about, "faces");
  const [everyone] = buttonsOf(choosing.about, "everyone");
  const stop = Math.max(
    0,
    faces.findIndex(({ label }) => {
      const button = buttons.find((one) => one.label === label);
      return button !== undefined && choosing.isChosen(button, buttons);
    }),
  );
  const ratio = size.width / size.height;
  const width = `min(100% * ${MOST_ENLARGED}, max(100%, ${FINGER}px * ${(size.width / medianWidth(faces)).toFixed(2)}))`;
  return (
    <section class="faces" aria-label={say("page-faces")}>
      <div class="faces-head">
        <p>{say("page-tap-face")}</p>
        {everyone !== undefined && (
          <button
            type="button"
            class="pill"
            aria-pressed={choosing.isChosen(everyone, [everyone])}
            aria-busy={choosing.isInWork(everyone.data)}
            onClick={() => choosing.choose(everyone.data)}
          >
            <Icon name="everyone" />
            {everyone.label}
          </button>
        )}
      </div>
      <div class="faces-window" style={{ "--ratio": ratio }}>
        <div class="map" ref={list} role="group" aria-label={say("page-faces")} style={{ width, aspectRatio: ratio }}>
          <img src={pictureUrl} alt={photo.name ?? say("page-photo")} />
          {faces.map((face, i) => (
            <Spot
              key={face.label}
              face={face}
              size={size}
              button={buttons.find(({ label }) => label === face.label)}
              buttons={buttons}
              choosing={choosing}
              isStop={i === stop}
              onKey={(event) => {
                const to = stepFrom(faces, i, event.key);
                if (event.key.startsWith("Arrow")) event.preventDefault();
                if (to !== undefined) list.current?.querySelectorAll<HTMLElement>(".spot")[to]?.focus();
              }}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

interface SpotProps {
  readonly face: PageFace;
  readonly size: { readonly width: number; readonly height: number };
  readonly button: Button | undefined;
  readonly buttons: readonly Button[];
  readonly choosing: Choosing;
  /** The tabulator stops here; from there the arrows lead on. */
  readonly isStop: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
}

function Spot({ face: { label, box }, size, button, buttons, choosing, isStop, onKey }: SpotProps) {
  const say = useSay();
  const style = {
    left: percent(box.x, size.width),
    top: percent(box.y, size.height),
    width: percent(box.width, size.width),
    height: percent(box.height, size.height),
  };
  return (
    <button
      type="button"
      class="spot"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={button !== undefined && choosing.isChosen(button, buttons)}
      aria-busy={button !== undefined && choosing.isInWork(button.data)}
      aria-label={`${say("page-face")} ${label}`}
      style={style}
      onClick={() => button !== undefined && choosing.choose(button.data)}
      onKeyDown={onKey}
    >
      <span aria-hidden="true">{label}</span>
    </button>
  );
}

function medianWidth(faces: readonly PageFace[]): number {
  const widths = faces.map(({ box }) => box.width).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 1;
}
