import { extname } from "node:path";
import sharp from "sharp";
import type { Canvas } from "../draw/canvas.ts";
import { writeWhole } from "./files.ts";
import { UsageError } from "./usage.ts";

export type PictureFormat = "png" | "jpeg";

const FORMATS: Readonly<Record<string, PictureFormat>> = { ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg" };

/** The format that a picture's name says. Throws `UsageError` when it says none. */
export function pictureFormatOf(path: string): PictureFormat {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined) throw new UsageError(`${path}: name a picture that ends with .png, .jpg or .jpeg.`);
  return format;
}

export async function encodePicture({ rgb, width, height }: Canvas, format: PictureFormat): Promise<Uint8Array> {
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } });
  return (format === "png" ? picture.png() : picture.jpeg({ quality: 92 })).toBuffer();
}

export async function writePicture(path: string, canvas: Canvas, format: PictureFormat): Promise<void> {
  await writeWhole(path, await encodePicture(canvas, format));
}
