import sharp from "sharp";
import type { ChosenPicture } from "./browser.ts";

/** A picture of one colour. */
export async function plain(name: string, width: number, height: number): Promise<ChosenPicture> {
  const background = { r: name.charCodeAt(0), g: 120, b: 140 };
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  return { name: `${name}.png`, mimeType: "image/png", buffer };
}

/** A picture of which no pixel is like its neighbour, so that it takes much room. */
export async function noise(name: string, width: number, height: number): Promise<ChosenPicture> {
  const create = {
    width,
    height,
    channels: 3,
    background: "grey",
    noise: { type: "gaussian", mean: 128, sigma: 60 },
  } as const;
  const buffer = await sharp({ create }).png().toBuffer();
  return { name: `${name}.png`, mimeType: "image/png", buffer };
}
