import type { Verdict } from "../../src/bots/web/protocol.ts";
import { useSay } from "./say.ts";

/** What was found in a file, in careful words: that nothing was found proves nothing. */
export function VerdictCard({ verdict: { made, by, namesSoftware } }: { readonly verdict: Verdict }) {
  const say = useSay();
  return (
    <section class={`verdict ${made}`}>
      <h3>{say(`page-verify-${made}`)}</h3>
      <p>{say(`verify-${made}`)}</p>
      {by.length > 0 && (
        <>
          <h4>{say("page-verify-marks")}</h4>
          <ul>
            {by.map((mark) => (
              <li key={mark}>{say(`page-verify-${mark}`)}</li>
            ))}
          </ul>
        </>
      )}
      {made !== "found" && namesSoftware && <p>{say("page-verify-software")}</p>}
    </section>
  );
}
