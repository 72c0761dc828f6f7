import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { detectNear } from "../../src/pipeline/perceive/detect-near.ts";
import { findFaces, measureFaces } from "../../src/pipeline/perceive/faces.ts";
import { LEFT_EYE_CONTOUR, LEFT_IRIS, RIGHT_EYE_CONTOUR, RIGHT_IRIS } from "../../src/pipeline/perceive/mesh-parts.ts";
import { mostProminent } from "../../src/pipeline/perceive/prominence.ts";
import { MASK_SIZE, segmentPerson } from "../../src/pipeline/perceive/segment.ts";
import { decodePhoto } from "../../src/pipeline/photo/decode.ts";
import type { Box, Face, Mesh, Photo } from "../../src/pipeline/types.ts";
import { album, PORTRAIT } from "../support/photos.ts";
import { asSharp } from "../support/pictures.ts";

/** Pictures of several people, how many they are, and how wide their faces are at least, pixels. */
const GROUPS = [
  ["two-together.jpg", 2, 150],
  ["four-together.jpg", 4, 140],
  ["six-in-rows.jpg", 6, 55],
] as const;

async function open(path: string): Promise<Photo> {
  return decodePhoto(await readFile(path));
}

async function toPhoto(picture: Sharp): Promise<Photo> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data), damaged: false };
}

/** Mean position of some points of a mesh. */
function middle(mesh: Mesh, points: readonly number[]): { x: number; y: number } {
  const mean = (axis: number): number =>
    points.reduce((sum, point) => sum + mesh[point * 3 + axis]!, 0) / points.length;
  return { x: mean(0), y: mean(1) };
}

