import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { GestureFace } from "../gesture-face.tsx";
import { useSay } from "../say.ts";
import { gestureOf } from "../sheets.ts";
import { ChipWord } from "./chip-word.tsx";
import type { Choosing } from "./choosing.ts";
import { usePeak } from "./peak.ts";

/** All clips of a photo, each at its widest moment with its word. */
export function Earlier({ clips, choosing }: { readonly clips: readonly PageMessage[]; readonly choosing: Choosing }) {
  const say = useSay();
  if (clips.length < 2) return null;
  return (
    <div class="earlier" role="group" aria-label={say("page-clips")}>
      {[...clips].reverse().map((clip) => (
        <EarlierClip key={clip.id} clip={clip} choosing={choosing} />
      ))}
    </div>
  );
}

function EarlierClip({ clip, choosing }: { readonly clip: PageMessage; readonly choosing: Choosing }) {
  const peak = usePeak(clip.clipUrl);
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={clip.id === choosing.shown?.id}
      onClick={() => choosing.show(clip)}
    >
      <span class="chip-picture">
        {peak === null ? <GestureFace gesture={gestureOf(clip)} /> : <img src={peak} alt="" />}
      </span>
      <ChipWord word={clip.text.split("\n", 1)[0] ?? ""} />
    </button>
  );
}
