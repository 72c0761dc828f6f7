import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPipeline } from "../../src/pipeline/pipeline.ts";
import type { Animation } from "../../src/pipeline/request.ts";
import { type ClipFacts, openClip } from "./judges/clip.ts";
import type { Frame } from "./judges/frame.ts";
import { identityDistance } from "./judges/measures.ts";
import {
  type EyeSighting,
  judgeBlink,
  judgeEye,
  loadPanel,
  type Panel,
  type Sighting,
  watch,
  watchEyes,
} from "./judges/panel.ts";
import { meanChange } from "./judges/pictures.ts";

const IDENTITY_LIMIT = 0.45;
/** x264 leaves differences of this size between equal frames. */
const CODING_NOISE = 1.5;

interface Clip {
  readonly animation: Animation;
  readonly facts: ClipFacts;
  readonly frames: readonly Frame[];
}
interface Watched extends Clip {
  readonly sightings: readonly Sighting[];
}

let panel: Panel;
beforeAll(async () => {
  panel = await loadPanel();
});

const pipeline = openPipeline();
afterAll(async () => pipeline.close());

/** By its name, so that a person's next gesture begins, as people ask for it, where the first one was made ready. */
async function makeClip(path: string, gesture: string): Promise<Clip> {
  const animation = await pipeline.animate({ photo: await readFile(path), gesture, seed: 1 }, { name: path });
  return { animation, ...(await openClip(animation.clip.mp4)) };
}

async function watchGesture(path: string, gesture: string): Promise<Watched> {
  const clip = await makeClip(path, gesture);
  return { ...clip, sightings: await watch(panel, clip.frames, { every: 5 }) };
}

/** Blinks are short: every second frame. */
async function watchBlinks(path: string, gesture: string): Promise<Clip & { readonly sightings: EyeSighting[] }> {
  const clip = await makeClip(path, gesture);
  return { ...clip, sightings: await watchEyes(panel, clip.frames, { every: 2 }) };
}

/** What must hold of every clip, whatever the gesture. */
function expectWhole({ animation, facts, frames, sightings }: Watched): void {
  const { clip } = animation;
  expect(facts).toMatchObject({
    codec: "h264",
    profile: "High",
    pixelFormat: "yuv420p",
    audio: false,
    faststart: true,
  });
  expect(facts.colour).toContain("bt709");
  expect([facts.width, facts.height]).toEqual([clip.width, clip.height]);
  expect(facts.fps).toBe(25);
  expect(frames).toHaveLength(clip.frames);
  expect(facts.seconds).toBeCloseTo(clip.frames / clip.fps, 1);
  expect(clip.seconds).toBeGreaterThanOrEqual(3);
  expect(clip.seconds).toBeLessThanOrEqual(8.1);
  const [first, last] = [frames[0], frames.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a clip without frames");
  expect(meanChange(first, last)).toBeLessThan(CODING_NOISE);
  const person = sightings[0]?.descriptor ?? new Float32Array();
  for (const { frame, descriptor } of sightings) {
    expect(identityDistance(person, descriptor), `identity in frame ${frame}`).toBeLessThan(IDENTITY_LIMIT);
  }
}

function valuesOf(sightings: readonly Sighting[], measure: (sighting: Sighting) => number): number[] {
  const rest = sightings[0] === undefined ? 0 : measure(sightings[0]);
  return sightings.map((sighting) => measure(sighting) - rest);
}

/** For people who do not smile yet. */
export function describeSmile(name: string, path: string): void {
  describe(`smile of ${name}`, () => {
    it("widens the mouth by 8 %", async () => {
      const watched = await watchGesture(path, "smile");
      expectWhole(watched);
      const width = watched.sightings.map(({ head }) => head.mouthWidth);
      expect(Math.max(...width) / (width[0] ?? 1)).toBeGreaterThan(1.08);
    });
  });
}

/** What every gesture must do to a face, as independent models see it. */
export function describeGestures(name: string, path: string): void {
  describe(`gestures of ${name}, as independent models see them`, () => {
    it("blink closes both eyes and opens them again", async () => {
      const watched = await watchBlinks(path, "blink");
      expectWhole(watched);
      for (const side of [0, 1] as const) {
        const verdict = judgeBlink(watched.sightings, side);
        expect(verdict).toMatchObject({ openAtStart: true, closedByEyeState: true, closedByLids: true });
        expect(verdict.eyeState.end).toBeLessThan(0.5);
        expect(verdict.lids.end).toBeGreaterThan(0.8);
      }
    });

    it("wink closes one eye and leaves the other open", async () => {
      const watched = await watchBlinks(path, "wink");
      expectWhole(watched);
      const [first] = watched.sightings;
      if (first === undefined) throw new Error("nothing was seen");
      const winks = watched.sightings.filter((sighting) => {
        const [a, b] = ([0, 1] as const).map((side) => judgeEye(sighting, first, side));
        const closed = [a, b].filter((eye) => eye?.byEyeState && eye.byLids);
        const open = [a, b].filter((eye) => eye && !eye.byEyeState && !eye.byLids);
        return closed.length === 1 && open.length === 1;
      });
      expect(winks.length).toBeGreaterThan(0);
    });

    it("turn takes the nose across the eyes to both sides", async () => {
      const watched = await watchGesture(path, "turn");
      expectWhole(watched);
      const across = valuesOf(watched.sightings, ({ head }) => head.noseAcross);
      expect(Math.max(...across)).toBeGreaterThan(0.05);
      expect(Math.min(...across)).toBeLessThan(-0.05);
    });

    it("tilt leans the head by at least 6 degrees", async () => {
      const watched = await watchGesture(path, "tilt");
      expectWhole(watched);
      const roll = valuesOf(watched.sightings, ({ head }) => head.roll);
      expect(Math.max(...roll) - Math.min(...roll)).toBeGreaterThan(6);
    });

    it("nod takes the nose down and up the face", async () => {
      const watched = await watchGesture(path, "nod");
      expectWhole(watched);
      const down = valuesOf(watched.sightings, ({ head }) => head.noseDown);
      expect(Math.max(...down) - Math.min(...down)).toBeGreaterThan(0.04);
    });

    it("nostalgia turns the head a little and blinks", async () => {
      const watched = await watchBlinks(path, "nostalgia");
      expectWhole(watched);
      const across = valuesOf(watched.sightings, ({ head }) => head.noseAcross);
      expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(0.03);
      const verdicts = ([0, 1] as const).map((side) => judgeBlink(watched.sightings, side));
      for (const verdict of verdicts) expect(verdict.closedByEyeState || verdict.closedByLids).toBe(true);
    });
  });
}
