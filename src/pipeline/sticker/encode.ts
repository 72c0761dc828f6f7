import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import { runFfmpeg } from "../video/ffmpeg.ts";
import { layoutOptions, nextCrf, VP9, vp9Options } from "../video/ffmpeg-args.ts";
import { inTemporaryFolder } from "../video/temporary-folder.ts";
import { STICKER_BYTES, STICKER_SIDE } from "./limits.ts";

/** VP9's constant rate factor of a first encoding, which suits calm portraits. */
const FIRST_CRF = 38;
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
      inputOptions: layoutOptions({ width: STICKER_SIDE, height: STICKER_SIDE, fps }, "rgba"),
      outputOptions: ["-vf", COLOURS, "-pix_fmt", "yuva420p", "-c:v", "ffv1", "-f", "matroska"],
      output: exact,
      ffmpeg,
      signal,
    });
    const output = join(folder, "sticker.webm");
    for (let crf = FIRST_CRF; ; ) {
      await runFfmpeg({ input: exact, outputOptions: encoding(crf), output, ffmpeg, signal });
      const bytes = new Uint8Array(await readFile(output));
      if (bytes.length <= STICKER_BYTES) return bytes;
      const coarser = nextCrf(crf, bytes.length, STICKER_BYTES, VP9);
      if (coarser === null) throw new UserError("clipTooLarge", { limit: STICKER_BYTES });
      crf = Math.ceil(coarser);
    }
  });
}

/** Transparency is a second picture beside the first; alternate references, which VP9 knows, do not go with it. */
function encoding(crf: number): string[] {
  const seenThrough = ["-pix_fmt", "yuva420p", "-auto-alt-ref", "0", "-metadata:s:v:0", "alpha_mode=1"];
  return ["-an", "-map_metadata", "-1", ...seenThrough, ...vp9Options(crf)];
}
