import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EncodeOptions, encodeClip } from "../../../../src/pipeline/video/encode.ts";
import { exportClip } from "../../../../src/pipeline/video/export.ts";
import { makePlanes } from "../../../../src/pipeline/video/planes.ts";
import { watermarkFor } from "../../../../src/pipeline/video/watermark/watermark.ts";
import { userErrorOf } from "../../../support/errors.ts";
import { openClip } from "../../../support/judges/clip.ts";
import { colourAt } from "../../../support/pictures.ts";

const format: EncodeOptions = { width: 64, height: 48, fps: 25, frames: 10 };

type Colour = readonly [number, number, number];

/** A frame of one colour. */
function plain([red, green, blue]: Colour, { width, height }: { width: number; height: number }): Uint8Array {
  const frame = new Uint8Array(width * height * 3);
  for (let i = 0; i < frame.length; i += 3) frame.set([red, green, blue], i);
  return frame;
}

async function* plainFrames(colours: readonly Colour[]): AsyncGenerator<Uint8Array> {
  for (const colour of colours) yield await Promise.resolve(plain(colour, format));
}

/** Frames of coarse noise, different each time, which no encoder makes small; always the same sequence. */
async function* noise(options: EncodeOptions): AsyncGenerator<Uint8Array> {
  let state = 1;
  for (let f = 0; f < options.frames; f++) {
    const frame = new Uint8Array(options.width * options.height * 3);
    for (let i = 0; i < frame.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      frame[i] = state >>> 24;
    }
    yield await Promise.resolve(frame);
  }
}

