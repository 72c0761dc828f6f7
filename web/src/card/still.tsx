import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { percent } from "../figures.ts";
import { faceOf, isNear } from "../sheets.ts";

interface StillProps {
  readonly photo: PageMessage;
  readonly preview: string | null;
  /** The message whose close-up, or whole photo, is shown of the photo. */
  readonly of: PageMessage | undefined;
  /** Empty where it lies under what shows the same. */
  readonly label: string;
}

/** As much of the photo as a clip of it shows. */
export function Still({ photo, preview, of, label }: StillProps) {
  const { pictureUrl, size } = photo;
  const address = pictureUrl ?? preview;
  if (address === null) return <div class="still blank" />;
  const near = isNear(of) ? faceOf(photo, of)?.near : undefined;
  if (near === undefined || size === undefined) {
    return <img class="still whole" src={address} alt={label} onError={hide} />;
  }
  const style = {
    width: percent(size.width, near.width),
    left: percent(-near.x, near.width),
    top: percent(-near.y, near.height),
  };
  return (
    <div class="still">
      <img src={address} alt={label} style={style} />
    </div>
  );
}

/** What this browser cannot show, such as HEIC in most, leaves its place empty until the server has read it. */
function hide({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.style.visibility = "hidden";
}
