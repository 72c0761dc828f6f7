import type { Status } from "../../src/health/report.ts";
import { Bars } from "./bars.tsx";
import { bytes, clock, duration, fromNow, percent, span } from "./figures.ts";
import { useSay } from "./say.ts";
import { Figure, Tile } from "./status-tile.tsx";
import { Workers } from "./workers-tile.tsx";

/** All that an operator wants to know, in words. */
export function Report({ status }: { readonly status: Status }) {
  return (
    <div class="tiles">
      <Platforms {...status} />
      <Queue {...status} />
      <Disk {...status} />
      <Memory {...status} />
      <Workers {...status} />
      <ClipsPerHour {...status} />
      <Stages {...status} />
      <Failures {...status} />
      <Refusals {...status} />
      <Errors {...status} />
      <p class="small wide">
        {Object.entries(status.versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(" · ")}
      </p>
    </div>
  );
}

/** What people call a platform. */
function usePlatformName(): (platform: string) => string {
  const say = useSay();
  return (platform) =>
    platform === "web" ? say("operator-web") : platform.charAt(0).toUpperCase() + platform.slice(1);
}

function Platforms({ platforms, now, startedAt, starts }: Status) {
  const say = useSay();
  const nameOf = usePlatformName();
  return (
    <Tile title="operator-platforms">
      <ul class="platforms">
        {platforms.map(({ name, connected, clips, failed }) => (
          <li key={name} class={connected ? "well" : "ill"}>
            {nameOf(name)}: {say(connected ? "operator-connected" : "operator-not-connected")}
            {clips + failed > 0 && (
              <span class="small">
                {say("operator-clips")}: {clips}
                {failed > 0 && ` · ${say("operator-without")}: ${failed}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <dl>
        <Figure name="operator-running-for" value={span(now - startedAt)} />
        <Figure name="operator-starts" value={starts} />
      </dl>
    </Tile>
  );
}

function Queue({ queue }: Status) {
  return (
    <Tile title="operator-now">
      <dl>
        <Figure name="operator-in-work" value={queue.running} />
        <Figure name="operator-waiting" value={queue.waiting} />
        <Figure name="operator-undelivered" value={queue.unanswered} />
        <Figure name="operator-longest" value={duration(queue.oldestSeconds)} />
        <Figure name="operator-usual" value={duration(queue.medianSeconds)} />
      </dl>
    </Tile>
  );
}

function Disk({ disk, now }: Status) {
  const say = useSay();
  const next = disk.nextExpiry;
  return (
    <Tile title="operator-disk">
      <dl>
        <Figure name="operator-photos" value={disk.photos} />
        <Figure name="operator-clips" value={disk.clips} />
        <Figure name="operator-albums" value={disk.kept} />
        <Figure name="operator-used" value={bytes(disk.bytes + disk.records)} />
        <Figure
          name="operator-may-be-used"
          value={disk.limit === null ? say("operator-no-limit") : bytes(disk.limit)}
        />
        <Figure name="operator-free" value={bytes(disk.free)} />
        <Figure
          name="operator-next-deletion"
          value={next === null ? say("operator-nothing-kept") : `${clock(next)}, ${fromNow(next - now)}`}
        />
      </dl>
    </Tile>
  );
}

function Memory({ memory }: Status) {
  return (
    <Tile title="operator-memory">
      <dl>
        <Figure name="operator-memory-chat" value={bytes(memory.chat)} />
        <Figure name="operator-memory-render" value={bytes(memory.render)} />
        <Figure name="operator-memory-free" value={bytes(memory.free)} />
      </dl>
    </Tile>
  );
}

function ClipsPerHour({ hours }: Status) {
  const say = useSay();
  const isQuiet = hours.every(({ clips, failed }) => clips + failed === 0);
  return (
    <Tile title="operator-clips-per-hour" wide>
      {isQuiet ? <p>{say("operator-quiet")}</p> : <Bars hours={hours} />}
    </Tile>
  );
}

function Stages({ stages }: Status) {
  const say = useSay();
  if (stages.length === 0) return null;
  const most = Math.max(...stages.map(({ name, p95 }) => (name === "total" ? 0 : p95)), 1);
  return (
    <Tile title="operator-stages" wide>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{say("operator-half")}</th>
            <th scope="col">{say("operator-most")}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ name, p50, p95 }) => (
            <tr key={name} class={name === "total" ? "total" : ""}>
              <th scope="row">
                {say(`operator-${name}`)}
                {name !== "total" && (
                  <span class="stretch" aria-hidden="true">
                    <i style={{ width: percent(p95, most) }} />
                    <b style={{ width: percent(p50, most) }} />
                  </span>
                )}
              </th>
              <td>{duration(p50 / 1000)}</td>
              <td>{duration(p95 / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Tile>
  );
}

function Failures({ failures }: Status) {
  const say = useSay();
  return (
    <Tile title="operator-failures">
      {failures.length === 0 && <p>{say("operator-none")}</p>}
      <dl>
        {failures.map(({ kind, count }) => (
          <Figure key={kind} name={`operator-kind-${kind}`} value={count} />
        ))}
      </dl>
    </Tile>
  );
}

function Refusals({ refusals }: Status) {
  const say = useSay();
  const nameOf = usePlatformName();
  return (
    <Tile title="operator-refusals">
      {refusals.length === 0 && <p>{say("operator-none")}</p>}
      <dl>
        {refusals.map(({ limit, platform, count }) => (
          <Figure key={`${limit} ${platform}`} name={`operator-${limit}`} value={`${count} · ${nameOf(platform)}`} />
        ))}
      </dl>
    </Tile>
  );
}

function Errors({ errors }: Status) {
  const say = useSay();
  return (
    <Tile title="operator-errors" wide>
      {errors.length === 0 && <p>{say("operator-no-errors")}</p>}
      <ul class="errors">
        {errors.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <time dateTime={new Date(at).toISOString()}>{clock(at)}</time> {text}
          </li>
        ))}
      </ul>
    </Tile>
  );
}
