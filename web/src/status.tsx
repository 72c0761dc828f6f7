import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Status } from "../../src/health/report.ts";
import { Chart } from "./chart.tsx";
import { ago, bytes, duration, time } from "./figures.ts";

const AGAIN_MS = 3000;
const STAGES = ["decode", "detect", "landmarks", "rig", "render", "encode"] as const;
/** Told apart by people who see few colours, too. */
const COLOURS = ["#4477aa", "#66ccee", "#228833", "#ccbb44", "#ee6677", "#aa3377"];

type Answer = Status | "closed" | "unreachable" | null;

/** How the bot is doing, for its operator; asks again every few seconds. */
function StatusPage() {
  const [answer, setAnswer] = useState<Answer>(null);
  const [last, setLast] = useState<Status | null>(null);
  const look = useCallback(async () => {
    const now = await read();
    setAnswer(now);
    if (typeof now === "object" && now !== null) setLast(now);
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);
  return (
    <>
      <header>
        <h1>
          <img src="/icon.svg" alt="" width="36" height="36" />
          Keepsake: status
        </h1>
        {answer === "unreachable" && (
          <p class="lost" role="status">
            Keepsake does not answer. Trying again …
          </p>
        )}
      </header>
      <main>
        {answer === "closed" ? <SecretForm onOpen={() => void look()} /> : last !== null && <Report status={last} />}
      </main>
    </>
  );
}

async function read(): Promise<Answer> {
  const answer = await fetch("/api/status").catch(() => null);
  if (answer === null) return "unreachable";
  if (answer.status === 401) return "closed";
  return answer.ok ? ((await answer.json()) as Status) : "unreachable";
}

function SecretForm({ onOpen }: { readonly onOpen: () => void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async (form: HTMLFormElement): Promise<void> => {
    const body = JSON.stringify({ secret: new FormData(form).get("secret") });
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/status/session", { method: "POST", headers, body }).catch(() => null);
    if (answer?.ok === true) onOpen();
    else setTrouble(answer?.status === 401 ? "This is not the ADMIN_SECRET." : "Please wait a minute and try again.");
  };
  return (
    <form
      class="card secret"
      onSubmit={(event) => {
        event.preventDefault();
        void open(event.currentTarget);
      }}
    >
      {/* For password managers. */}
      <input type="text" name="username" value="operator" autocomplete="username" hidden readOnly />
      <label for="secret">ADMIN_SECRET</label>
      <input id="secret" name="secret" type="password" autocomplete="current-password" required />
      <button type="submit" class="main">
        Open
      </button>
      <p role="alert">{trouble}</p>
    </form>
  );
}

function Report({ status }: { readonly status: Status }) {
  return (
    <div class="cards">
      <Platforms {...status} />
      <Queue {...status} />
      <Disk {...status} />
      <Failures {...status} />
      <ClipsPerHour {...status} />
      <StageTimes {...status} />
      <p class="small wide">
        {Object.entries(status.versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(" · ")}
      </p>
    </div>
  );
}

function Platforms({ platforms, now, startedAt }: Status) {
  return (
    <section class="card">
      <h2>Platforms</h2>
      <ul class="platforms">
        {platforms.map(({ name, connected }) => (
          <li key={name} class={connected ? "well" : "ill"}>
            {name}: {connected ? "connected" : "not connected"}
          </li>
        ))}
      </ul>
      <p class="small">Started {ago(now - startedAt)} ago</p>
    </section>
  );
}

function Queue({ queue }: Status) {
  return (
    <section class="card">
      <h2>Queue now</h2>
      <dl>
        <Figure name="Running" value={queue.running} />
        <Figure name="Waiting" value={queue.waiting} />
        <Figure name="Not yet delivered" value={queue.unanswered} />
        <Figure name="Longest wait" value={duration(queue.oldestSeconds)} />
        <Figure name="Median of a clip" value={duration(queue.medianSeconds)} />
        {Object.entries(queue.byPlatform).map(([name, count]) => (
          <Figure key={name} name={`From ${name}`} value={count} />
        ))}
      </dl>
    </section>
  );
}

function Disk({ disk, now }: Status) {
  return (
    <section class="card">
      <h2>Kept on disk</h2>
      <dl>
        <Figure name="Photos" value={disk.photos} />
        <Figure name="Clips" value={disk.clips} />
        <Figure name="Used" value={bytes(disk.bytes + disk.records)} />
        <Figure name="May be used" value={disk.limit === null ? "as much as there is" : bytes(disk.limit)} />
        <Figure name="Free" value={bytes(disk.free)} />
        <Figure name="Next deletion" value={disk.nextExpiry === null ? "nothing kept" : time(disk.nextExpiry, now)} />
      </dl>
    </section>
  );
}

function Failures({ failures }: Status) {
  return (
    <section class="card">
      <h2>Without a clip, 24 hours</h2>
      {failures.length === 0 && <p>None.</p>}
      <dl>
        {failures.map(({ kind, count }) => (
          <Figure key={kind} name={kind} value={count} />
        ))}
      </dl>
    </section>
  );
}

function ClipsPerHour({ hours }: Status) {
  const clips = hours.reduce((sum, hour) => sum + hour.clips, 0);
  // No bar is drawn for nothing.
  const clipBars = hours.map((hour) => hour.clips || null);
  const failedBars = hours.map(({ failed }) => failed || null);
  return (
    <section class="card wide">
      <h2>Clips per hour: {clips} in 24 hours</h2>
      <Chart
        hours={hours.map(({ from }) => from)}
        unit=""
        bars
        series={[
          { label: "clips", colour: COLOURS[0] ?? "", values: clipBars },
          { label: "without a clip", colour: COLOURS[4] ?? "", values: failedBars },
        ]}
      />
    </section>
  );
}

function StageTimes({ hours }: Status) {
  const used = STAGES.filter((stage) => hours.some(({ stages }) => stages[stage] !== undefined));
  return (
    <section class="card wide">
      <h2>Time per stage, medians</h2>
      {used.length === 0 ? (
        <p>No clips yet.</p>
      ) : (
        <Chart
          hours={hours.map(({ from }) => from)}
          unit=" ms"
          series={used.map((stage, i) => ({
            label: stage,
            colour: COLOURS[i] ?? "",
            values: hours.map(({ stages }) => stages[stage] ?? null),
          }))}
        />
      )}
    </section>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string | number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const root = document.getElementById("page");
if (root !== null) render(<StatusPage />, root);
