import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it, vi } from "vitest";
import { makeRenderer } from "../../../../../src/pipeline/mesh/render/frame.ts";
import { RenderPool } from "../../../../../src/pipeline/mesh/render/pool.ts";
import { portraitScene, type Scene } from "../../../../../src/pipeline/mesh/scene.ts";
import { CHANNELS } from "../../../../../src/pipeline/motion/channels.ts";
import { channelIndex, type Motion } from "../../../../../src/pipeline/motion/drive.ts";
import { Threads } from "../../../../../src/pipeline/threads/threads.ts";
import { smallRig } from "./small-rig.ts";

const rig = smallRig();
const scene = portraitScene(rig);
const broken = { ...scene, layers: [{ rig: { framing: rig.framing } }] } as unknown as Scene;
const FRAMES = 24;

/** Rolls by `degrees` times the frame's number: no two frames are alike. */
function rolling(degrees: number, frames = FRAMES): Motion {
  const values = new Float32Array(frames * CHANNELS.length);
  for (let frame = 0; frame < frames; frame++)
    values[frame * CHANNELS.length + channelIndex("headRoll")] = degrees * frame;
  return { frames, fps: 25, values };
}

const threads = new Threads(2);
const pool = new RenderPool(threads);
afterAll(async () => threads.close());

async function framesOf(clip: AsyncIterable<Uint8Array>, most = Infinity): Promise<Uint8Array[]> {
  const frames: Uint8Array[] = [];
  for await (const frame of clip) if (frames.push(frame) >= most) break;
  return frames;
}

const digest = (frame: Uint8Array): string => createHash("sha256").update(frame).digest("hex");
async function drawn(clip: AsyncIterable<Uint8Array>): Promise<string[]> {
  const digests: string[] = [];
  for await (const frame of clip) digests.push(digest(frame));
  return digests;
}

/** Digests of the frames as one thread alone draws them. */
function expected(motion: Motion): string[] {
  const renderer = makeRenderer(scene);
  return Array.from({ length: motion.frames }, (_, frame) => {
    const out = new Uint8Array(3 * rig.framing.size ** 2);
    renderer.render([motion.values.subarray(frame * CHANNELS.length, (frame + 1) * CHANNELS.length)], out);
    return digest(out);
  });
}

describe("RenderPool", () => {
  it("hands over every frame once and in order", async () => {
    const motion = rolling(1);
    expect(await drawn(pool.render(scene, [motion]))).toEqual(expected(motion));
    expect(new Set(expected(motion)).size).toBe(FRAMES);
  });

  it("leaves a frame to its reader until the next one is asked for, however slow they are, and then draws over it", async () => {
    const motion = rolling(1);
    const wanted = expected(motion);
    const frames: Uint8Array[] = [];
    for await (const frame of pool.render(scene, [motion])) {
      // Meanwhile the threads draw as far ahead as they may.
      const slow = frames.length === 0 ? 50 : 0;
      for (let turn = 0; turn < slow; turn++) await setImmediate();
      expect(digest(frame)).toBe(wanted[frames.length]);
      frames.push(frame);
    }
    expect(new Set(frames).size).toBeLessThan(FRAMES / 2);
  });

  it("keeps what an abandoned clip still had in work out of the next one", async () => {
    for (const taken of [1, 2, 5]) {
      await framesOf(pool.render(scene, [rolling(3)]), taken);
      expect(await drawn(pool.render(scene, [rolling(0)]))).toEqual(expected(rolling(0)));
    }
  });

  it("stops when the signal says so, with its reason, and is free for the next clip", async () => {
    const stop = new AbortController();
    const frames: Uint8Array[] = [];
    const rendering = (async () => {
      for await (const frame of pool.render(scene, [rolling(2)], stop.signal))
        if (frames.push(frame) === 3) stop.abort(new Error("no longer wanted"));
    })();
    await expect(rendering).rejects.toThrow("no longer wanted");
    expect(frames).toHaveLength(3);
    expect(await drawn(pool.render(scene, [rolling(1, 5)]))).toEqual(expected(rolling(1, 5)));
  });

  it("renders clips that are asked for together one after the other", async () => {
    const clips = await Promise.all([1, 2, 3].map(async (degrees) => drawn(pool.render(scene, [rolling(degrees, 6)]))));
    expect(clips).toEqual([1, 2, 3].map((degrees) => expected(rolling(degrees, 6))));
  });

  it("fails with what a thread failed with, and is fit for the next clip", async () => {
    await expect(framesOf(pool.render(broken, [rolling(1)]))).rejects.toThrow("Cannot read properties of undefined");
    expect(await drawn(pool.render(scene, [rolling(1, 5)]))).toEqual(expected(rolling(1, 5)));
  });

  it("blames no clip for what was wrong with the one before", async () => {
    const stop = new AbortController();
    stop.abort(new Error("never mind"));
    await expect(framesOf(pool.render(broken, [rolling(1)], stop.signal))).rejects.toThrow("never mind");
    expect(await drawn(pool.render(scene, [rolling(1, 5)]))).toEqual(expected(rolling(1, 5)));
  });

  it("fails instead of waiting for ever when its threads end, and starts new ones for the next clip", async () => {
    const clip = pool.render(scene, [rolling(1)]);
    await clip.next();
    await threads.close();
    await expect(framesOf(clip)).rejects.toThrow(/thread ended/);
    expect(await drawn(pool.render(scene, [rolling(1, 5)]))).toEqual(expected(rolling(1, 5)));
  });

  it("keeps the process until its threads have ended, also when a clip is given up meanwhile", async () => {
    const others = new Threads(2);
    const clip = new RenderPool(others).render(scene, [rolling(1)]);
    await clip.next();
    const closing = others.close();
    const unref = vi.spyOn(Worker.prototype, "unref");
    await clip.return(undefined);
    expect(unref).not.toHaveBeenCalled();
    unref.mockRestore();
    await closing;
  });
});
