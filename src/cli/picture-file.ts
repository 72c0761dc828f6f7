import sharp from "sharp";
import type { Canvas } from "../draw/canvas.ts";
import { writeWhole } from "./files.ts";

/** Writes a picture as PNG if the name says so, else as JPEG. */
export async function writePicture(path: string, { rgb, width, height }: Canvas): Promise<void> {
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } });
  const encoded = /\.png$/i.test(path) ? picture.png() : picture.jpeg({ quality: 92 });
  await writeWhole(path, await encoded.toBuffer());
}
