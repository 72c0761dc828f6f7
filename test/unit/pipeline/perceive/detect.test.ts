import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { detectFaces } from "../../../../src/pipeline/perceive/detect.ts";
import { measureFaces } from "../../../../src/pipeline/perceive/faces.ts";
import type { Photo } from "../../../../src/pipeline/types.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { asSharp } from "../../../support/pictures.ts";

/** The example's woman `count * count` times, each `side` pixels wide and turned by so many degrees. */
async function tiled(count: number, side: number, degrees: number): Promise<Photo> {
  const one = await sharp(PORTRAIT).resize(side, side).rotate(degrees).png().toBuffer();
  const size = count * side;
  const canvas = sharp({ create: { width: size, height: size, channels: 3, background: "#888" } });
  const rgb = await canvas
    .composite([{ input: one, tile: true, gravity: "northwest" }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width: size, height: size, rgb, damaged: false };
}

describe("a picture that is tiled with faces", () => {
  it.each([0, 90])("turned by %i degrees, has 120 candidates at most", async (degrees) => {
    expect((await detectFaces(await tiled(13, 90, degrees))).length).toBe(120);
  });

  it("keeps what is large among what is small", async () => {
    const photo = await tiled(15, 90, 0);
    const large = await sharp(PORTRAIT).resize(450, 450).png().toBuffer();
    const rgb = await asSharp(photo)
      .composite([{ input: large, left: 450, top: 450 }])
      .removeAlpha()
      .raw()
      .toBuffer();
    const found = await detectFaces({ ...photo, rgb });
    const widest = Math.max(...found.map(({ box }) => box.width));
    // A face takes up about a third of its own picture.
    expect(widest).toBeGreaterThan(110);
    expect(found).toHaveLength(120);
  });
});

describe("a look that nobody wants any more", () => {
  let photo: Photo;
  beforeAll(async () => {
    photo = await tiled(3, 120, 0);
  });

  it("ends between two windows", async () => {
    const abort = new AbortController();
    const searching = detectFaces(photo, { signal: abort.signal });
    abort.abort();
    await expect(searching).rejects.toThrow(/abort/i);
  });

  it("ends between two runs over the same face", async () => {
    const abort = new AbortController();
    const measuring = measureFaces(photo, await detectFaces(photo), { signal: abort.signal });
    abort.abort();
    await expect(measuring).rejects.toThrow(/abort/i);
  });
});
