import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { decodePhoto } from "../../../../src/pipeline/photo/decode.ts";
import { shownOf, stripOf, thumbnailOf } from "../../../../src/queue/render/small-pictures.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const PORTRAIT = join(import.meta.dirname, "../../../../examples/portrait.jpg");

/** The portrait as a photo of this size. */
async function photoOf(width: number, height: number) {
  return decodePhoto(await sharp(PORTRAIT).resize(width, height).jpeg().toBuffer());
}

async function sizeOf(jpeg: Uint8Array): Promise<readonly number[]> {
  const { width, height, format } = await sharp(jpeg).metadata();
  expect(format).toBe("jpeg");
  expect(jpeg.length).toBeLessThan(200_000);
  return [width, height];
}

it("a clip's thumbnail has the shape of what the clip shows, also beyond the photo's edges", async () => {
  const photo = await photoOf(640, 480);
  expect(await sizeOf(await thumbnailOf(photo, { x: 100, y: 50, width: 200, height: 200 }))).toEqual([320, 320]);
  expect(await sizeOf(await thumbnailOf(photo, { x: -60, y: 300, width: 300, height: 300 }))).toEqual([320, 320]);
  expect(await sizeOf(await thumbnailOf(photo, { x: 0, y: 0, width: 640, height: 480 }))).toEqual([320, 240]);
});

it("a photo is shown reduced, and never enlarged", async () => {
  expect(await sizeOf(await shownOf(await photoOf(2000, 1000)))).toEqual([1280, 640]);
  expect(await sizeOf(await shownOf(await photoOf(300, 200)))).toEqual([300, 200]);
});

it("the strip shows few faces large and many in rows", async () => {
  const photo = await photoOf(640, 480);
  expect(await sizeOf(await stripOf(photo, facesInARow(3)))).toEqual([6 + 3 * 186, 6 + 186]);
  expect(await sizeOf(await stripOf(photo, facesInARow(14)))).toEqual([6 + 6 * 136, 6 + 3 * 136]);
});
