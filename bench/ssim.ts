import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { rawFrameOptions } from "../src/pipeline/video/ffmpeg-args.ts";
import { findFfmpeg } from "../src/pipeline/video/ffmpeg-binary.ts";
import type { RawClip } from "./floor.ts";

/** How much of its frames an encoded clip shows: mean structural similarity of all three planes, 0 to 1. */
export async function ssimOf(mp4: Uint8Array, clip: RawClip): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-ssim-"));
  try {
    const [encoded, raw] = [join(folder, "clip.mp4"), join(folder, "clip.yuv")];
    await writeFile(encoded, mp4);
    await writeFile(raw, clip.planes);
    const inputs = ["-i", encoded, ...rawFrameOptions(clip), "-i", raw];
    const args = ["-hide_banner", ...inputs, "-lavfi", "[0][1]ssim", "-f", "null", "-"];
    const words = await text(spawn(await findFfmpeg(), args, { stdio: ["ignore", "ignore", "pipe"] }).stderr);
    return Number(/SSIM .*All:([\d.]+)/.exec(words)?.[1] ?? NaN);
  } finally {
    await rm(folder, { recursive: true });
  }
}
