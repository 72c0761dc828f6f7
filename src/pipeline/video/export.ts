import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import { even } from "../math.ts";
import { DEFAULT_MAX_BYTES } from "./encode.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { clipOptions, FIRST_CRF, SYNTHETIC_NOTE, vp9Options } from "./ffmpeg-args.ts";
import { findFfmpeg } from "./ffmpeg-binary.ts";
import { ENCODERS, type ExportFormat } from "./formats.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { withNote } from "./webp-note.ts";

/** A clip as it was made. */
export interface Original {
  /** The bytes of the MP4 file. */
  readonly mp4: Uint8Array;
  /** Sides in pixels, and frames a second. */
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

export interface ExportOptions {
  readonly format: ExportFormat;
  /** The longer side in pixels; clips are never enlarged. Without it 480 for `gif`, else the clip's own. */
  readonly longSide?: number | undefined;
  /** Frames a second at most; without it 12.5 for `gif`, else the clip's own. */
  readonly fps?: number | undefined;
  /** Upper limit of the file's size in bytes; 10 MiB without it. */
  readonly maxBytes?: number | undefined;
  /** Path of the program that encodes; without it one is looked for. */
  readonly ffmpeg?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ExportedClip {
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** One way to encode, finer than the one after it: `scale` is of the sides that were asked for. */
interface Attempt {
  readonly scale: number;
  readonly fps?: number;
  /** What goes after the size in the chain of filters. */
  readonly filters?: string;
  readonly options: readonly string[];
  /** What becomes of the clip's sound; without it none is heard. */
  readonly sound?: readonly string[];
}

const SILENT = ["-an"];
/** Only an MP4 is shown where it is heard, too. */
const AS_IT_IS = ["-map", "0:v:0", "-map", "0:a?", "-c:a", "copy"];

/** GIFs know neither more than 256 colours nor differences between frames: at full size they are larger than anybody wants. */
const GIF_SIDE = 480;
/** Their delays are hundredths of a second, and every second frame of a clip is 8 of them. */
const GIF_FPS = 12.5;
/** A palette for what moves, and a fixed pattern where colours are missing, because a scattered one would swarm. */
const gif = (scale: number, colours: number): Attempt => ({
  scale,
  fps: GIF_FPS,
  filters: `split[a][b];[a]palettegen=max_colors=${colours}:stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle`,
  options: ["-loop", "0", "-f", "gif"],
});
/** WebPs and JPEGs mean other colours by the same numbers than clips do. Older ffmpegs change them only on the way through RGB. */
const TO_OLDER_COLOURS = "scale=in_color_matrix=bt709,format=rgb24,scale=out_color_matrix=bt601";
/**
 * Encoders of WebP take pixels for unchanged that have changed a little: by 5 levels of 255 at quality 75, by 3 at 86. More leaves
 * streaks in smooth backgrounds, frame after frame.
 */
const webp = (scale: number, quality: number): Attempt => ({
  scale,
  filters: `${TO_OLDER_COLOURS},format=yuv420p`,
  options: [
    ...["-c:v", ENCODERS.webp, "-lossless", "0", "-q:v", String(quality), "-compression_level", "2"],
    ...["-loop", "0", "-f", "webp"],
  ],
});
const webm = (scale: number, crf: number): Attempt => ({ scale, options: vp9Options(crf) });
const jpg: Attempt = {
  scale: 1,
  filters: `${TO_OLDER_COLOURS}:out_range=pc,format=yuvj420p`,
  options: ["-frames:v", "1", "-q:v", "2", "-f", "mjpeg"],
};
const mp4 = (scale: number, crf: number): Attempt => ({ scale, options: clipOptions(crf), sound: AS_IT_IS });

const ATTEMPTS: Readonly<Record<ExportFormat, readonly Attempt[]>> = {
  mp4: [mp4(1, FIRST_CRF), mp4(1, 22), mp4(1, 29), mp4(1, 36), mp4(1, 43), mp4(1, 51)],
  gif: [gif(1, 256), gif(0.83, 128), gif(0.67, 128), gif(0.5, 64), gif(0.33, 32)],
  webp: [webp(1, 86), webp(1, 75), webp(1, 50), webp(0.75, 50), webp(0.5, 40), webp(0.33, 20)],
  jpg: [jpg],
  webm: [webm(1, 30), webm(1, 40), webm(1, 50), webm(1, 63), webm(0.5, 63)],
};

/**
 * A clip in another format, or smaller. A file over `maxBytes` is encoded again, coarser.
 *
 * Throws `UserError` `clipTooLarge` when even the coarsest is too large, and the signal's reason when aborted.
 */
export async function exportClip(clip: Original, options: ExportOptions): Promise<ExportedClip> {
  const { format, maxBytes = DEFAULT_MAX_BYTES, signal } = options;
  const ffmpeg = options.ffmpeg ?? (await findFfmpeg());
  return inTemporaryFolder(async (folder) => {
    const input = join(folder, "clip.mp4");
    const output = join(folder, `exported.${format}`);
    await writeFile(input, clip.mp4);
    for (const attempt of ATTEMPTS[format]) {
      const { width, height } = sidesOf(clip, options, attempt.scale);
      const fps = Math.min(attempt.fps ?? clip.fps, options.fps ?? clip.fps);
      await runFfmpeg({ input, outputOptions: encoding(attempt, { width, height, fps }), output, ffmpeg, signal });
      const bytes = noted(format, new Uint8Array(await readFile(output)));
      if (bytes.length <= maxBytes) return { format, bytes, width, height, fps };
    }
    throw new UserError("clipTooLarge", { limit: maxBytes });
  });
}

/** The other formats that can hold a note are given it by the encoder. */
function noted(format: ExportFormat, bytes: Uint8Array): Uint8Array {
  return format === "webp" ? withNote(bytes, SYNTHETIC_NOTE) : bytes;
}

/** Sides in pixels, even, as most encoders want them. */
function sidesOf(
  { width, height }: Original,
  { format, longSide = format === "gif" ? GIF_SIDE : Number.POSITIVE_INFINITY }: ExportOptions,
  scale: number,
): { readonly width: number; readonly height: number } {
  const factor = scale * Math.min(1, longSide / Math.max(width, height));
  return { width: even(width * factor), height: even(height * factor) };
}

function encoding(
  { filters, options, sound = SILENT }: Attempt,
  { width, height, fps }: { readonly width: number; readonly height: number; readonly fps: number },
): string[] {
  const chain = [`fps=${fps}`, `scale=${width}:${height}:flags=lanczos`, ...(filters === undefined ? [] : [filters])];
  return [...sound, "-map_metadata", "-1", "-vf", chain.join(","), ...options];
}
