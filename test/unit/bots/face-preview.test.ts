import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { facePreview } from "../../../src/bots/face-preview.ts";
import { facesInARow } from "../../support/fake-telegram/held-renderer.ts";

const PORTRAIT = join(import.meta.dirname, "../../../examples/portrait.jpg");

describe("a clip's thumbnail", () => {
  const photo = sharp(PORTRAIT).resize(640, 480).jpeg().toBuffer();
  const sizeOf = async (jpeg: Uint8Array): Promise<readonly number[]> => {
    const { width, height } = await sharp(jpeg).metadata();
    expect(jpeg.length).toBeLessThan(200_000);
    return [width, height];
  };

  it("is a square round a face", async () => {
    const [face] = facesInARow(2);
    expect(await sizeOf(await facePreview.thumbnail(await photo, face!))).toEqual([320, 320]);
  });

  it("has the photo's shape where the clip has", async () => {
    expect(await sizeOf(await facePreview.thumbnail(await photo, null))).toEqual([320, 240]);
  });
});
