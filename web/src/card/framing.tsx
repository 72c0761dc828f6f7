import { useSay } from "../say.ts";
import { buttonsOf, titleOf } from "../sheets.ts";
import type { Choosing } from "./choosing.ts";

/** How much of the photo is seen. */
export function Framing({ choosing }: { readonly choosing: Choosing }) {
  const say = useSay();
  const { about, isChosen, isInWork, choose } = choosing;
  const ways = buttonsOf(about, "framing");
  return (
    <div class="switch" role="group" aria-label={titleOf(about, "framing") || say("page-photo")}>
      {ways.map((way) => (
        <button
          key={way.label}
          type="button"
          aria-pressed={isChosen(way, ways)}
          aria-busy={isInWork(way.data)}
          onClick={() => choose(way.data)}
        >
          {way.label}
        </button>
      ))}
    </div>
  );
}
