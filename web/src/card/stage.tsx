import { useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import type { Box } from "../../../src/pipeline/types.ts";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";
import { buttonsOf, type Sheet } from "../sheets.ts";
import { FrameDialog } from "./frame-dialog.tsx";
import { useHold } from "./hold.ts";
import { Player } from "./player.tsx";
import { Still } from "./still.tsx";
import { Trouble } from "./trouble.tsx";

interface StageProps {
  readonly sheet: Sheet;
  /** The clip that is seen. */
  readonly shown: PageMessage | undefined;
  /** What the controls are about: what is seen, or what is being made. */
  readonly about: PageMessage;
  readonly onCancel: (work: PageMessage | undefined) => void;
  readonly onRemove: () => void;
  /** Has the photo looked at again, round a face that somebody has drawn a frame round. */
  readonly onFrame: (box: Box) => void;
}

/** What a frame round the face may mend. */
const UNSEEN: readonly (string | undefined)[] = ["error-noFace", "error-faceTooSmall"];

/**
 * The clip; until there is one, as much of the photo as it will show. What is being made tells at its lower edge how it gets on, and
 * while it is held it shows what was before.
 */
export function Stage({ sheet, shown, about, onCancel, onRemove, onFrame }: StageProps) {
  const say = useSay();
  const { held, clip, button } = useHold();
  const [drawing, setDrawing] = useState(false);
  const [putAway, setPutAway] = useState<string | null>(null);
  const { photo, preview, work, trouble, coming } = sheet;
  const [first] = work;
  const name = photo.name ?? say("page-photo");
  const isTroubled = trouble !== null && first === undefined && trouble.id !== putAway && isNewer(trouble, shown);
  return (
    <div class="stage" {...clip}>
      {shown === undefined ? (
        <Still photo={photo} preview={preview} of={about} label={name} />
      ) : (
        <Player key={shown.id} message={shown} />
      )}
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
      {(coming || first !== undefined) && (
        <Progress
          text={first?.text ?? say("page-sending")}
          percent={first?.percent}
          others={work.length - 1}
          onCancel={coming || buttonsOf(first, "actions").length > 0 ? () => onCancel(first) : undefined}
        />
      )}
      {isTroubled && (
        <Trouble
          trouble={trouble}
          onPutAway={shown === undefined ? undefined : () => setPutAway(trouble.id)}
          onRemove={shown === undefined ? onRemove : undefined}
          onFrame={UNSEEN.includes(trouble.means?.key) && shown === undefined ? () => setDrawing(true) : undefined}
        />
      )}
      {drawing && <FrameDialog photo={photo} onGone={() => setDrawing(false)} onUse={onFrame} />}
    </div>
  );
}

function isNewer(message: PageMessage, other: PageMessage | undefined): boolean {
  return other === undefined || message.at >= other.at;
}

interface ProgressProps {
  readonly text: string;
  readonly percent: number | undefined;
  /** How many more are being made. */
  readonly others: number;
  readonly onCancel: (() => void) | undefined;
}

/** How the work gets on, at the edge of what is made. */
function Progress({ text, percent, others, onCancel }: ProgressProps) {
  const say = useSay();
  return (
    <div class="progress">
      <p>
        {text}
        {others > 0 && <span class="others"> +{others}</span>}
      </p>
      {onCancel !== undefined && (
        <button type="button" onClick={onCancel}>
          {say("button-cancel")}
        </button>
      )}
      <progress max="100" value={percent} aria-label={say("page-progress")} />
    </div>
  );
}
