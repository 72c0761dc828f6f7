import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { DiskStore } from "../../src/store/disk-store.ts";
import { isRunning } from "../support/is-running.ts";
import type { Entry } from "./queue-victim.ts";

const VICTIM = fileURLToPath(new URL("./queue-victim.ts", import.meta.url));
const JOBS = 120;
const ALL = Array.from({ length: JOBS }, (_, n) => `job${n}`);

interface Line {
  readonly entry: Entry;
  readonly job: string;
}

/** A folder with everything a victim needs, and what it wrote down so far. */
async function prepare() {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-kill-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  const key = randomBytes(32).toString("base64");
  const dataDir = join(folder, "data");
  const journal = join(folder, "journal");
  const read = async (): Promise<Line[]> => {
    const text = await readFile(journal, "utf8").catch(() => "");
    return text
      .split("\n")
      .filter((line) => line.includes(" "))
      .map((line) => {
        const [entry, job] = line.split(" ") as [Entry, string];
        return { entry, job };
      });
  };
  const start = () => {
    const child = spawn(process.execPath, ["--import", "tsx", VICTIM, dataDir, key, journal, String(JOBS)], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    return { child, ended };
  };
  return { key, dataDir, read, start };
}

/** Waits until the journal says that the newest of so many processes has begun. */
async function untilBegan(read: () => Promise<Line[]>, processes: number): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if ((await read()).filter(({ entry }) => entry === "began").length >= processes) return;
    await sleep(20);
  }
  throw new Error("The process did not begin");
}

function jobsWith(lines: readonly Line[], entry: Entry): string[] {
  return lines.filter((line) => line.entry === entry).map(({ job }) => job);
}

describe("a queue whose process is killed", () => {
  it("finishes and answers every accepted job, and none again that was recorded as answered", async () => {
    const { key, dataDir, read, start } = await prepare();
    const kills = 8;
    for (let kill = 1; kill <= kills; kill += 1) {
      const { child, ended } = start();
      await untilBegan(read, kill);
      await sleep(2500 * Math.random());
      child.kill("SIGKILL");
      await ended;
    }
    const before = await read();
    expect(await start().ended).toBe(0);
    const lines = await read();
    const sent = jobsWith(lines, "sent");
    expect(jobsWith(lines, "refused")).toEqual([]);
    expect(new Set(sent)).toEqual(new Set(ALL));
    expect(jobsWith(before, "accepted").length).toBeGreaterThan(0);
    expect(jobsWith(lines, "failed")).toEqual([]);
    for (const job of ALL) expect(timesTold(lines, job)).not.toContain("after it was recorded");
    // Twice only where the kill fell between sending and recording: at most the few answers then under way.
    const twice = sent.length - JOBS;
    expect(twice).toBeLessThanOrEqual(2 * kills);

    const store = await DiskStore.open({ dataDir, key, retentionMs: 3_600_000, now: Date.now });
    expect(await store.usage()).toMatchObject({ photos: JOBS, clips: JOBS });
    const clips = (await Promise.all(ALL.map(async (_, n) => store.clips.recentOf(`test:user${n % 7}`, 100)))).flat();
    const renderers = new Set(clips.map(({ driver }) => (JSON.parse(driver) as { pid: number }).pid));
    await store.close();
    for (const pid of renderers) expect(isRunning(pid), `render process ${pid}`).toBe(false);
  });

  it("that was asked to end, ends gently and answers each job exactly once", async () => {
    const { read, start } = await prepare();
    for (let stop = 1; stop <= 3; stop += 1) {
      const { child, ended } = start();
      await untilBegan(read, stop);
      await sleep(2000 * Math.random());
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
    }
    expect(await start().ended).toBe(0);
    const lines = await read();
    expect(jobsWith(lines, "refused")).toEqual([]);
    expect(jobsWith(lines, "sent").sort()).toEqual([...ALL].sort());
    expect(jobsWith(lines, "failed")).toEqual([]);
  });
});

/** Each time a job was sent: the first, again after a restart, or wrongly after it was recorded as answered. */
function timesTold(lines: readonly Line[], job: string): string[] {
  const times: string[] = [];
  let recorded = false;
  for (const line of lines.filter((other) => other.job === job)) {
    if (line.entry === "acknowledged") recorded = true;
    if (line.entry === "sent") times.push(recorded ? "after it was recorded" : "before it was recorded");
  }
  return times;
}
