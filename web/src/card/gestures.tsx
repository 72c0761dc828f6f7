import type { Button } from "../../../src/bots/port/chat-port.ts";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { GestureFace } from "../gesture-face.tsx";
import { Icon } from "../icons.tsx";
import { useOwnMovements } from "../movements/movements.ts";
import { isOwn, withOwn } from "../movements/own-gestures.ts";
import { Popover } from "../popover.tsx";
import { useSay } from "../say.ts";
import { buttonsOf, gestureOf, titleOf } from "../sheets.ts";
import { ChipWord } from "./chip-word.tsx";
import type { Choosing } from "./choosing.ts";
import { MoveLikeMe } from "./move-like-me.tsx";
import { usePeak } from "./peak.ts";

/** What is seen without asking for more: gestures, and the ways to one's own. */
const FIRST = 4;

interface GesturesProps {
  readonly choosing: Choosing;
  readonly photo: PageMessage;
  readonly onNews: (what: unknown) => void;
}

/** The gestures: a few, the way to one's own, and all of them behind one more button. */
export function Gestures({ choosing, photo, onNews }: GesturesProps) {
  const say = useSay();
  const { about } = choosing;
  const { kept } = useOwnMovements();
  const all = withOwn(buttonsOf(about, "gestures"), kept);
  const shown = gestureOf(choosing.shown);
  const unkept = isOwn(shown) && !kept.some(({ gesture }) => gesture === shown) ? shown : null;
  const few = FIRST - (unkept === null ? 1 : 2);
  const label = titleOf(about, "gestures") || say("page-gestures");
  const chips = (buttons: readonly Button[], closes: boolean) =>
    buttons.map((button) => <GestureChip key={button.gesture} {...{ button, all, choosing, closes }} />);
  return (
    <div class="gestures" role="group" aria-label={label}>
      {all.length === 0
        ? Array.from({ length: few }, (_, i) => (
            <span key={i} class="chip blank">
              <span class="chip-picture" />
            </span>
          ))
        : chips(firstOf(all, few, choosing), false)}
      <MoveLikeMe choosing={choosing} photo={photo} unkept={unkept} onNews={onNews} />
      <Popover
        class="chip"
        label={label}
        disabled={all.length <= few}
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
function firstOf(all: readonly Button[], count: number, { isChosen }: Choosing): readonly Button[] {
  const first = all.slice(0, count);
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

/** A gesture: what its clip shows at its widest moment where that was made, else a drawn face that makes it. */
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
      <span class="chip-picture">{peak === null ? <GestureFace gesture={gesture} /> : <img src={peak} alt="" />}</span>
      <ChipWord word={label} small={isOwn(gesture)} />
    </button>
  );
}
