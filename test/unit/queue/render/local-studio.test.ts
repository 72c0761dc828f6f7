import { readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import os from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import type { Stage } from "../../../../src/pipeline/request.ts";
import { StudioFailed } from "../../../../src/queue/contract/studio.ts";
import type { LocalStudio } from "../../../../src/queue/render/local-studio.ts";
import { type Order, photoThatSays } from "../../../support/fake-studio-work.ts";
import { isRunning } from "../../../support/is-running.ts";
import { temporaryFolder } from "../../store/open-store.ts";
import { type Description, openStudio } from "./open-studio.ts";

async function render(studio: LocalStudio, order: Order, signal?: AbortSignal) {
  const rendered = await studio.render({ photo: photoThatSays(order) }, signal === undefined ? {} : { signal });
  return JSON.parse(rendered.animated[0]!.driver) as Description;
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 200 && isRunning(pid); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isRunning(pid)).toBe(false);
}

async function look(studio: LocalStudio, order: Order, signal?: AbortSignal): Promise<number> {
  return (await studio.look(photoThatSays(order), signal === undefined ? {} : { signal })).width;
}

describe("looks of a LocalStudio", () => {
  it("are made in a process of their own, which is kept warm and never waits for a clip", async () => {
    const studio = await openStudio({ renderers: 1 });
    const rendering = render(studio, { act: "wait", milliseconds: 1500 });
    const others = [render(studio, { act: "clip" }), render(studio, { act: "clip" })];
    const first = await look(studio, { act: "clip" });
    expect(await look(studio, { act: "clip" })).toBe(first);
    expect(await Promise.race([rendering.then(() => "clip"), Promise.resolve("looks")])).toBe("looks");
    expect((await rendering).pid).not.toBe(first);
    await Promise.all(others);
  });

  it("pass on a photo and a reduced one of many megabytes whole", async () => {
    const studio = await openStudio();
    const photo = Buffer.concat([photoThatSays({ act: "big" }), Buffer.alloc(20_000_000, "x")]);
    const { height, reduced } = await studio.look(photo);
    expect(height).toBe(photo.length);
    expect(reduced).toHaveLength(5 * 2 ** 20);
    expect(reduced?.subarray(2).every((byte) => byte === 5)).toBe(true);
  });

  it.each([
    { act: "spin", limits: { lookLimitMs: 4000 }, code: "tooMuchTime" },
    { act: "swell", limits: { mostMemory: 300e6 }, code: "tooMuchMemory" },
  ] as const)("that go too far ($act) are ended by themselves, with words, and not tried again", async (wrong) => {
    const studio = await openStudio(wrong.limits);
    const before = await look(studio, { act: "clip" });
    const rendering = render(studio, { act: "wait", milliseconds: 1000 });
    const began = performance.now();
    const failure = await look(studio, { act: wrong.act }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({ code: wrong.code });
    expect(performance.now() - began).toBeLessThan(8000);
    await untilGone(before);
    expect((await rendering).pid).toBeGreaterThan(0);
    expect(await look(studio, { act: "clip" })).not.toBe(before);
  });

  it("that nobody waits for any more give their process to the next", async () => {
    const studio = await openStudio();
    const stop = new AbortController();
    const looking = look(studio, { act: "wait", milliseconds: 60_000 }, stop.signal);
    const next = look(studio, { act: "clip" });
    stop.abort(new Error("forgotten"));
    await expect(looking).rejects.toThrow("forgotten");
    expect(await next).toBeGreaterThan(0);
  });
});

describe("clips of a LocalStudio", () => {
  it("that take too much memory are ended, while the process blocks its own thread", async () => {
    const studio = await openStudio({ mostMemory: 300e6 });
    await expect(render(studio, { act: "swell" })).rejects.toMatchObject({ code: "tooMuchMemory" });
    expect((await render(studio, { act: "clip" })).pid).toBeGreaterThan(0);
  });

  it("go on after somebody has removed the scratch folder", async () => {
    const scratch = join(await temporaryFolder(), "scratch");
    const studio = await openStudio({ scratch });
    const first = await render(studio, { act: "clip" });
    await rm(scratch, { recursive: true });
    await expect(render(studio, { act: "crash" })).rejects.toMatchObject({ failure: "crash" });
    expect((await render(studio, { act: "clip" })).pid).not.toBe(first.pid);
  });

  it("renders in another process and passes on what was asked, how it goes and what came out", async () => {
    const studio = await openStudio();
    const stages: Stage[] = [];
    const rendered = await studio.render(
      { photo: photoThatSays({ act: "big" }), face: 1, gesture: "blink" },
      { onProgress: (stage) => stages.push(stage) },
    );
    expect(rendered).toMatchObject({ face: 1, gesture: "blink", clip: { width: 720, frames: 100 } });
    expect(rendered.clip.mp4).toHaveLength(10 * 2 ** 20);
    expect(rendered.clip.mp4.subarray(12).every((byte) => byte === 7)).toBe(true);
    expect(rendered.faces).toEqual([1, 2].map((index) => faceAt(index)));
    expect(stages).toEqual(["decode"]);
  });

  it("keeps its process warm, less important than the chat, and without the bot's secrets", async () => {
    const studio = await openStudio();
    const first = await render(studio, { act: "clip" });
    const second = await render(studio, { act: "clip" });
    expect(second.pid).toBe(first.pid);
    expect(first.pid).not.toBe(process.pid);
    expect(first.priority).toBeGreaterThan(os.getPriority());
    const variables = first.variables.filter((name) => !/^(NODE_CHANNEL|MALLOC)_/.test(name));
    expect(variables).toEqual(["PATH", "TMPDIR", "TEMP", "TMP"]);
    expect(basename(first.folder)).toBe(basename(first.temporary));
  });

  it("renders as many at once as it has processes, and the rest after them", async () => {
    const studio = await openStudio({ renderers: 2 });
    const orders: Order[] = Array.from({ length: 6 }, () => ({ act: "wait", milliseconds: 20 }));
    const done = await Promise.all(orders.map(async (order) => render(studio, order)));
    expect(new Set(done.map(({ pid }) => pid)).size).toBe(2);
  });

  it("passes on what the person can mend, and tries it once", async () => {
    const studio = await openStudio();
    const { pid } = await render(studio, { act: "clip" });
    const failure = await render(studio, { act: "userError" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({ code: "faceTooSmall", params: { pixels: 9 } });
    expect((await render(studio, { act: "clip" })).pid).toBe(pid);
  });

  it("reports a bug with its stack and goes on with a fresh process", async () => {
    const studio = await openStudio();
    const { pid } = await render(studio, { act: "clip" });
    const failure = await render(studio, { act: "bug" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StudioFailed);
    expect(failure).toMatchObject({ failure: "bug", message: "a bug in the pipeline" });
    expect((failure as Error).stack).toContain("fake-studio-work");
    expect((await render(studio, { act: "clip" })).pid).not.toBe(pid);
  });

  it("tries a job that crashed its process once more on a fresh one", async () => {
    const studio = await openStudio();
    const { pid } = await render(studio, { act: "clip" });
    const marker = join(await temporaryFolder(), "crashed");
    expect((await render(studio, { act: "crashOnce", marker })).pid).not.toBe(pid);
  });

  it.each(["crash", "exit"] as const)("gives up a photo that ends every process (%s); others go on", async (act) => {
    const studio = await openStudio({ renderers: 2 });
    const bystander = render(studio, { act: "wait", milliseconds: 300 });
    await expect(render(studio, { act })).rejects.toMatchObject({ name: "StudioFailed", failure: "crash" });
    await bystander;
    expect((await render(studio, { act: "clip" })).pid).toBeGreaterThan(0);
  });

  it("says why a process could not start", async () => {
    const studio = await openStudio({ module: new URL("../nowhere.ts", import.meta.url).href });
    await expect(render(studio, { act: "clip" })).rejects.toThrow(/nowhere\.ts/);
  });

  it.each(["hang", "spin"] as const)("stops a render over its time limit (%s) and goes on", async (act) => {
    const studio = await openStudio({ renderLimitMs: 4000 });
    const { pid } = await render(studio, { act: "clip" });
    await expect(render(studio, { act })).rejects.toMatchObject({ name: "StudioFailed", failure: "timeout" });
    await untilGone(pid);
    expect((await render(studio, { act: "clip" })).pid).not.toBe(pid);
  });

  it("ends the programs that a stopped render has started", async () => {
    const studio = await openStudio({ renderLimitMs: 4000 });
    const marker = join(await temporaryFolder(), "pid");
    await expect(render(studio, { act: "child", marker })).rejects.toMatchObject({ failure: "timeout" });
    await untilGone(Number(readFileSync(marker, "utf8")));
  });

  it("cancels a render that listens and keeps the process", async () => {
    const studio = await openStudio();
    const { pid } = await render(studio, { act: "clip" });
    const reason = new Error("withdrawn");
    const stop = new AbortController();
    const rendering = render(studio, { act: "wait", milliseconds: 60_000 }, stop.signal);
    setTimeout(() => {
      stop.abort(reason);
    }, 100);
    await expect(rendering).rejects.toBe(reason);
    expect((await render(studio, { act: "clip" })).pid).toBe(pid);
    await expect(render(studio, { act: "clip" }, stop.signal)).rejects.toBe(reason);
  });

  it("cancels a render that does not listen by ending its process", async () => {
    const studio = await openStudio();
    const { pid } = await render(studio, { act: "clip" });
    const stop = new AbortController();
    const rendering = render(studio, { act: "spin" }, stop.signal);
    setTimeout(() => {
      stop.abort(new Error("withdrawn"));
    }, 100);
    await expect(rendering).rejects.toThrow("withdrawn");
    await untilGone(pid);
  });

  it("replaces a process that has grown too large", async () => {
    const studio = await openStudio({ keptMemory: 1 });
    const first = await render(studio, { act: "clip" });
    expect((await render(studio, { act: "clip" })).pid).not.toBe(first.pid);
    await untilGone(first.pid);
  });

  it("removes a process's temporary files with the process, however it ended", async () => {
    const scratch = await temporaryFolder();
    const studio = await openStudio({ scratch, renderLimitMs: 4000 });
    const { temporary } = await render(studio, { act: "clip" });
    expect(temporary.startsWith(scratch)).toBe(true);
    expect(await readdir(temporary)).toContain("left-behind.mp4");
    await expect(render(studio, { act: "spin" })).rejects.toMatchObject({ failure: "timeout" });
    await studio.close();
    for (let tries = 0; tries < 200 && (await readdir(scratch)).length > 0; tries += 1) await sleep(10);
    expect(await readdir(scratch)).toEqual([]);
  });

  it("leaves no process behind when it is closed", async () => {
    const studio = await openStudio({ renderers: 2 });
    const { pid } = await render(studio, { act: "clip" });
    const hanging = render(studio, { act: "hang" });
    const waiting = [render(studio, { act: "hang" }), render(studio, { act: "clip" })];
    const all = Promise.allSettled([hanging, ...waiting]);
    await studio.close();
    for (const result of await all) expect(result.status).toBe("rejected");
    await untilGone(pid);
    await expect(render(studio, { act: "clip" })).rejects.toThrow("ended");
  });
});

function faceAt(index: number) {
  const traits = { pose: { yaw: 0, pitch: 0, roll: 0 }, openEyes: true, openMouth: false };
  return { index, box: { x: index, y: 0, width: 5, height: 5 }, ...traits, obstacle: null };
}

describe("conversions of a LocalStudio", () => {
  const clip = (order: Order) => ({ mp4: photoThatSays(order), width: 720, height: 720, fps: 25 });

  it("are made in a process of their own, which waits for nothing else, and pass on what came out", async () => {
    const studio = await openStudio();
    const rendering = render(studio, { act: "wait", milliseconds: 1500 });
    const looking = look(studio, { act: "wait", milliseconds: 1500 });
    const converting = studio.convert(clip({ act: "clip" }), { format: "webp", longSide: 480 });
    expect(await Promise.race([rendering, looking, converting.then(() => "converted")])).toBe("converted");
    const { bytes, height: pid, ...facts } = await converting;
    expect(facts).toEqual({ format: "webp", width: 720, fps: 12.5 });
    expect(bytes).toHaveLength(3 * 2 ** 20);
    expect(bytes.every((byte) => byte === 9)).toBe(true);
    expect([(await rendering).pid, await looking]).not.toContain(pid);
  });

  it("that take too long are ended by themselves", async () => {
    const studio = await openStudio({ convertLimitMs: 5000 });
    const failure = await studio.convert(clip({ act: "spin" }), { format: "webp" }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: "timeout" });
    expect((await studio.convert(clip({ act: "clip" }), { format: "gif" })).format).toBe("gif");
  });

  it("know what can be made, while clips are rendered", async () => {
    const studio = await openStudio();
    const rendering = render(studio, { act: "wait", milliseconds: 1500 });
    const able = studio.products();
    expect(await Promise.race([rendering, able])).toEqual(["mp4", "gif"]);
    await rendering;
  });
});

it("stickers are made by the process that remembers their photo", async () => {
  const studio = await openStudio();
  const photo = photoThatSays({ act: "clip" });
  const { pid } = await render(studio, { act: "clip" });
  expect(await studio.sticker({ id: "p", photo }, {})).toMatchObject({ format: "sticker", width: pid });
});
