import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prepared } from "../../src/pipeline/clip/prepare.ts";
import { sceneOf } from "../../src/pipeline/mesh/engine.ts";
import { rearFirst } from "../../src/pipeline/mesh/scene.ts";
import { wholePicture } from "../../src/pipeline/mesh/whole.ts";
import { openPipeline } from "../../src/pipeline/pipeline.ts";
import type { AnimateRequest } from "../../src/pipeline/request.ts";
import type { Face } from "../../src/pipeline/types.ts";
import { drawMark, makeMark } from "../../src/pipeline/video/mark.ts";
import { userErrorOf } from "../support/errors.ts";
import { openClip } from "../support/judges/clip.ts";
import { ChangeMap, movablePixels, outlineOf } from "../support/whole-photo.ts";

const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");

/** The example's woman, and before her, lower and overlapping, herself mirrored: 300 x 240. */
async function twoOfThem(): Promise<Uint8Array> {
  const one = await sharp(PORTRAIT).resize(192, 192).toBuffer();
  const other = await sharp(PORTRAIT).resize(174, 174).flop().toBuffer();
  return sharp({ create: { width: 300, height: 240, channels: 3, background: "#67707c" } })
    .composite([
      { input: one, left: 0, top: 0 },
      { input: other, left: 126, top: 66 },
    ])
    .png()
    .toBuffer();
}

const pipeline = openPipeline();
afterAll(async () => pipeline.close());

interface Watched {
  readonly prepared: Prepared;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  readonly changes: ChangeMap;
}

async function watch(request: AnimateRequest): Promise<Watched> {
  const changes = new ChangeMap();
  const seen: Uint8Array[] = [];
  const prepared = await pipeline.renderFrames(request, (rgb) => {
    changes.see(rgb);
    seen.splice(1, 1, Uint8Array.from(rgb));
  });
  return { prepared, first: seen[0]!, last: seen[1]!, changes };
}

/** Which part of a face's outline changed, 0..1. */
function changedPart(face: Face, { prepared: { film }, changes }: Watched): number {
  const inside = outlineOf(face, sceneOf(film));
  const count = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0);
  return count(inside.map((flag, i) => (flag === 1 && changes.most[i]! > 0 ? 1 : 0))) / count(inside);
}

let photo: Uint8Array;
beforeAll(async () => {
  photo = await twoOfThem();
});

describe("everyone in the whole photo", () => {
  let clip: Watched;
  beforeAll(async () => {
    clip = await watch({ photo, face: "all", gesture: "wink", seed: 4 });
  });

  it("starts and ends with the photo itself, to the last level", async () => {
    const { rgb, width, height } = await wholePicture(clip.prepared.photo);
    drawMark(makeMark(width, height), width, rgb);
    expect([width, height]).toEqual([600, 480]);
    expect(Buffer.compare(clip.first, rgb)).toBe(0);
    expect(Buffer.compare(clip.last, rgb)).toBe(0);
  });

  it("moves every face, the rearmost drawn first, and not a level of what is nobody's", () => {
    const { faces, roles, film } = clip.prepared;
    expect(faces).toHaveLength(2);
    expect(roles.map(({ face }) => face.index).sort()).toEqual([1, 2]);
    expect(rearFirst(roles.map(({ face }) => face)).map(({ index }) => index)).toEqual([1, 2]);
    for (const face of faces) expect(changedPart(face, clip)).toBeGreaterThan(0.5);
    const movable = movablePixels(sceneOf(film));
    expect(clip.changes.most.filter((change, i) => change > 0 && movable[i] === 0)).toHaveLength(0);
    expect(movable.filter((flag) => flag === 0).length).toBeGreaterThan(0.2 * movable.length);
  });

  it("moves one face alone without touching the other, whichever stands before the other", async () => {
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const alone = await watch({ photo, face: one, framing: "photo", gesture: "nod", seed: 4 });
      const [still, moving] = [other, one].map((index) => clip.prepared.faces.find((face) => face.index === index)!);
      expect(changedPart(still!, alone)).toBe(0);
      expect(changedPart(moving!, alone)).toBeGreaterThan(0.8);
    }
  });

  it("becomes one clip that says what moves, under the size limit", async () => {
    const { clip: made, ...animation } = await pipeline.animate({
      photo,
      face: "all",
      gesture: "wink",
      maxBytes: 40_000,
    });
    expect(animation).toMatchObject({
      face: "all",
      gesture: "wink",
      animated: [
        { face: 1, gesture: "wink", driver: "wink" },
        { face: 2, gesture: "wink", driver: "wink" },
      ],
    });
    expect(made.mp4.length).toBeLessThanOrEqual(40_000);
    const { facts, frames } = await openClip(made.mp4);
    expect(facts).toMatchObject({ codec: "h264", width: 600, height: 480, fps: 25 });
    expect(frames).toHaveLength(made.frames);
  });

  it("has nobody in a picture without faces, and no portrait", async () => {
    const empty = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#888" } })
      .png()
      .toBuffer();
    expect(await userErrorOf(pipeline.animate({ photo: empty, face: "all" }))).toMatchObject({ code: "noFace" });
    await expect(pipeline.animate({ photo, face: "all", framing: "portrait" })).rejects.toThrow(RangeError);
  });
});
