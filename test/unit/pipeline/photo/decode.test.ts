import { describe, expect, it } from "vitest";
import { decodePhoto, MAX_FILE_BYTES } from "../../../../src/pipeline/photo/decode.ts";
import { asSharp, colourAt, difference, fourQuarters, storedWithOrientation } from "../../../support/pictures.ts";

const picture = fourQuarters(64, 48);

/** Red top left, green top right, blue bottom left, yellow bottom right, as `fourQuarters` paints them. */
function expectUpright(photo: Parameters<typeof colourAt>[0], tolerance = 40): void {
  const corners = [
    colourAt(photo, 0.2, 0.2),
    colourAt(photo, 0.8, 0.2),
    colourAt(photo, 0.2, 0.8),
    colourAt(photo, 0.8, 0.8),
  ];
  const painted = [0.2, 0.8].flatMap((y) => [0.2, 0.8].map((x) => colourAt(picture, x, y)));
  corners.forEach((colour, corner) => {
    colour.forEach((level, channel) => {
      expect(Math.abs(level - (painted[corner]?.[channel] ?? NaN))).toBeLessThan(tolerance);
    });
  });
}

describe("decodePhoto reads", () => {
  const encoders = {
    JPEG: async () => asSharp(picture).jpeg({ quality: 95 }).toBuffer(),
    "progressive JPEG": async () => asSharp(picture).jpeg({ quality: 95, progressive: true }).toBuffer(),
    PNG: async () => asSharp(picture).png().toBuffer(),
    "palette PNG": async () => asSharp(picture).png({ palette: true }).toBuffer(),
    "16-bit PNG": async () => asSharp(picture).toColourspace("rgb16").png().toBuffer(),
    "lossy WebP": async () => asSharp(picture).webp({ quality: 95 }).toBuffer(),
    "lossless WebP": async () => asSharp(picture).webp({ lossless: true }).toBuffer(),
    AVIF: async () => asSharp(picture).avif({ quality: 90 }).toBuffer(),
    TIFF: async () => asSharp(picture).tiff({ compression: "lzw" }).toBuffer(),
    GIF: async () => asSharp(picture).gif().toBuffer(),
    "CMYK JPEG": async () =>
      asSharp(picture).toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 95 }).toBuffer(),
  };
  for (const [name, encode] of Object.entries(encoders)) {
    it(name, async () => {
      const photo = await decodePhoto(await encode());
      expect([photo.width, photo.height, photo.rgb.length, photo.damaged]).toEqual([64, 48, 64 * 48 * 3, false]);
      expectUpright(photo, name.startsWith("CMYK") ? 90 : 40);
    });
  }

  it("grey pictures of 1 and 16 bits as three equal channels", async () => {
    const grey = asSharp(picture).greyscale();
    const files = [
      await grey.clone().png({ palette: true, colours: 2, dither: 0 }).toBuffer(),
      await grey.clone().toColourspace("grey16").png().toBuffer(),
      await grey.clone().jpeg().toBuffer(),
    ];
    for (const file of files) {
      const { rgb } = await decodePhoto(file);
      expect(rgb.length).toBe(64 * 48 * 3);
      expect(rgb.every((level, i) => level === rgb[i - (i % 3)])).toBe(true);
    }
  });

  it("pictures with a wide-gamut profile as the same colours in sRGB", async () => {
    const file = await asSharp(picture).withIccProfile("p3").png().toBuffer();
    expect(difference(await decodePhoto(file), picture)).toBeLessThan(2);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("EXIF orientation %i upright", async (orientation) => {
    const stored = asSharp(storedWithOrientation(picture, orientation));
    const file = await stored.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const photo = await decodePhoto(file);
    expect([photo.width, photo.height]).toEqual([64, 48]);
    expectUpright(photo);
  });

  it("transparent pictures on white, so that hidden colours stay hidden", async () => {
    const hidden = await asSharp(picture).ensureAlpha(0).png().toBuffer();
    const { rgb } = await decodePhoto(hidden);
    expect(rgb.every((level) => level === 255)).toBe(true);
  });

  it("half-transparent 16-bit pictures as a mixture with white", async () => {
    const file = await asSharp(picture).ensureAlpha(0.5).toColourspace("rgb16").png().toBuffer();
    const [red, green, blue] = colourAt(await decodePhoto(file), 0.1, 0.1);
    const painted = colourAt(picture, 0.1, 0.1);
    expect([red, green, blue].map((level, c) => Math.abs(level - (painted[c]! + 255) / 2) < 3)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("very large pictures reduced to at most 17 megapixels, in the same proportions", async () => {
    const file = await asSharp(picture).resize(6400, 4800, { kernel: "nearest" }).jpeg().toBuffer();
    const photo = await decodePhoto(file);
    expect(photo.width * photo.height).toBeLessThan(17_000_000);
    expect(photo.width * photo.height).toBeGreaterThan(16_000_000);
    expect(photo.width / photo.height).toBeCloseTo(4 / 3, 2);
    expectUpright(photo);
  });
});

describe("decodePhoto leaves", () => {
  it("files of exactly the largest size to the decoder", async () => {
    const file = await asSharp(picture).png().toBuffer();
    const padded = new Uint8Array(MAX_FILE_BYTES);
    padded.set(file);
    expect((await decodePhoto(padded)).width).toBe(64);
  });
});
