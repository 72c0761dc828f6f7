import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prepared } from "../../src/pipeline/clip/prepare.ts";
import { sceneOf } from "../../src/pipeline/mesh/engine.ts";
import { clipPart } from "../../src/pipeline/mesh/rig/framing.ts";
import type { Rig } from "../../src/pipeline/mesh/rig/rig.ts";
import { openPipeline } from "../../src/pipeline/pipeline.ts";
import type { AnimateRequest } from "../../src/pipeline/request.ts";
import { drawMark, makeMark } from "../../src/pipeline/video/mark.ts";
import { userErrorOf } from "../support/errors.ts";
import { album, PORTRAIT } from "../support/photos.ts";

/** Small, because it is drawn again and again. Without a seed: photo and face decide it. */
const request: AnimateRequest = { photo: await sharp(PORTRAIT).resize(240, 240).png().toBuffer(), gesture: "tilt" };

const pipeline = openPipeline();
afterAll(async () => pipeline.close());

interface Rendered {
  readonly prepared: Prepared;
  readonly digests: readonly string[];
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  /** Per pixel of the clip 1 where any frame differs from the first. */
  readonly moved: Uint8Array;
}

async function render(wanted: AnimateRequest): Promise<Rendered> {
  const digests: string[] = [];
  let first: Uint8Array = new Uint8Array();
  let last: Uint8Array = first;
  let moved: Uint8Array = first;
  const prepared = await pipeline.renderFrames(wanted, (rgb, frame) => {
    if (frame === 0) [first, moved] = [Uint8Array.from(rgb), new Uint8Array(rgb.length / 3)];
    last = rgb;
    digests.push(createHash("sha256").update(rgb).digest("hex"));
    for (let i = 0, k = 0; i < moved.length; i++, k += 3)
      if (rgb[k] !== first[k] || rgb[k + 1] !== first[k + 1] || rgb[k + 2] !== first[k + 2]) moved[i] = 1;
  });
  return { prepared, digests, first, last, moved };
}

/** The photo's own crop with the mark: what the clip must start and end with. */
function stillOf({ film }: Prepared): Uint8Array {
  const { rig } = sceneOf(film).layers[0]!;
  const still = clipPart(rig.texture, rig.framing);
  drawMark(makeMark(film.width, film.height), film.width, still);
  return still;
}

/** For each pixel of the clip 1 where it lies in a cell with a corner that the head or an expression takes along, or the body that breathes. */
function movablePixels({ grid, weights, body, shapes, framing: { size, pad } }: Rig): Uint8Array {
  const loose = Uint8Array.from(weights, (weight, i) => (weight > 0 || body.trunk[i]! > 0 ? 1 : 0));
  for (const { vertices } of shapes) for (const vertex of vertices) loose[vertex] = 1;
  return Uint8Array.from({ length: size * size }, (_, i) => {
    const column = Math.floor(((i % size) + pad) / grid.step);
    const row = Math.floor((Math.floor(i / size) + pad) / grid.step);
    const corner = row * grid.columns + column;
    return [0, 1, grid.columns, grid.columns + 1].some((k) => loose[corner + k] === 1) ? 1 : 0;
  });
}

const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);

/** Pixels that changed although nothing takes them along. */
function strays({ prepared, moved }: Rendered): number {
  const movable = movablePixels(sceneOf(prepared.film).layers[0]!.rig);
  return count(moved.map((changed, i) => (movable[i] === 0 ? changed : 0)));
}

describe("renderFrames", () => {
  let clip: Rendered;
  beforeAll(async () => {
    clip = await render(request);
  });

  it("renders every frame of the motion", () => {
    expect(clip.digests).toHaveLength(clip.prepared.roles[0].motion.frames);
    expect(new Set(clip.digests).size).toBeGreaterThan(0.9 * clip.digests.length);
  });

  it("starts and ends with the photo itself, to the last level", () => {
    const still = stillOf(clip.prepared);
    expect(Buffer.compare(clip.first, still)).toBe(0);
    expect(Buffer.compare(clip.last, still)).toBe(0);
  });

  it("changes no pixel by a single level that the head does not take along, in any frame", () => {
    const movable = movablePixels(sceneOf(clip.prepared.film).layers[0]!.rig);
    expect(count(movable)).toBeLessThan(0.95 * movable.length);
    expect(strays(clip)).toBe(0);
    expect(count(clip.moved)).toBeGreaterThan(0.2 * movable.length);
  });

  it("stops when it is no longer wanted, and gives the same frames as ever for the next request", async () => {
    const stop = new AbortController();
    let frames = 0;
    const stopped = pipeline.renderFrames(
      { ...request, gesture: "shake" },
      () => {
        if (++frames === 4) stop.abort(new Error("no longer wanted"));
      },
      { signal: stop.signal },
    );
    await expect(stopped).rejects.toThrow("no longer wanted");
    expect(frames).toBe(4);
    expect((await render(request)).digests).toEqual(clip.digests);
  });

  it("gives other frames for another seed", async () => {
    const other = await render({ ...request, seed: 6 });
    expect(other.digests[0]).toBe(clip.digests[0]);
    expect(other.digests.filter((digest, k) => digest === clip.digests[k]).length).toBeLessThan(10);
  });

  it("refuses a face that is not there and a gesture that nobody knows", async () => {
    const nothing = (): void => undefined;
    expect(await userErrorOf(pipeline.renderFrames({ ...request, face: 9 }, nothing))).toMatchObject({
      code: "noSuchFace",
      params: { face: 9, faces: 1 },
    });
    expect(await userErrorOf(pipeline.renderFrames({ ...request, gesture: "fly" }, nothing))).toMatchObject({
      code: "noSuchGesture",
    });
  });
});

describe("renderFrames of people among others", () => {
  const groups = ["two-together.jpg", "four-together.jpg", "six-in-rows.jpg"];
  it.each(groups)("starts and ends %s with the photo itself", async (name) => {
    const rendered = await render({ photo: readFileSync(album(name)), gesture: "nod", seed: 1 });
    const still = stillOf(rendered.prepared);
    expect(Buffer.compare(rendered.first, still)).toBe(0);
    expect(Buffer.compare(rendered.last, still)).toBe(0);
    expect(strays(rendered)).toBe(0);
  });
});
