import { describe, expect, it } from "vitest";
import { decodePhoto, MAX_FILE_BYTES } from "../../../../src/pipeline/photo/decode.ts";
import { userErrorOf } from "../../../support/errors.ts";
import { asSharp, colourAt, fourQuarters } from "../../../support/pictures.ts";
import { png } from "./nasty.ts";

const picture = fourQuarters(256, 256);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** The first box of an ISO media file with these brands, and some bytes after it. */
function isoFile(major: string, ...compatible: string[]): Uint8Array {
  const size = 16 + compatible.length * 4;
  return Buffer.concat([
    Buffer.from([0, 0, 0, size]),
    text(`ftyp${major}\0\0\0\0${compatible.join("")}`),
    Buffer.alloc(64),
  ]);
}

describe("decodePhoto refuses", () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const refused = {
    "an empty file": { file: new Uint8Array(0), code: "notAnImage", params: { kind: "empty" } },
    "plain text": { file: text("Dear aunt, ".repeat(300)), code: "notAnImage", params: { kind: "text" } },
    "a web page": {
      file: text("<html><img src=x onerror=alert(1)></html>"),
      code: "notAnImage",
      params: { kind: "text" },
    },
    "an SVG drawing": { file: text(SVG), code: "unsupportedFormat", params: { format: "SVG" } },
    "an SVG drawing with an XML head": {
      file: text(`<?xml version="1.0"?>\n<!-- drawn -->\n${SVG}`),
      code: "unsupportedFormat",
      params: { format: "SVG" },
    },
    "a PDF": {
      file: text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n"),
      code: "unsupportedFormat",
      params: { format: "PDF" },
    },
    "a Matroska video": {
      file: Buffer.concat([Buffer.from("1a45dfa3934282886d6174726f736b61", "hex"), Buffer.alloc(99)]),
      code: "notAnImage",
      params: { kind: "video" },
    },
    "an MP4 video": { file: isoFile("isom", "isom", "avc1"), code: "notAnImage", params: { kind: "video" } },
    "a ZIP archive": {
      file: Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
      code: "notAnImage",
      params: { kind: "archive" },
    },
    "a gzip archive": {
      file: Buffer.from("1f8b0800000000000003", "hex"),
      code: "notAnImage",
      params: { kind: "archive" },
    },
    "binary nonsense": {
      file: Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 251),
      code: "notAnImage",
      params: { kind: "unknown" },
    },
    "a HEIC without a picture": { file: isoFile("heic", "mif1", "heic"), code: "damaged", params: {} },
  } as const;
  for (const [name, { file, code, params }] of Object.entries(refused)) {
    it(name, async () => {
      expect(await userErrorOf(decodePhoto(file))).toMatchObject({ code, params });
    });
  }

  it("a file over the largest size, whatever it holds", async () => {
    const error = await userErrorOf(decodePhoto(new Uint8Array(MAX_FILE_BYTES + 1)));
    expect(error).toMatchObject({ code: "fileTooLarge", params: { limit: 20 } });
  });

  it("a tiny file of 625 megapixels, without taking memory for them", async () => {
    const bomb = png(25_000, 25_000, "1-bit grey");
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    const error = await userErrorOf(decodePhoto(bomb));
    expect(error).toMatchObject({ code: "tooManyPixels", params: { megapixels: 625, limit: 64 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
  });

  it("a JPEG cut within its headers", async () => {
    const jpeg = await asSharp(picture).jpeg().toBuffer();
    expect((await userErrorOf(decodePhoto(jpeg.subarray(0, 150)))).code).toBe("damaged");
  });

  it.each(["webp", "avif"] as const)("a %s of which too little is left", async (format) => {
    const file = await asSharp(picture).toFormat(format).toBuffer();
    expect((await userErrorOf(decodePhoto(file.subarray(0, file.length / 8)))).code).toBe("damaged");
  });

  it("a PNG whose pixels are all lost", async () => {
    const png = await asSharp(picture).png().toBuffer();
    expect((await userErrorOf(decodePhoto(png.subarray(0, png.indexOf("IDAT") + 12)))).code).toBe("damaged");
  });
});

describe("decodePhoto judges by content", () => {
  it("that an AVIF under the general HEIF brand can be read", async () => {
    const avif = Buffer.from(await asSharp(picture).avif().toBuffer());
    avif.write("mif1", 8, "latin1");
    expect((await decodePhoto(avif)).width).toBe(256);
  });

  it("that a JPEG with an archive or a drawing inside is still a JPEG", async () => {
    const jpeg = await asSharp(picture).jpeg().toBuffer();
    const comment = text("<svg xmlns='http://www.w3.org/2000/svg'/>");
    const withComment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
      comment,
      jpeg.subarray(2),
    ]);
    expect((await decodePhoto(Buffer.concat([withComment, Buffer.from("504b0304", "hex")]))).damaged).toBe(false);
  });
});

describe("decodePhoto keeps what a damaged file still shows", () => {
  it.each(["jpeg", "png"] as const)("of a %s cut in the middle", async (format) => {
    const file = await asSharp(picture).toFormat(format, { compressionLevel: 0, quality: 95 }).toBuffer();
    const photo = await decodePhoto(file.subarray(0, file.length / 2));
    expect([photo.width, photo.height, photo.damaged]).toEqual([256, 256, true]);
    const [painted, decoded] = [colourAt(picture, 0.2, 0.2), colourAt(photo, 0.2, 0.2)];
    decoded.forEach((level, channel) => expect(Math.abs(level - painted[channel]!)).toBeLessThan(8));
  });
});