describe("pictures of several people", () => {
  it.each(GROUPS)("%s: finds its %i faces, numbered from left to right", async (name, count, least) => {
    const photo = await open(album(name));
    const faces = await findFaces(photo);
    expect(faces.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    const centres = faces.map(({ box }) => box.x + box.width / 2);
    expect(centres).toEqual([...centres].sort((a, b) => a - b));
    for (const { box, score, obstacle } of faces) {
      expect(box.width).toBeGreaterThan(least);
      expect(score).toBeGreaterThan(0.5);
      expect(obstacle).toBeNull();
    }
    expect(mostProminent(photo, faces)).not.toBeNull();
  });
});

describe("where somebody has drawn a frame", () => {
  /** A portrait so far away that its face is 18 pixels wide. */
  const open = async (): Promise<{ photo: Photo; frame: Box }> => {
    const [{ box }] = (await findFaces(await toPhoto(sharp(PORTRAIT)))) as [Face];
    const scale = 18 / box.width;
    const small = await sharp(PORTRAIT)
      .resize(Math.round(512 * scale))
      .toBuffer();
    const night = sharp({ create: { width: 1400, height: 1000, channels: 3, background: "#222" } });
    const photo = await toPhoto(
      sharp(
        await night
          .composite([{ input: small, left: 900, top: 500 }])
          .png()
          .toBuffer(),
      ),
    );
    const frame = { x: 897 + box.x * scale, y: 497 + box.y * scale, width: 24, height: 28 };
    return { photo, frame };
  };
  const lookAt = async (photo: Photo, near: Box): Promise<readonly Face[]> =>
    measureFaces(photo, await detectNear(photo, near), { near });

  it("a face is taken that is otherwise too small", async () => {
    const { photo, frame } = await open();
    expect((await findFaces(photo)).map(({ obstacle }) => obstacle)).toEqual(["faceTooSmall"]);
    const [face, ...others] = await lookAt(photo, frame);
    expect(others).toEqual([]);
    expect(face?.obstacle).toBeNull();
    expect(face?.box.x).toBeCloseTo(frame.x + 3, -1);
    expect(face?.box.width).toBeCloseTo(18, -1);
  });

  it("nothing becomes a face that is none", async () => {
    const { photo } = await open();
    expect(await lookAt(photo, { x: 200, y: 200, width: 150, height: 180 })).toEqual([]);
    const coins = await decodePhoto(await readFile(album("coins.jpg")));
    expect(await lookAt(coins, { x: 50, y: 50, width: 90, height: 90 })).toEqual([]);
  });
});

describe("a picture turned, mirrored and shrunk", () => {
  let photo: Photo;
  let faces: Face[];
  beforeAll(async () => {
    photo = await open(album("four-together.jpg"));
    faces = await findFaces(photo);
  });

  it("mirrored, every face turns and leans the other way", async () => {
    const mirrored = (await findFaces(await toPhoto(asSharp(photo).flop()))).reverse();
    expect(mirrored.length).toBe(faces.length);
    faces.forEach(({ pose, box }, i) => {
      const other = mirrored[i]!;
      expect(Math.abs(other.pose.yaw + pose.yaw)).toBeLessThan(6);
      expect(Math.abs(other.pose.roll + pose.roll)).toBeLessThan(4);
      expect(Math.abs(other.pose.pitch - pose.pitch)).toBeLessThan(6);
      expect(Math.abs(photo.width - other.box.x - other.box.width - box.x)).toBeLessThan(box.width * 0.1);
    });
  });

  it.each([-40, -20, 20, 40])(
    "turned by %i degrees, an upright face leans by as much and nothing else changes",
    async (angle) => {
      const upright = [...faces].sort((a, b) => Math.abs(a.pose.roll) - Math.abs(b.pose.roll))[0]!;
      const { box } = upright;
      const [left, top] = [box.x - box.width, box.y - box.height].map((edge) => Math.max(0, Math.round(edge)));
      const right = Math.min(photo.width, Math.round(box.x + 2 * box.width));
      const bottom = Math.min(photo.height, Math.round(box.y + 2 * box.height));
      const area = { left: left!, top: top!, width: right - left!, height: bottom - top! };
      const crop = await toPhoto(asSharp(photo).extract(area));
      const found = await findFaces(await toPhoto(asSharp(crop).rotate(angle, { background: "#888" })));
      const face = [...found].sort((a, b) => b.box.width - a.box.width)[0]!;
      expect(Math.abs(face.pose.roll - upright.pose.roll - angle)).toBeLessThan(4);
      expect(Math.abs(face.pose.yaw - upright.pose.yaw)).toBeLessThan(6);
      expect(Math.abs(face.pose.pitch - upright.pose.pitch)).toBeLessThan(6);
    },
  );

  it("shrunk to faces of 25 px in a larger picture, all are found, and said to be as small as they are", async () => {
    const small = await asSharp(photo).resize(240).png().toBuffer();
    const canvas = sharp({ create: { width: 2000, height: 1300, channels: 3, background: "#807868" } });
    const found = await findFaces(
      await toPhoto(
        sharp(
          await canvas
            .composite([{ input: small, left: 900, top: 400 }])
            .png()
            .toBuffer(),
        ),
      ),
    );
    expect(found.length).toBe(faces.length);
    for (const { box, obstacle } of found) expect(obstacle).toBe(box.width < 24 ? "faceTooSmall" : null);
  });

  it("cut to the face alone, the face is still found", async () => {
    const { box } = faces[0]!;
    const [left, top] = [Math.round(box.x), Math.round(box.y)];
    const cut = asSharp(photo).extract({ left, top, width: Math.round(box.width), height: Math.round(box.height) });
    const found = await findFaces(await toPhoto(cut));
    expect(found.length).toBe(1);
    expect(found[0]!.box.width).toBeGreaterThan(box.width * 0.8);
  });

  it("has irises between the lids of their own eyes, the right eye on the image's left", () => {
    for (const { mesh, box } of faces) {
      const [right, left] = [middle(mesh, RIGHT_IRIS), middle(mesh, LEFT_IRIS)];
      for (const [iris, lids] of [
        [right, RIGHT_EYE_CONTOUR],
        [left, LEFT_EYE_CONTOUR],
      ] as const) {
        const eye = middle(mesh, lids);
        expect(Math.hypot(iris.x - eye.x, iris.y - eye.y)).toBeLessThan(box.width * 0.05);
      }
      expect(right.x).toBeLessThan(left.x);
    }
  });

  it("shows a person where the head is and none in the upper corners", async () => {
    const { box } = faces[0]!;
    const side = Math.round(box.width * 2);
    const region = {
      left: Math.round(box.x - box.width / 2),
      top: Math.round(box.y - box.height / 2),
      width: side,
      height: side,
    };
    const head = await toPhoto(asSharp(photo).extract(region));
    const mask = await segmentPerson(head.rgb, head.width, head.height);
    expect(mask.length).toBe(MASK_SIZE * MASK_SIZE);
    expect(mask[(MASK_SIZE / 2) * MASK_SIZE + MASK_SIZE / 2]).toBeGreaterThan(0.9);
    expect(mask[4 * MASK_SIZE + 4]).toBeLessThan(0.3);
  });

  it("refuses to separate a person in a picture that is not square", async () => {
    await expect(segmentPerson(photo.rgb, photo.width, photo.height)).rejects.toThrow(RangeError);
  });
});

/** How heads are turned, as a person sees it: the sign of yaw, 0 for about straight, and how far they lean, degrees. */
const POSES = [
  ["andersson.jpg", 0, -8],
  ["dahlgren.jpg", 1, 7],
  ["engraving.jpg", 0, -5],
  ["claudet.png", -1, 0],
  ["cameraman.jpg", 1, 0],
  ["aged.jpg", 0, 0],
  ["dark.jpg", 0, 0],
  ["cracked.jpg", 0, 3],
  ["leaning.jpg", 1, 42],
  ["upside-down.jpg", 0, 180],
] as const;

describe("one person, however old, dark, damaged or askew the picture is", () => {
  it.each(POSES)("%s: yaw %i, leaning by %i degrees", async (name, yaw, roll) => {
    const [face, ...others] = await findFaces(await open(album(name)));
    expect(others).toHaveLength(0);
    if (yaw === 0) expect(Math.abs(face!.pose.yaw)).toBeLessThan(14);
    else expect(face!.pose.yaw * yaw).toBeGreaterThan(14);
    expect(Math.abs(turnBetween(face!.pose.roll, roll))).toBeLessThan(6);
  });

  it("faces of 20 px in a print that has almost faded away are found in part, and said to be too small", async () => {
    const faces = await findFaces(await open(album("expedition.jpg")));
    expect(faces.length).toBeGreaterThanOrEqual(2);
    expect(faces.length).toBeLessThanOrEqual(5);
    for (const { obstacle } of faces) expect(obstacle).toBe("faceTooSmall");
  });
});

describe("pictures without a face", () => {
  it.each(["coins.jpg", "coffee.jpg", "cat.jpg", "deep-field.jpg"])("%s: finds none", async (name) => {
    expect(await findFaces(await open(album(name)))).toEqual([]);
  });
});

describe("degenerate photos", () => {
  it.each([
    [1, 1],
    [1, 3000],
    [3000, 2],
    [64, 64],
  ])("%i x %i px: no face and no error", async (width, height) => {
    const grey = new Uint8Array(width * height * 3).fill(90);
    expect(await findFaces({ width, height, rgb: grey, damaged: false })).toEqual([]);
  });

  it("stops when it is told to", async () => {
    const photo = await open(album("two-together.jpg"));
    await expect(findFaces(photo, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe("a portrait that hangs the wrong way round", () => {
  it.each([120, 180, 240])("is measured as it lies: turned by %i degrees", async (angle) => {
    const portrait = await open(PORTRAIT);
    const [face, ...others] = await findFaces(await toPhoto(asSharp(portrait).rotate(angle, { background: "#888" })));
    expect(others).toHaveLength(0);
    expect(Math.abs(turnBetween(face!.pose.roll, angle))).toBeLessThan(10);
  });
});

/** Degrees from one direction to another, -180..180. */
function turnBetween(a: number, b: number): number {
  return ((((a - b + 180) % 360) + 360) % 360) - 180;
}
