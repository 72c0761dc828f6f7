import { useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";
import { buttonsOf, type Sheet } from "../sheets.ts";
import { useHold } from "./hold.ts";
import { Player } from "./player.tsx";
import { Progress, UploadProgress } from "./progress.tsx";
import { Still } from "./still.tsx";
import { Trouble } from "./trouble.tsx";

interface StageProps {
  readonly sheet: Sheet;
  /** The clip that is seen. */
  readonly shown: PageMessage | undefined;
  /** What the controls are about: what is seen, or what is being made. */
  readonly about: PageMessage;
  /** Why there is no other clip; null where there is none, or where it is told elsewhere. */
  readonly trouble: PageMessage | null;
  readonly onCancel: (work: PageMessage) => void;
  /** Takes out a photo that is still on its way. */
  readonly onTakeOut: () => void;
  readonly onRemove: () => void;
}

/**
 * The clip; until there is one, as much of the photo as it will show. What is being made tells at its lower edge how it gets on, and
 * while it is held it shows what was before.
 */
export function Stage({ sheet, shown, about, trouble, onCancel, onTakeOut, onRemove }: StageProps) {
  const say = useSay();
  const { held, clip, button } = useHold();
  const [putAway, setPutAway] = useState<string | null>(null);
  const { photo, preview, work, upload } = sheet;
  const [first] = work;
  const name = photo.name ?? say("page-photo");
  return (
    <div class="stage" {...clip}>
      {/* Under a clip, too: it is seen until the clip's first frame is there. */}
      <Still photo={photo} preview={preview} of={shown ?? about} label={shown === undefined ? name : ""} />
      {shown !== undefined && <Player key={shown.id} message={shown} />}
      {shown !== undefined && held && (
        <div class="before-layer">
          <Still photo={photo} preview={preview} of={shown} label={name} />
        </div>
      )}
      {shown !== undefined && (
        <button
          type="button"
          class="round before"
          aria-pressed={held}
          aria-label={say("page-before")}
          title={say("page-before")}
          {...button}
        >
          <Icon name="before" />
        </button>
      )}
      {upload !== null && <UploadProgress upload={upload} onTakeOut={onTakeOut} />}
      {first !== undefined && (
        <Progress
          text={first.text}
          percent={first.percent}
          others={work.length - 1}
          onCancel={buttonsOf(first, "actions").length > 0 ? () => onCancel(first) : undefined}
        />
      )}
      {trouble !== null && first === undefined && trouble.id !== putAway && isNewer(trouble, shown) && (
        <Trouble
          text={trouble.text}
          remedies={shown === undefined ? [{ label: say("page-remove"), act: onRemove }] : []}
          onPutAway={shown === undefined ? undefined : () => setPutAway(trouble.id)}
        />
      )}
    </div>
  );
}

function isNewer(message: PageMessage, other: PageMessage | undefined): boolean {
  return other === undefined || message.at >= other.at;
}
