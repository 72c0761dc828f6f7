import type { Button } from "../../../src/bots/port/chat-port.ts";
import { GestureFace } from "../gesture-face.tsx";
import { Icon } from "../icons.tsx";
import { useOwnMovements } from "../movements/movements.ts";
import { isOwn, withOwn } from "../movements/own-gestures.ts";
import { Popover } from "../popover.tsx";
import { useSay } from "../say.ts";
import { buttonsOf, titleOf } from "../sheets.ts";
import { ChipWord } from "./chip-word.tsx";
import type { Choosing } from "./choosing.ts";
import { usePeak } from "./peak.ts";

/** Gestures that are seen without asking for more. */
const FIRST = 4;

/** The gestures: a few, and all of them behind one more button. */
export function Gestures({ choosing }: { readonly choosing: Choosing }) {
  const say = useSay();
  const { about } = choosing;
  const { kept } = useOwnMovements();
  const all = withOwn(buttonsOf(about, "gestures"), kept);
  const label = titleOf(about, "gestures") || say("page-gestures");
  const chips = (buttons: readonly Button[], closes: boolean) =>
    buttons.map((button) => <GestureChip key={button.gesture} {...{ button, all, choosing, closes }} />);
  return (
    <div class="gestures" role="group" aria-label={label}>
      {all.length === 0
        ? Array.from({ length: FIRST }, (_, i) => (
            <span key={i} class="chip blank">
              <span class="chip-picture" />
            </span>
          ))
        : chips(firstOf(all, choosing), false)}
      <Popover
        class="chip"
        label={label}
        disabled={all.length <= FIRST}
        face={
          <>
            <span class="chip-picture">
              <Icon name="more" />
            </span>
            <span class="chip-word">{say("page-more")}</span>
          </>
        }
      >
        <div class="gestures all">{chips(all, true)}</div>
      </Popover>
    </div>
  );
}

/** The first few; the one that is shown among them. */
function firstOf(all: readonly Button[], { isChosen }: Choosing): readonly Button[] {
  const first = all.slice(0, FIRST);
  const current = all.find((button) => isChosen(button, all));
  return current === undefined || first.includes(current) ? first : [...first.slice(0, -1), current];
}

interface GestureChipProps {
  readonly button: Button;
  readonly all: readonly Button[];
  readonly choosing: Choosing;
  /** It closes the panel that it is in. */
  readonly closes: boolean;
}

/** A gesture: what its clip shows at its widest moment where that was made, else a drawn face that makes it, or the sign of a film. */
function GestureChip({ button, all, choosing, closes }: GestureChipProps) {
  const { label, data, gesture = "" } = button;
  const peak = usePeak(choosing.madeBy(data)?.clipUrl ?? null);
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={choosing.isChosen(button, all)}
      aria-busy={choosing.isInWork(data)}
      data-closes={closes ? "" : undefined}
      onClick={() => choosing.choose(data)}
    >
      <span class="chip-picture">
        {peak !== null ? (
          <img src={peak} alt="" />
        ) : isOwn(gesture) ? (
          <Icon name="film" />
        ) : (
          <GestureFace gesture={gesture} />
        )}
      </span>
      <ChipWord word={label} small={isOwn(gesture)} />
    </button>
  );
}
