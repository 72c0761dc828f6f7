import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { SYNTHETIC_NOTE } from "./ffmpeg-args.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/** What chats take for a sticker that moves: one side of so many pixels, no longer, and no larger than this. */
export const STICKER_SIDE = 512;
export const STICKER_SECONDS = 3;
export const STICKER_BYTES = 256 * 1024;
/** The encoder without which there are none. */
export const STICKER_ENCODER = "libvpx-vp9";

/** VP9's constant quality of a first encoding, which suits calm portraits, and its coarsest. */
const FIRST_QUALITY = 38;
const WORST_QUALITY = 63;
/** Files become about half as large with every so many steps; a second encoding aims a little below the limit. */
const STEPS_PER_HALVING = 18;
const AIM = 0.92;
/** Colours as small pictures have them where nobody says otherwise. */
const COLOURS = "scale=out_color_matrix=bt601:out_range=tv";

export interface StickerOptions {
  readonly fps: number;
  /** Path of the program that encodes. */
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
}

/**
 * Encodes frames (`512 * 512 * 4` bytes RGBA each, not premultiplied) as a VP9 WebM that can be seen through, at most 256 kB.
 *
 * Throws `UserError` `clipTooLarge` when even the coarsest encoding is too large, the signal's reason when aborted, and whatever
 * the frames throw.
 */
export async function encodeSticker(
  frames: AsyncIterable<Uint8Array>,
  { fps, ffmpeg, signal }: StickerOptions,
): Promise<Uint8Array> {
  return inTemporaryFolder(async (folder) => {
    const exact = join(folder, "exact.mkv");
    await runFfmpeg({
      input: frames,
      inputOptions: [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgba",
        "-video_size",
        `${STICKER_SIDE}x${STICKER_SIDE}`,
        "-framerate",
        `${fps}`,
      ],
      outputOptions: ["-vf", COLOURS, "-pix_fmt", "yuva420p", "-c:v", "ffv1", "-f", "matroska"],
      output: exact,
      ffmpeg,
      signal,
    });
    const output = join(folder, "sticker.webm");
    for (let quality = FIRST_QUALITY; ; ) {
      await runFfmpeg({ input: exact, outputOptions: encoding(quality), output, ffmpeg, signal });
      const bytes = new Uint8Array(await readFile(output));
      if (bytes.length <= STICKER_BYTES) return bytes;
      if (quality === WORST_QUALITY) throw new UserError("clipTooLarge", { limit: STICKER_BYTES });
      const steps = Math.ceil(STEPS_PER_HALVING * Math.log2(bytes.length / (STICKER_BYTES * AIM)));
      quality = Math.min(WORST_QUALITY, quality + steps);
    }
  });
}

/** Transparency is a second picture beside the first; alternate references, which VP9 knows, do not go with it. */
function encoding(quality: number): string[] {
  return [
    ...["-an", "-map_metadata", "-1", "-pix_fmt", "yuva420p", "-c:v", STICKER_ENCODER, "-auto-alt-ref", "0"],
    ...[
      "-crf",
      String(quality),
      "-b:v",
      "0",
      "-deadline",
      "realtime",
      "-cpu-used",
      "6",
      "-row-mt",
      "1",
      "-threads",
      "2",
    ],
    ...["-metadata:s:v:0", "alpha_mode=1", "-metadata", `comment=${SYNTHETIC_NOTE}`, "-f", "webm"],
  ];
}
