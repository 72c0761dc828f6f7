import { join } from "node:path";
import sharp from "sharp";

const PORTRAIT = join(import.meta.dirname, "../examples/portrait.jpg");

/** The example portrait, enlarged to about so many pixels, as a camera's JPEG. */
export async function portraitOf(megapixels: number): Promise<Uint8Array> {
  const side = Math.round(Math.sqrt(megapixels * 1e6));
  return sharp(PORTRAIT).resize(side, side, { kernel: "cubic" }).jpeg({ quality: 90 }).toBuffer();
}
