import { useState } from "preact/hooks";
import { type AlbumClip, REEL_CLIPS } from "../../src/bots/web/protocol.ts";
import { makeReel } from "./album-calls.ts";
import { captionOf } from "./caption.ts";
import { nameOf } from "./kept-card.tsx";
import { useSay } from "./say.ts";

interface ReelBarProps {
  /** The clips that were chosen, in their order. */
  readonly clips: readonly AlbumClip[];
  readonly onOrder: (ids: readonly string[]) => void;
  readonly onEnd: () => void;
  readonly onMade: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Where a reel is put together: the chosen clips, which can be moved and left out. */
export function ReelBar({ clips, onOrder, onEnd, onMade, onTrouble }: ReelBarProps) {
  const say = useSay();
  const [sending, setSending] = useState(false);
  const make = async (): Promise<void> => {
    setSending(true);
    try {
      await makeReel(await Promise.all(clips.map(async (clip) => ({ kept: clip.id, caption: await captionOf(clip) }))));
      onMade();
    } catch (error) {
      onTrouble(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <section class="reel-bar" aria-label={say("page-reel")}>
      {clips.length === 0 ? <p>{say("page-reel-how")}</p> : <Order clips={clips} onOrder={onOrder} />}
      <div class="row">
        <button
          type="button"
          class="main"
          aria-busy={sending}
          disabled={clips.length < REEL_CLIPS.least || clips.length > REEL_CLIPS.most}
          onClick={() => !sending && void make()}
        >
          {say("page-reel-make")}
        </button>
        <button type="button" onClick={onEnd}>
          {say("page-close")}
        </button>
      </div>
    </section>
  );
}

function Order({ clips, onOrder }: Pick<ReelBarProps, "clips" | "onOrder">) {
  const say = useSay();
  const ids = clips.map(({ id }) => id);
  const move = (at: number, by: number): void => {
    const order = [...ids];
    const [id] = order.splice(at, 1);
    if (id !== undefined) order.splice(at + by, 0, id);
    onOrder(order);
  };
  return (
    <ol>
      {clips.map((clip, i) => {
        const act = (sign: string, label: string, possible: boolean, onClick: () => void) => (
          <button type="button" aria-label={`${say(label)}: ${nameOf(clip)}`} disabled={!possible} onClick={onClick}>
            {sign}
          </button>
        );
        return (
          <li key={clip.id}>
            <img src={clip.stillUrl} alt={nameOf(clip)} width="72" height="72" />
            <div>
              {act("‹", "page-earlier", i > 0, () => move(i, -1))}
              {act("×", "page-leave-out", true, () => onOrder(ids.filter((id) => id !== clip.id)))}
              {act("›", "page-later", i < clips.length - 1, () => move(i, 1))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
