import type { Hour } from "../../src/health/report.ts";
import { clock, percent } from "./figures.ts";
import { useSay } from "./say.ts";

/** Every so many hours have their time written under them. */
const LABEL_EVERY = 6;

/** Clips of each hour as bars, and on top of them what gave none. */
export function Bars({ hours }: { readonly hours: readonly Hour[] }) {
  const say = useSay();
  const most = Math.max(...hours.map(({ clips, failed }) => clips + failed), 1);
  const all = hours.reduce((sum, { clips }) => sum + clips, 0);
  const without = hours.reduce((sum, { failed }) => sum + failed, 0);
  return (
    <figure class="bars">
      <figcaption>
        <span class="clips">
          {say("operator-clips")}: {all}
        </span>
        <span class="failed">
          {say("operator-without")}: {without}
        </span>
      </figcaption>
      <ol>
        {hours.map(({ from, clips, failed }, i) => {
          const words = `${clock(from)}: ${say("operator-clips")} ${clips}, ${say("operator-without")} ${failed}`;
          return (
            <li key={from} title={words}>
              <span class="unseen">{words}</span>
              <i class="failed" style={{ height: percent(failed, most) }} />
              <i class="clips" style={{ height: percent(clips, most) }} />
              {i % LABEL_EVERY === 0 && <small aria-hidden="true">{clock(from)}</small>}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
