import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import os from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../../../src/clock.ts";
import { UserError } from "../../../../src/errors.ts";
import type { Stage } from "../../../../src/pipeline/request.ts";
import { WorkerPool, type WorkerPoolOptions } from "../../../../src/queue/render/pool.ts";
import { RenderFailed } from "../../../../src/queue/render/renderer.ts";
import { type Order, photoThatSays } from "../../../support/fake-renderer.ts";
import { isRunning } from "../../../support/is-running.ts";
import { temporaryFolder } from "../../store/open-store.ts";

const MODULE = new URL("../../../support/fake-renderer.ts", import.meta.url).href;

async function openPool(options: Partial<WorkerPoolOptions> = {}): Promise<WorkerPool> {
  const pool = new WorkerPool({
    size: 1,
    scratch: await temporaryFolder(),
    environment: { PATH: "/usr/bin:/bin" },
    clock: systemClock,
    log: pino({ level: "silent" }),
    module: MODULE,
    ...options,
  });
  onTestFinished(() => pool.close());
  return pool;
}

/** What a render process says of itself. */
interface Description {
  readonly pid: number;
  readonly priority: number;
  readonly temporary: string;
  readonly folder: string;
  readonly variables: readonly string[];
}

async function render(pool: WorkerPool, order: Order, signal?: AbortSignal) {
  const rendered = await pool.render({ photo: photoThatSays(order) }, signal === undefined ? {} : { signal });
  return JSON.parse(rendered.animated[0]!.driver) as Description;
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 200 && isRunning(pid); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isRunning(pid)).toBe(false);
}

