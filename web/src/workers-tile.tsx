import type { Status } from "../../src/health/report.ts";
import { bytes, duration } from "./figures.ts";
import { useSay } from "./say.ts";
import { Figure, Tile } from "./status-tile.tsx";

/** The machines that render for the bot; nothing where it renders alone. */
export function Workers({ remote, now }: Pick<Status, "remote" | "now">) {
  const say = useSay();
  if (remote === null) return null;
  const { workers, reachable, memory } = remote;
  return (
    <Tile title="operator-workers" wide>
      {workers.length === 0 && <p>{say("operator-no-workers")}</p>}
      <ul class="platforms">
        {workers.map(({ host, pid, standing, busy, places, done, failed, heardAt }) => (
          <li key={`${host} ${pid}`} class={standing === "usable" ? "well" : "ill"}>
            {host}: {say(`operator-worker-${standing}`)}
            <span class="small">
              {say("operator-worker-busy")}: {busy}/{places} · {say("operator-worker-done")}: {done} ·{" "}
              {say("operator-worker-failed")}: {failed} · {say("operator-worker-heard")}:{" "}
              {duration(Math.max(0, now - heardAt) / 1000)}
            </span>
          </li>
        ))}
      </ul>
      <dl>
        <Figure name="operator-redis" value={say(reachable ? "operator-redis-well" : "operator-redis-ill")} />
        {memory !== null && <Figure name="operator-redis-memory" value={bytes(memory)} />}
      </dl>
    </Tile>
  );
}
