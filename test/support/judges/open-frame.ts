import sharp from "sharp";
import type { Frame } from "./frame.ts";

/** Decodes a picture file without the pipeline's own decoder: upright sRGB on white, the longer side at most `most` px. */
export async function openFrame(file: string, most = 1600): Promise<Frame> {
  const { data, info } = await sharp(file)
    .rotate()
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .resize(most, most, { fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}