describe("WorkerPool", () => {
  it("renders in another process and passes on what was asked, how it goes and what came out", async () => {
    const pool = await openPool();
    const stages: Stage[] = [];
    const rendered = await pool.render(
      { photo: photoThatSays({ act: "big" }), face: 1, gesture: "blink" },
      { onProgress: (stage) => stages.push(stage) },
    );
    expect(rendered).toMatchObject({ face: 1, gesture: "blink", clip: { width: 720, frames: 100 } });
    expect(rendered.clip.mp4).toHaveLength(10 * 2 ** 20);
    expect(rendered.clip.mp4.every((byte) => byte === 7)).toBe(true);
    expect(rendered.faces).toEqual([1, 2].map((index) => faceAt(index)));
    expect(stages).toEqual(["decode"]);
  });

  it("keeps its process warm, less important than the chat, and without the bot's secrets", async () => {
    const pool = await openPool();
    const first = await render(pool, { act: "clip" });
    const second = await render(pool, { act: "clip" });
    expect(second.pid).toBe(first.pid);
    expect(first.pid).not.toBe(process.pid);
    expect(first.priority).toBeGreaterThan(os.getPriority());
    expect(first.variables.filter((name) => !name.startsWith("NODE_CHANNEL"))).toEqual([
      "PATH",
      "TMPDIR",
      "TEMP",
      "TMP",
    ]);
    expect(basename(first.folder)).toBe(basename(first.temporary));
  });

  it("renders as many at once as it has processes, and the rest after them", async () => {
    const pool = await openPool({ size: 2 });
    const orders: Order[] = Array.from({ length: 6 }, () => ({ act: "wait", milliseconds: 20 }));
    const done = await Promise.all(orders.map((order) => render(pool, order)));
    expect(new Set(done.map(({ pid }) => pid)).size).toBe(2);
  });

  it("passes on what the person can mend, and tries it once", async () => {
    const pool = await openPool();
    const { pid } = await render(pool, { act: "clip" });
    const failure = await render(pool, { act: "userError" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({ code: "faceTooSmall", params: { pixels: 9 } });
    expect((await render(pool, { act: "clip" })).pid).toBe(pid);
  });

  it("reports a bug with its stack and goes on with a fresh process", async () => {
    const pool = await openPool();
    const { pid } = await render(pool, { act: "clip" });
    const failure = await render(pool, { act: "bug" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RenderFailed);
    expect(failure).toMatchObject({ failure: "bug", message: "a bug in the pipeline" });
    expect((failure as Error).stack).toContain("fake-renderer");
    expect((await render(pool, { act: "clip" })).pid).not.toBe(pid);
  });

  it("tries a job that crashed its process once more on a fresh one", async () => {
    const pool = await openPool();
    const { pid } = await render(pool, { act: "clip" });
    const marker = join(await temporaryFolder(), "crashed");
    expect((await render(pool, { act: "crashOnce", marker })).pid).not.toBe(pid);
  });

  it.each(["crash", "exit"] as const)("gives up a photo that ends every process (%s); others go on", async (act) => {
    const pool = await openPool({ size: 2 });
    const bystander = render(pool, { act: "wait", milliseconds: 300 });
    await expect(render(pool, { act })).rejects.toMatchObject({ name: "RenderFailed", failure: "crash" });
    await bystander;
    expect((await render(pool, { act: "clip" })).pid).toBeGreaterThan(0);
  });

  it("says why a process could not start", async () => {
    const pool = await openPool({ module: new URL("../nowhere.ts", import.meta.url).href });
    await expect(render(pool, { act: "clip" })).rejects.toThrow(/nowhere\.ts/);
  });

  it.each(["hang", "spin"] as const)("stops a render over its time limit (%s) and goes on", async (act) => {
    const pool = await openPool({ timeLimitMs: 1500 });
    const { pid } = await render(pool, { act: "clip" });
    await expect(render(pool, { act })).rejects.toMatchObject({ name: "RenderFailed", failure: "timeout" });
    await untilGone(pid);
    expect((await render(pool, { act: "clip" })).pid).not.toBe(pid);
  });

  it("ends the programs that a stopped render has started", async () => {
    const pool = await openPool({ timeLimitMs: 1500 });
    const marker = join(await temporaryFolder(), "pid");
    await expect(render(pool, { act: "child", marker })).rejects.toMatchObject({ failure: "timeout" });
    await untilGone(Number(readFileSync(marker, "utf8")));
  });

  it("cancels a render that listens and keeps the process", async () => {
    const pool = await openPool();
    const { pid } = await render(pool, { act: "clip" });
    const reason = new Error("withdrawn");
    const stop = new AbortController();
    const rendering = render(pool, { act: "wait", milliseconds: 60_000 }, stop.signal);
    setTimeout(() => {
      stop.abort(reason);
    }, 100);
    await expect(rendering).rejects.toBe(reason);
    expect((await render(pool, { act: "clip" })).pid).toBe(pid);
    await expect(render(pool, { act: "clip" }, stop.signal)).rejects.toBe(reason);
  });

  it("cancels a render that does not listen by ending its process", async () => {
    const pool = await openPool();
    const { pid } = await render(pool, { act: "clip" });
    const stop = new AbortController();
    const rendering = render(pool, { act: "spin" }, stop.signal);
    setTimeout(() => {
      stop.abort(new Error("withdrawn"));
    }, 100);
    await expect(rendering).rejects.toThrow("withdrawn");
    await untilGone(pid);
  });

  it("replaces a process that has grown too large", async () => {
    const pool = await openPool({ memoryLimit: 1 });
    const first = await render(pool, { act: "clip" });
    expect((await render(pool, { act: "clip" })).pid).not.toBe(first.pid);
    await untilGone(first.pid);
  });

  it("removes a process's temporary files with the process, however it ended", async () => {
    const scratch = await temporaryFolder();
    const pool = await openPool({ scratch, timeLimitMs: 1500 });
    const { temporary } = await render(pool, { act: "clip" });
    expect(temporary.startsWith(scratch)).toBe(true);
    expect(await readdir(temporary)).toContain("left-behind.mp4");
    await expect(render(pool, { act: "spin" })).rejects.toMatchObject({ failure: "timeout" });
    await pool.close();
    for (let tries = 0; tries < 200 && (await readdir(scratch)).length > 0; tries += 1) await sleep(10);
    expect(await readdir(scratch)).toEqual([]);
  });

  it("leaves no process behind when it is closed", async () => {
    const pool = await openPool({ size: 2 });
    const { pid } = await render(pool, { act: "clip" });
    const hanging = render(pool, { act: "hang" });
    const waiting = [render(pool, { act: "hang" }), render(pool, { act: "clip" })];
    const all = Promise.allSettled([hanging, ...waiting]);
    await pool.close();
    for (const result of await all) expect(result.status).toBe("rejected");
    await untilGone(pid);
    await expect(render(pool, { act: "clip" })).rejects.toThrow("ended");
  });
});

function faceAt(index: number) {
  const traits = { pose: { yaw: 0, pitch: 0, roll: 0 }, openEyes: true, openMouth: false };
  return { index, box: { x: index, y: 0, width: 5, height: 5 }, ...traits, obstacle: null };
}
