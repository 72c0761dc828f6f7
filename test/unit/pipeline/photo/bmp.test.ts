import { describe, expect, it } from "vitest";
import { decodePhoto } from "../../../../src/pipeline/photo/decode.ts";
import { userErrorOf } from "../../../support/errors.ts";
import { colourAt, difference, fourQuarters, type Picture } from "../../../support/pictures.ts";

interface BmpOptions {
  readonly topDown?: boolean;
  readonly bits?: 8 | 24 | 32;
}

/** Writes a Windows bitmap: 24 or 32 bits of colour, or 8 bits with a grey palette from the green channel. */
function bmp(picture: Picture, { topDown = false, bits = 24 }: BmpOptions = {}): Uint8Array {
  const { width, height, rgb } = picture;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const palette = bits === 8 ? 256 : 0;
  const offset = 54 + palette * 4;
  const file = Buffer.alloc(offset + rowBytes * height);
  file.write("BM", 0, "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(offset, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(topDown ? -height : height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  for (let i = 0; i < palette; i++) file.fill(i, 54 + i * 4, 57 + i * 4);
  for (let y = 0; y < height; y++) {
    const row = offset + rowBytes * (topDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3);
      if (bits === 8) file[row + x] = green;
      else file.set([blue, green, red], row + (x * bits) / 8);
    }
  }
  return file;
}

const picture = fourQuarters(31, 20);

describe("BMP", () => {
  it.each([
    { bits: 24, topDown: false },
    { bits: 24, topDown: true },
    { bits: 32, topDown: false },
  ] as const)("of $bits bits, top-down $topDown, is read exactly", async (options) => {
    const photo = await decodePhoto(bmp(picture, options));
    expect(photo.damaged).toBe(false);
    expect(difference(photo, picture)).toBe(0);
  });

  it("with a palette is read through it", async () => {
    const photo = await decodePhoto(bmp(picture, { bits: 8 }));
    const green = colourAt(picture, 0.7, 0.3)[1];
    expect(colourAt(photo, 0.7, 0.3)).toEqual([green, green, green]);
  });

  it("cut in the middle keeps the rows that are there", async () => {
    const file = bmp(picture);
    const photo = await decodePhoto(file.subarray(0, file.length / 2));
    expect(photo.damaged).toBe(true);
    expect(colourAt(photo, 0.2, 0.9)).toEqual(colourAt(picture, 0.2, 0.9));
    expect(colourAt(photo, 0.2, 0.1)).toEqual([128, 128, 128]);
  });

  it("with headers that promise 10 gigapixels is refused before memory is taken", async () => {
    const file = Buffer.from(bmp(picture));
    file.writeInt32LE(100_000, 18);
    file.writeInt32LE(100_000, 22);
    expect((await userErrorOf(decodePhoto(file))).code).toBe("tooManyPixels");
  });

  it("with run-length coding is refused with the format's name", async () => {
    const file = Buffer.from(bmp(picture, { bits: 8 }));
    file.writeUInt32LE(1, 30);
    expect(await userErrorOf(decodePhoto(file))).toMatchObject({
      code: "unsupportedFormat",
      params: { format: "BMP" },
    });
  });

  it("cut within its headers is damaged", async () => {
    expect((await userErrorOf(decodePhoto(bmp(picture).subarray(0, 40)))).code).toBe("damaged");
  });
});
