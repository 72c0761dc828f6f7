import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cast, Engine, Film, OpenEngine, Puppet } from "../../src/pipeline/engine.ts";
import { openPipeline } from "../../src/pipeline/pipeline.ts";
import { makeMark } from "../../src/pipeline/video/mark.ts";
import { openClip } from "../support/judges/clip.ts";
import { PORTRAIT } from "../support/photos.ts";

/** What the contract must know of an engine besides itself. */
export interface EngineBench {
  readonly open: OpenEngine;
  /** Per pixel of a film 1 where it may change. */
  readonly movable: (film: Film, cast: Cast) => Uint8Array;
}

type Roles = Parameters<Puppet["film"]>[0];

/** A frame that was drawn, and the digests of all. */
interface Drawn {
  readonly film: Film;
  readonly digests: readonly string[];
  /** Per pixel 1 where any frame differs from the first. */
  readonly changed: Uint8Array;
}

/** Soon is within this many milliseconds, of the best of three: a busy machine may be late once. */
const SOON_MS = 200;
const PATIENCE = 120_000;
const NEVER = new AbortController().signal;
const photo = readFileSync(PORTRAIT);

/** What every engine owes: who writes one runs this on it. */
export function describeEngine(name: string, { open, movable }: EngineBench): void {
  describe(name, () => {
    let engine: Engine;
    let cast: Cast;
    let roles: Roles;
    let drawn: Drawn;
    /** Keeps hold of the engine that the pipeline opens, and of what it is given. */
    const watched: OpenEngine = (tools) => {
      const opened = open(tools);
      engine = opened;
      return {
        name: opened.name,
        limits: opened.limits,
        warmUp: () => opened.warmUp(),
        prepare: async (given, signal) => {
          cast = given;
          const puppet = await opened.prepare(given, signal);
          return {
            bytes: puppet.bytes,
            film: (asked, stop) => {
              roles = asked;
              return puppet.film(asked, stop);
            },
          };
        },
        close: async () => opened.close(),
      };
    };
    const pipeline = openPipeline({ engines: [watched] });
    let made: Awaited<ReturnType<typeof pipeline.animate>>;
    beforeAll(async () => {
      made = await pipeline.animate({ photo, gesture: "blink", enhance: "off", seed: 3 });
      drawn = await draw(await engine.prepare(cast, NEVER), roles);
    }, PATIENCE);
    afterAll(async () => pipeline.close());

    it("has a name that fits into jobs and records, and framings", () => {
      expect(engine.name).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
      expect(made.engine).toBe(engine.name);
      expect(engine.limits.framings.length).toBeGreaterThan(0);
      expect(engine.limits.mostMovers).toBeGreaterThan(0);
    });

    it("draws as many frames as the motion has, with even sides", () => {
      const { width, height, count, fps } = drawn.film;
      expect([width % 2, height % 2]).toEqual([0, 0]);
      expect([count, fps]).toEqual([roles[0].motion.frames, roles[0].motion.fps]);
      expect(drawn.digests).toHaveLength(count);
      expect(made.clip).toMatchObject({ width, height, frames: count, fps });
    });

    it("closes the loop, with motion between", () => {
      expect(drawn.digests.at(-1)).toBe(drawn.digests[0]);
      expect(new Set(drawn.digests).size).toBeGreaterThan(drawn.digests.length / 4);
    });

    it("gives the same frames for the same seed, whatever else was made of the same puppet", {
      timeout: PATIENCE,
    }, async () => {
      const puppet = await engine.prepare(cast, NEVER);
      const [{ motion, ...role }] = roles;
      const other = { ...motion, frames: motion.frames >> 1, values: motion.values.toReversed() };
      expect((await draw(puppet, [{ ...role, motion: other }])).digests).not.toEqual(drawn.digests);
      expect((await draw(puppet, roles)).digests).toEqual(drawn.digests);
      expect(puppet.bytes).toBeGreaterThan(drawn.film.width * drawn.film.height);
    });

    it("changes nothing outside what may move", () => {
      const free = movable(drawn.film, cast);
      expect(drawn.changed.filter((flag, i) => flag === 1 && free[i] === 0)).toHaveLength(0);
      expect(drawn.changed.filter((flag) => flag === 1).length).toBeGreaterThan(0);
    });

    it("cannot keep the mark off its clips, nor the note that they are synthetic", async () => {
      const { facts, frames } = await openClip(made.clip.mp4);
      for (const field of ["comment", "description"]) expect(facts.metadata[field]).toMatch(/synthetic motion/i);
      for (const frame of [frames[0]!, frames[Math.floor(frames.length / 2)]!, frames.at(-1)!])
        expect(markContrast(frame.rgb, drawn.film)).toBeGreaterThan(60);
    });

    it("stops soon when it is called off, and is fit for the next clip", { timeout: PATIENCE }, async () => {
      expect(await soonest(async () => stopWhilePreparing(engine, cast))).toBeLessThan(SOON_MS);
      const puppet = await engine.prepare(cast, NEVER);
      expect(await soonest(async () => stopWhileDrawing(puppet, roles))).toBeLessThan(SOON_MS);
      expect((await draw(puppet, roles)).digests).toEqual(drawn.digests);
    });
  });
}

