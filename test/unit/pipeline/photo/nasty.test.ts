import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { decodePhoto } from "../../../../src/pipeline/photo/decode.ts";
import { userErrorOf } from "../../../support/errors.ts";
import { asSharp, fourQuarters } from "../../../support/pictures.ts";
import { bmpOf, claiming, deflatedTiff, png } from "./nasty.ts";

const picture = fourQuarters(64, 48);
const avif = async (): Promise<Buffer> => asSharp(picture).avif({ effort: 0 }).toBuffer();

/** A file, and what is said of it. */
interface Nasty {
  readonly what: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly code: string;
  /** The limit that the words name. */
  readonly limit?: number;
}

/** Pixels are left out of the largest ones: their headers alone must do. */
const REFUSED: readonly Nasty[] = [
  {
    what: "a PNG of 32,000,000 x 2 in 16-bit RGBA",
    make: () => png(32e6, 2, "16-bit RGBA", 0),
    code: "sideTooLong",
    limit: 30_000,
  },
  { what: "a PNG of 64,000,000 x 1", make: () => png(64e6, 1, "1-bit grey"), code: "sideTooLong", limit: 30_000 },
  { what: "a PNG of 1 x 64,000,000", make: () => png(1, 64e6, "1-bit grey", 99), code: "sideTooLong", limit: 30_000 },
  {
    what: "a PNG of 8000 x 8000 in 16-bit RGBA",
    make: () => png(8000, 8000, "16-bit RGBA", 9),
    code: "tooManyPixels",
    limit: 32,
  },
  { what: "a deflated TIFF of 64,000,000 x 1", make: () => deflatedTiff(64e6, 1), code: "sideTooLong", limit: 30_000 },
  {
    what: "a BMP of 154 bytes that claims 1 x 64,000,000",
    make: () => bmpOf(1, 64e6, 24, 100),
    code: "sideTooLong",
    limit: 30_000,
  },
  { what: "a BMP of 54 bytes that claims 8000 x 8000", make: () => bmpOf(8000, 8000, 24, 0), code: "damaged" },
  { what: "a BMP with a fifth of its rows", make: () => bmpOf(1000, 1000, 24, 600_000), code: "damaged" },
  {
    what: "an AVIF of 8000 x 8000",
    make: async () => claiming(await avif(), 8000, 8000),
    code: "tooManyPixels",
    limit: 24,
  },
  {
    what: "an AVIF of 4800 x 4800 with 10 bits a channel",
    make: async () => claiming(await asSharp(picture).avif({ effort: 0, bitdepth: 10 }).toBuffer(), 4800, 4800),
    code: "tooManyPixels",
    limit: 16,
  },
  { what: "a BMP whose pixels are said to be beyond its end", make: () => beyondItsEnd(), code: "damaged" },
];

function beyondItsEnd(): Buffer {
  const file = bmpOf(100, 100, 24, 30_000);
  file.writeUInt32LE(0xffffffff, 10);
  return file;
}

describe("decodePhoto refuses by the header, without taking memory,", () => {
  it.each(REFUSED)("$what", async ({ make, code, limit }) => {
    const file = await make();
    const before = process.memoryUsage.rss();
    const error = await userErrorOf(decodePhoto(file));
    expect(process.memoryUsage.rss() - before).toBeLessThan(60e6);
    expect(error.code).toBe(code);
    if (limit === undefined) expect(error.cause).toBeInstanceOf(Error);
    else expect(error.params["limit"]).toBe(limit);
  });
});

describe("decodePhoto reads", () => {
  it("a one-bit BMP of 64 megapixels, reduced while its rows come in", async () => {
    const file = bmpOf(8000, 8000, 1, 8000 * 1000);
    const before = process.memoryUsage.rss();
    const photo = await decodePhoto(file, { timeUp: new AbortController().signal });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200e6);
    expect([photo.width, photo.height, photo.damaged]).toEqual([4096, 4096, false]);
    // The pattern 01011010 has as many white pixels as black ones.
    const row = [...photo.rgb.subarray(0, 4096 * 3)];
    expect(row.reduce((sum, level) => sum + level, 0) / row.length).toBeCloseTo(127.5, 0);
  });

  it("a BMP from which half the rows are missing, as a damaged one", async () => {
    const photo = await decodePhoto(bmpOf(100, 100, 24, 15_000).fill(200, 3054));
    expect(photo.damaged).toBe(true);
  });
});

describe("when time is up", () => {
  const large = async () => asSharp(picture).resize(3000, 2000).png().toBuffer();

  it("a picture is given up, and called slow and not damaged", async () => {
    const timeUp = AbortSignal.abort(new Error("ten seconds are over"));
    const error = await userErrorOf(decodePhoto(await large(), { timeUp }));
    expect(error.code).toBe("tooSlowToRead");
    expect(error.cause).toBe(timeUp.reason);
  });

  it("a damaged picture is not tried a second time", async () => {
    const timer = new AbortController();
    const decoding = decodePhoto((await large()).subarray(0, 5000), { timeUp: timer.signal });
    timer.abort();
    expect((await userErrorOf(decoding)).code).toBe("tooSlowToRead");
  });

  it("a large BMP is left between two of its rows", async () => {
    const timer = new AbortController();
    const decoding = decodePhoto(bmpOf(8000, 8000, 1, 8000 * 1000), { timeUp: timer.signal });
    setImmediate(() => timer.abort());
    expect((await userErrorOf(decoding)).code).toBe("tooSlowToRead");
  });
});

describe("when the picture is not wanted any more", () => {
  it("decoding ends with the reason", async () => {
    const reason = new Error("withdrawn");
    const error: unknown = await decodePhoto(await avif(), { signal: AbortSignal.abort(reason) }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBe(reason);
    expect(error).not.toBeInstanceOf(UserError);
  });
});
