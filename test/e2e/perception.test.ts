import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp, { type Region, type Sharp } from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { findFaces } from "../../src/pipeline/perceive/faces.ts";
import { LEFT_EYE_CONTOUR, LEFT_IRIS, RIGHT_EYE_CONTOUR, RIGHT_IRIS } from "../../src/pipeline/perceive/mesh-parts.ts";
import { mostProminent } from "../../src/pipeline/perceive/prominence.ts";
import { MASK_SIZE, segmentPerson } from "../../src/pipeline/perceive/segment.ts";
import { decodePhoto } from "../../src/pipeline/photo/decode.ts";
import type { Face, Mesh, Photo } from "../../src/pipeline/types.ts";
import { asSharp } from "../support/pictures.ts";

const samples = join(dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")), "demo");
/** People in the pictures that come with the package, counted by eye. */
const PEOPLE = {
  "sample1.jpg": 3,
  "sample2.jpg": 2,
  "sample3.jpg": 3,
  "sample4.jpg": 4,
  "sample5.jpg": 5,
  "sample6.jpg": 4,
};

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
  it.each(Object.entries(PEOPLE))("%s: finds its %i faces, numbered from left to right", async (name, count) => {
    const photo = await open(join(samples, name));
    const faces = await findFaces(photo);
    expect(faces.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    const centres = faces.map(({ box }) => box.x + box.width / 2);
    expect(centres).toEqual([...centres].sort((a, b) => a - b));
    for (const { box, score, obstacle } of faces) {
      expect(box.width).toBeGreaterThan(100);
      expect(score).toBeGreaterThan(0.5);
      expect(obstacle).toBeNull();
    }
    expect(mostProminent(photo, faces)).not.toBeNull();
  });
});

describe("a picture turned, mirrored and shrunk", () => {
  let photo: Photo;
  let faces: Face[];
  beforeAll(async () => {
    photo = await open(join(samples, "sample4.jpg"));
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
      const area = { left: box.x - box.width, top: box.y - box.height, width: box.width * 3, height: box.height * 3 };
      const whole = Object.fromEntries(
        Object.entries(area).map(([key, value]) => [key, Math.max(0, Math.round(value))]),
      );
      const crop = await toPhoto(asSharp(photo).extract(whole as unknown as Region));
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
    const photo = await open(join(samples, "sample2.jpg"));
    await expect(findFaces(photo, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe("a portrait that hangs the wrong way round", () => {
  it.each([120, 180, 240])("is measured as it lies: turned by %i degrees", async (angle) => {
    const portrait = await open(join(import.meta.dirname, "../../examples/portrait.jpg"));
    const [face, ...others] = await findFaces(await toPhoto(asSharp(portrait).rotate(angle, { background: "#888" })));
    expect(others).toHaveLength(0);
    expect(Math.abs(turnBetween(face!.pose.roll, angle))).toBeLessThan(10);
  });
});

/** Degrees from one direction to another, -180..180. */
function turnBetween(a: number, b: number): number {
  return ((((a - b + 180) % 360) + 360) % 360) - 180;
}
