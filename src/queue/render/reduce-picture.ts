import sharp from "sharp";
import { UserError } from "../../errors.ts";
import { MAX_PIXELS } from "../../pipeline/photo/limits.ts";
import { sniffPhoto } from "../../pipeline/photo/sniff.ts";

/** More than this the pipeline would not look at anyway. */
const LONGEST_SIDE = 4096;
const SECONDS = 20;

/**
 * A JPEG of a picture file that is larger than the pipeline takes, as a server of one's own lets them through. Throws
 * `UserError` as `decodePhoto` does.
 */
export async function reducePicture(bytes: Uint8Array): Promise<Uint8Array> {
  if ((await sniffPhoto(bytes)) === "bmp") throw new UserError("fileTooLarge");
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "none", autoOrient: true }).timeout({
    seconds: SECONDS,
  });
  try {
    return await picture
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 92 })
      .toBuffer();
  } catch (error) {
    const tooManyPixels = error instanceof Error && error.message.includes("pixel limit");
    throw new UserError(tooManyPixels ? "tooManyPixels" : "damaged");
  }
}
