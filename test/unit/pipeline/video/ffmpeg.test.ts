import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clipOptions, nextCrf, rawFrameOptions, WORST_CRF } from "../../../../src/pipeline/video/ffmpeg-args.ts";
import { chooseFfmpeg } from "../../../../src/pipeline/video/ffmpeg-binary.ts";

/** The value that follows an option. */
function option(options: readonly string[], name: string): string | undefined {
  return options[options.indexOf(name) + 1];
}

describe("ffmpeg's options", () => {
  it("describe the raw frames", () => {
    const options = rawFrameOptions({ width: 720, height: 480, fps: 25 });
    expect(options.slice(0, 8)).toEqual([
      ...["-f", "rawvideo", "-pix_fmt", "yuv420p"],
      ...["-video_size", "720x480", "-framerate", "25"],
    ]);
    expect(option(options, "-colorspace")).toBe("bt709");
  });

  it("ask for the clip of the design", () => {
    const options = clipOptions(20.123);
    expect(option(options, "-crf")).toBe("20.1");
    expect(option(options, "-profile:v")).toBe("high");
    expect(option(options, "-movflags")).toBe("+faststart");
    expect(option(options, "-map_metadata")).toBe("-1");
    expect(option(options, "-colorspace")).toBe("bt709");
    expect(option(options, "-color_range")).toBe("tv");
    expect(options).not.toContain("-vf");
  });
});

describe("nextCrf", () => {
  it("goes up by about 6 for half the size", () => {
    expect(nextCrf(18, 2_000_000, 1_000_000)).toBeCloseTo(24.7, 1);
  });
  it("always gets coarser, and ends at the worst", () => {
    expect(nextCrf(30, 1001, 1000)).toBe(31);
    expect(nextCrf(30, 1e9, 1000)).toBe(WORST_CRF);
    expect(nextCrf(WORST_CRF, 2000, 1000)).toBeNull();
  });
});

describe.skipIf(process.platform === "win32")("chooseFfmpeg", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "keepsake-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A program that lists these encoders as ffmpeg does. */
  function fakeFfmpeg(name: string, encoders: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho ' V..... ${encoders} codec'\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it("takes the operator's, then the one on PATH, as long as they have libx264", async () => {
    const named = fakeFfmpeg("mine", "libx264");
    const onPath = fakeFfmpeg("ffmpeg", "libx264");
    const programPath = ["/nonexistent", folder].join(delimiter);
    expect(await chooseFfmpeg({ ffmpegPath: named, programPath })).toBe(named);
    expect(await chooseFfmpeg({ ffmpegPath: undefined, programPath })).toBe(onPath);
    fakeFfmpeg("mine", "libx264rgb");
    expect(await chooseFfmpeg({ ffmpegPath: named, programPath })).toBe(onPath);
  });

  it("falls back to the installed one when the others cannot encode H.264 or are not there", async () => {
    fakeFfmpeg("ffmpeg", "libopenh264");
    const chosen = await chooseFfmpeg({ ffmpegPath: join(folder, "missing"), programPath: folder });
    expect(chosen).toMatch(/@ffmpeg-installer/);
  });
});
