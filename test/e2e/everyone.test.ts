import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { type AnimateRequest, animate, renderFrames } from "../../src/pipeline/animate.ts";
import type { Prepared } from "../../src/pipeline/prepare.ts";
import { facePixels } from "../../src/pipeline/rig/face-pixels.ts";
import { drawMark } from "../../src/pipeline/rig/mark.ts";
import type { Scene } from "../../src/pipeline/rig/scene.ts";
import { wholePicture } from "../../src/pipeline/rig/whole.ts";
import type { Face } from "../../src/pipeline/types.ts";
import { userErrorOf } from "../support/errors.ts";
import { openClip } from "../support/judges/clip.ts";

const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");

/** The example's woman, and before her, lower and overlapping, herself mirrored: 500 x 400. */
async function twoOfThem(): Promise<Uint8Array> {
  const one = await sharp(PORTRAIT).resize(320, 320).toBuffer();
  const other = await sharp(PORTRAIT).resize(290, 290).flop().toBuffer();
  return sharp({ create: { width: 500, height: 400, channels: 3, background: "#67707c" } })
    .composite([
      { input: one, left: 0, top: 0 },
      { input: other, left: 210, top: 110 },
    ])
    .png()
    .toBuffer();
}

interface Watched {
  readonly prepared: Prepared;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  /** Per pixel 1 where any frame differs from the first. */
  readonly moved: Uint8Array;
}

async function watch(request: AnimateRequest): Promise<Watched> {
  let [first, last, moved] = [new Uint8Array(), new Uint8Array(), new Uint8Array()];
  const prepared = await renderFrames(request, (rgb, frame) => {
    if (frame === 0) [first, moved] = [Uint8Array.from(rgb), new Uint8Array(rgb.length / 3)];
    last = Uint8Array.from(rgb);
    for (let i = 0, k = 0; i < moved.length; i++, k += 3)
      if (rgb[k] !== first[k] || rgb[k + 1] !== first[k + 1] || rgb[k + 2] !== first[k + 2]) moved[i] = 1;
  });
  return { prepared, first, last, moved };
}

/** Pixels of the clip that belong to the cells of a face: nothing else may change. */
function movablePixels({ width, height, layers }: Scene): Uint8Array {
  const out = new Uint8Array(width * height);
  for (const { rig, left, top } of layers) {
    const { grid, framing, weights, shapes } = rig;
    const loose = Uint8Array.from(weights, (weight) => (weight > 0 ? 1 : 0));
    for (const { vertices } of shapes) for (const vertex of vertices) loose[vertex] = 1;
    for (let y = 0; y < framing.size; y++)
      for (let x = 0; x < framing.size; x++) {
        const [px, py] = [left + x, top + y];
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        const corner =
          Math.floor((y + framing.pad) / grid.step) * grid.columns + Math.floor((x + framing.pad) / grid.step);
        if ([0, 1, grid.columns, grid.columns + 1].some((k) => loose[corner + k] === 1)) out[py * width + px] = 1;
      }
  }
  return out;
}

/** How many pixels of a face's outline moved, of how many. */
function movedOf(face: Face, { prepared: { scene }, moved }: Watched): readonly [moved: number, all: number] {
  const side = Math.max(scene.width, scene.height);
  const inside = facePixels(
    face.mesh.map((value) => value * scene.scale),
    side,
  );
  let [count, all] = [0, 0];
  for (let y = 0; y < scene.height; y++)
    for (let x = 0; x < scene.width; x++) {
      if (inside[y * side + x] === 0) continue;
      all++;
      count += moved[y * scene.width + x]!;
    }
  return [count, all];
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
    drawMark(clip.prepared.scene.mark, width, rgb);
    expect([width, height]).toEqual([1000, 800]);
    expect(Buffer.compare(clip.first, rgb)).toBe(0);
    expect(Buffer.compare(clip.last, rgb)).toBe(0);
  });

  it("moves every face, the rearmost drawn first, and not a level of what is nobody's", () => {
    const { faces, roles, scene } = clip.prepared;
    expect(faces).toHaveLength(2);
    expect(roles.map(({ face }) => face.index)).toEqual([1, 2]);
    for (const face of faces) {
      const [moved, all] = movedOf(face, clip);
      expect(moved).toBeGreaterThan(0.5 * all);
    }
    const movable = movablePixels(scene);
    expect(clip.moved.filter((changed, i) => changed === 1 && movable[i] === 0)).toHaveLength(0);
    expect(movable.filter((flag) => flag === 0).length).toBeGreaterThan(0.2 * movable.length);
  });

  it("moves one face alone without touching the other, whichever stands before the other", async () => {
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const alone = await watch({ photo, face: one, framing: "photo", gesture: "nod", seed: 4 });
      const [still, moving] = [other, one].map((index) => clip.prepared.faces.find((face) => face.index === index)!);
      expect(movedOf(still!, alone)[0]).toBe(0);
      const [moved, all] = movedOf(moving!, alone);
      expect(moved).toBeGreaterThan(0.8 * all);
    }
  });

  it("becomes one clip that says what moves, under the size limit", async () => {
    const { clip: made, ...animation } = await animate({ photo, face: "all", gesture: "wink", maxBytes: 60_000 });
    expect(animation).toMatchObject({
      face: "all",
      gesture: "wink",
      animated: [
        { face: 1, gesture: "wink", driver: "wink" },
        { face: 2, gesture: "wink", driver: "wink" },
      ],
    });
    expect(made.mp4.length).toBeLessThanOrEqual(60_000);
    const { facts, frames } = await openClip(made.mp4);
    expect(facts).toMatchObject({ codec: "h264", width: 1000, height: 800, fps: 25 });
    expect(frames).toHaveLength(made.frames);
    // The profile's number stands behind the configuration box's name: High, no more than level 4.
    const box = Buffer.from(made.mp4).indexOf("avcC");
    expect(made.mp4[box + 5]).toBe(100);
    expect(made.mp4[box + 7]).toBeLessThanOrEqual(40);
  });

  it("has nobody in a picture without faces, and no portrait", async () => {
    const empty = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#888" } })
      .png()
      .toBuffer();
    expect(await userErrorOf(animate({ photo: empty, face: "all" }))).toMatchObject({ code: "noFace" });
    await expect(animate({ photo, face: "all", framing: "portrait" })).rejects.toThrow(RangeError);
  });
});
