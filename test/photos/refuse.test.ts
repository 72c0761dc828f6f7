import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodePhoto } from "../../src/pipeline/photo/decode.ts";
import { userErrorOf } from "../support/errors.ts";
import { collected } from "../support/photos.ts";

describe("the collection of odd files", () => {
  const expected: Readonly<Record<string, string>> = {
    "12000x9000_one_face.jpg": "tooManyPixels",
    "bomb_25000x25000_rgb.png": "tooManyPixels",
    "empty_0bytes.jpg": "notAnImage",
    "face.svg": "unsupportedFormat",
    "svg_named.png": "unsupportedFormat",
    "svg_script_external.svg": "unsupportedFormat",
    "html_named.png": "notAnImage",
    "text_named.jpg": "notAnImage",
    "mp4_named.jpg": "notAnImage",
    "zip_named.png": "notAnImage",
    "video_vp9.webm": "notAnImage",
    "video_truncated.mp4": "notAnImage",
    "portrait.heic": "820x1024",
    "libheif_example_2images_noface.heic": "1280x854",
    "truncated_header_300b.jpg": "damaged",
    "truncated_50pct.png": "512x512 damaged",
    "truncated_baseline_40pct.jpg": "820x1024 damaged",
    "truncated_progressive_60pct.jpg": "820x1024 damaged",
    "exif_orient_5.jpg": "820x1024",
    "exif_orient_8.jpg": "820x1024",
    "trailing_zip_polyglot.jpg": "820x1024",
    "portrait.avif": "820x1024",
    "portrait.bmp": "410x512",
    "portrait.tiff": "410x512",
    "cmyk.jpg": "512x512",
    "one_bit.png": "512x512",
    "1x6000.png": "1x6000",
    "animated_apng.png": "240x240",
  };
  for (const [name, outcome] of Object.entries(expected)) {
    it(`${name}: ${outcome}`, async () => {
      const decoded = decodePhoto(readFileSync(collected(`weird/${name}`)));
      if (/^\d/.test(outcome)) {
        const { width, height, damaged } = await decoded;
        expect(`${width}x${height}${damaged ? " damaged" : ""}`).toBe(outcome);
      } else expect((await userErrorOf(decoded)).code).toBe(outcome);
    });
  }
});