// A folder of our own, so that what other tests leave for a while does not count.
const folder = mkdtempSync(join(tmpdir(), "keepsake-test-"));
const usualFolder = process.env["TMPDIR"];
beforeAll(() => {
  process.env["TMPDIR"] = folder;
});
afterAll(() => {
  if (usualFolder === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = usualFolder;
  rmSync(folder, { recursive: true });
});

describe("encodeClip", () => {
  it("keeps the largest clip there is within what every phone plays: High profile, level 4", async () => {
    const largest = { width: 1280, height: 1280, fps: 25, frames: 2 };
    const grey = plain([90, 100, 110], largest);
    const mp4 = await encodeClip(
      (async function* () {
        for (let i = 0; i < 2; i++) yield await Promise.resolve(grey);
      })(),
      largest,
    );
    // Profile and level stand behind the name of the box that describes the stream.
    const box = Buffer.from(mp4).indexOf("avcC");
    expect([mp4[box + 5], mp4[box + 7]]).toEqual([100, 40]);
  });

  it("writes a silent BT.709 H.264 High MP4 that plays while it loads and says that it is synthetic", async () => {
    const mp4 = await encodeClip(noise(format), format);
    const { facts, frames } = await openClip(mp4);
    expect(facts).toMatchObject({
      codec: "h264",
      profile: "High",
      pixelFormat: "yuv420p",
      colour: "tv, bt709",
      width: 64,
      height: 48,
      fps: 25,
      seconds: 0.4,
      audio: false,
      faststart: true,
    });
    expect(facts.metadata["comment"]).toMatch(/synthetic motion/i);
    expect(facts.metadata["description"]).toMatch(/synthetic motion/i);
    expect(frames).toHaveLength(10);
  });

  it("keeps colours and their order, from black to white", async () => {
    const colours: Colour[] = [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [0, 0, 0],
      [255, 255, 255],
      [128, 128, 128],
      [224, 172, 140],
    ];
    const mp4 = await encodeClip(plainFrames(colours), { ...format, frames: colours.length });
    const { frames } = await openClip(mp4);
    frames.forEach((frame, i) => {
      colourAt(frame, 0.5, 0.5).forEach((level, c) => expect(Math.abs(level - colours[i]![c]!)).toBeLessThanOrEqual(4));
    });
    expect(frames).toHaveLength(colours.length);
  });

  it.each(["jpg", "webp", "gif"] as const)("and has them still as %s", async (kind) => {
    const colours: readonly Colour[] = [
      [255, 0, 0],
      [0, 0, 0],
      [255, 255, 255],
      [224, 172, 140],
    ];
    for (const colour of colours) {
      const mp4 = await encodeClip(plainFrames([colour, colour]), { ...format, frames: 2 });
      const { bytes } = await exportClip({ mp4, ...format }, { format: kind });
      const { channels } = await sharp(bytes).removeAlpha().stats();
      for (const c of [0, 1, 2]) expect(Math.abs(channels[c]!.mean - colour[c]!)).toBeLessThanOrEqual(4);
    }
  });

  it("has one keyframe, at the start, even where every frame is another picture", async () => {
    const mp4 = Buffer.from(await encodeClip(noise({ ...format, frames: 300 }), { ...format, frames: 300 }));
    // Behind the name of the box that lists them: version and flags, how many, the number of the first.
    const box = mp4.indexOf("stss");
    expect([mp4.readUInt32BE(box + 8), mp4.readUInt32BE(box + 12)]).toEqual([1, 1]);
  });

  it("gives the same bytes for the same frames", async () => {
    const [one, other] = [await encodeClip(noise(format), format), await encodeClip(noise(format), format)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it("meets the size limit by encoding again, with every frame", async () => {
    const free = await encodeClip(noise(format), format);
    const maxBytes = Math.round(free.length * 0.4);
    const small = await encodeClip(noise(format), { ...format, maxBytes });
    expect(small.length).toBeLessThanOrEqual(maxBytes);
    expect(small.length).toBeGreaterThan(maxBytes * 0.5);
    const { facts, frames } = await openClip(small);
    expect(frames).toHaveLength(10);
    expect(facts.colour).toBe("tv, bt709");
    expect(facts.metadata["comment"]).toMatch(/synthetic motion/i);
  });

  it("gives up when even the coarsest encoding is too large", async () => {
    const error = await userErrorOf(encodeClip(noise(format), { ...format, maxBytes: 1000 }));
    expect(error).toMatchObject({ code: "clipTooLarge", params: { limit: 1000 } });
  });

  it("refuses odd sides, and frames of the wrong size or number", async () => {
    await expect(encodeClip(noise(format), { ...format, width: 63 })).rejects.toThrow(/even/);
    await expect(encodeClip(noise(format), { ...format, height: 50 })).rejects.toThrow(/frame 0 has 9216 bytes/);
    await expect(encodeClip(noise(format), { ...format, frames: 11 })).rejects.toThrow(/10 frames came instead of 11/);
  });

  it("throws what the frames throw and leaves nothing behind", async () => {
    const broken = (async function* () {
      yield await Promise.resolve(plain([9, 9, 9], format));
      throw new RangeError("the renderer broke");
    })();
    await expect(encodeClip(broken, format)).rejects.toThrow(new RangeError("the renderer broke"));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("asks for frames no faster than they are encoded", async () => {
    const large = { width: 1280, height: 720, fps: 25, frames: 60 };
    const { value: frame } = (await noise({ ...large, frames: 1 }).next()) as IteratorYieldResult<Uint8Array>;
    let made = 0;
    const frames = (async function* () {
      for (; made < large.frames; made++) yield await Promise.resolve(frame);
    })();
    const clip = encodeClip(frames, large);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(made).toBeLessThan(large.frames / 2);
    expect((await clip).length).toBeGreaterThan(0);
  });
});

describe.skipIf(process.platform === "win32")("a slow ffmpeg", () => {
  it("is given every frame as it was, though each is drawn over as soon as the next one is asked for", async () => {
    const tools = mkdtempSync(join(tmpdir(), "keepsake-slow-"));
    try {
      // It keeps what it reads, begins late, and reads less than its pipe holds at a time.
      const slow = join(tools, "ffmpeg");
      writeFileSync(slow, `#!/bin/sh\nfor last; do :; done\nsleep 0.2\ndd bs=4096 2>/dev/null >"$last"\n`);
      chmodSync(slow, 0o755);
      const large = { width: 320, height: 240, fps: 25, frames: 7, ffmpeg: slow };
      const frame = plain([0, 0, 0], large);
      const shades = async function* (): AsyncGenerator<Uint8Array> {
        for (let shade = 0; shade < large.frames; shade++) yield await Promise.resolve(frame.fill(30 * shade));
      };
      const written = await encodeClip(shades(), large);
      const bytes = (320 * 240 * 3) / 2;
      expect(written).toHaveLength(large.frames * bytes);
      const planes = makePlanes(320, 240, (brightness) => watermarkFor(brightness, 320, 240));
      for (let shade = 0; shade < large.frames; shade++) {
        const wanted = planes.of(frame.fill(30 * shade));
        expect(Buffer.compare(written.subarray(shade * bytes, (shade + 1) * bytes), wanted)).toBe(0);
      }
    } finally {
      rmSync(tools, { recursive: true });
    }
  });

  it("that gives up is quoted", async () => {
    const tools = mkdtempSync(join(tmpdir(), "keepsake-slow-"));
    try {
      const broken = join(tools, "ffmpeg");
      writeFileSync(broken, "#!/bin/sh\necho 'no room' >&2\nexit 3\n");
      chmodSync(broken, 0o755);
      await expect(encodeClip(noise(format), { ...format, ffmpeg: broken })).rejects.toThrow(/status 3: no room/);
      await expect(encodeClip(noise(format), { ...format, ffmpeg: join(tools, "none") })).rejects.toThrow(/ENOENT/);
    } finally {
      rmSync(tools, { recursive: true });
    }
  });
});

describe("an aborted encodeClip", () => {
  /** Frames without end that tell how many were taken and whether the source was closed. */
  function endless(onFrame: (count: number) => void): { frames: AsyncGenerator<Uint8Array>; closed: () => boolean } {
    let closed = false;
    const frames = (async function* () {
      try {
        for (let count = 1; ; count++) {
          onFrame(count);
          yield await Promise.resolve(plain([1, 2, 3], format));
        }
      } finally {
        closed = true;
      }
    })();
    return { frames, closed: () => closed };
  }

  it("throws the reason, stops the frames and leaves nothing behind", async () => {
    const abort = new AbortController();
    const source = endless((count) => {
      if (count === 20) abort.abort(new Error("changed my mind"));
    });
    const clip = encodeClip(source.frames, { ...format, frames: 1e9, signal: abort.signal });
    await expect(clip).rejects.toThrow("changed my mind");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(source.closed()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not begin when the abort came before", async () => {
    let taken = 0;
    const source = endless((count) => (taken = count));
    const options = { ...format, signal: AbortSignal.abort(new Error("never mind")) };
    await expect(encodeClip(source.frames, options)).rejects.toThrow("never mind");
    expect(taken).toBe(0);
  });
});