async function draw(puppet: Puppet, roles: Roles): Promise<Drawn> {
  const film = puppet.film(roles, NEVER);
  const digests: string[] = [];
  const changed = new Uint8Array(film.width * film.height);
  let first: Uint8Array | undefined;
  for await (const rgb of film.frames()) {
    digests.push(createHash("sha256").update(rgb).digest("hex"));
    first ??= Uint8Array.from(rgb);
    for (let i = 0, k = 0; i < changed.length; i++, k += 3)
      if (rgb[k] !== first[k] || rgb[k + 1] !== first[k + 1] || rgb[k + 2] !== first[k + 2]) changed[i] = 1;
    // The reader may draw on what is theirs: no later frame may show it.
    rgb.fill(0);
  }
  return { film, digests, changed };
}

/** By how many levels the mark's letters are brighter than its plate beside them. */
function markContrast(rgb: Uint8Array, { width, height }: Film): number {
  const mark = makeMark(width, height);
  const means = [0, 1].map((letter) => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < mark.letters.length; i++) {
      if (mark.plate[i] !== 1 || Math.abs(mark.letters[i]! - letter) > 0.3) continue;
      const at = 3 * ((mark.y + Math.floor(i / mark.width)) * width + mark.x + (i % mark.width));
      sum += (rgb[at]! + rgb[at + 1]! + rgb[at + 2]!) / 3;
      count++;
    }
    return sum / count;
  });
  return means[1]! - means[0]!;
}

/** Milliseconds from the abort until the engine gave up. */
async function stopWhilePreparing(engine: Engine, cast: Cast): Promise<number> {
  const stop = new AbortController();
  const preparing = engine.prepare(cast, stop.signal);
  return timeToStop(stop, preparing);
}

async function stopWhileDrawing(puppet: Puppet, roles: Roles): Promise<number> {
  const stop = new AbortController();
  const frames = puppet.film(roles, stop.signal).frames()[Symbol.asyncIterator]();
  for (let frame = 0; frame < 3; frame++) await frames.next();
  return timeToStop(stop, drain(frames));
}

async function drain(frames: AsyncIterator<Uint8Array>): Promise<void> {
  while ((await frames.next()).done !== true);
}

async function timeToStop(stop: AbortController, work: Promise<unknown>): Promise<number> {
  const reason = new Error("no longer wanted");
  // The work takes its first step before it is called off.
  await Promise.resolve();
  const start = performance.now();
  stop.abort(reason);
  await expect(work).rejects.toBe(reason);
  return performance.now() - start;
}

async function soonest(measure: () => Promise<number>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3; attempt++) best = Math.min(best, await measure());
  return best;
}
