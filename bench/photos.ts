import { join } from "node:path";
import sharp from "sharp";

const PORTRAIT = join(import.meta.dirname, "../examples/portrait.jpg");

/** The example portrait, enlarged to about so many pixels, as a camera's JPEG. */
export async function portraitOf(megapixels: number): Promise<Uint8Array> {
  const side = Math.round(Math.sqrt(megapixels * 1e6));
  return sharp(PORTRAIT).resize(side, side, { kernel: "cubic" }).jpeg({ quality: 90 }).toBuffer();
}

/** So many photos of two megapixels, the example each time, each in another light: to a program they have nothing in common. */
export async function differentPortraits(count: number): Promise<readonly Uint8Array[]> {
  const photos: Uint8Array[] = [];
  for (let k = 0; k < count; k++) {
    const lit = sharp(await portraitOf(2)).modulate({ brightness: 0.85 + (0.3 * k) / count });
    photos.push(await lit.jpeg({ quality: 90 }).toBuffer());
  }
  return photos;
}

/** The example's woman five times, in two rows: 1280 x 960. */
export async function fiveOfThem(): Promise<Uint8Array> {
  const one = await sharp(PORTRAIT).resize(426, 426).toBuffer();
  const behind = [0, 427, 854].map((left) => ({ input: one, left, top: 30 }));
  const before = [200, 650].map((left) => ({ input: one, left, top: 510 }));
  return sharp({ create: { width: 1280, height: 960, channels: 3, background: "#777" } })
    .composite([...behind, ...before])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** The example's woman so many times in rows, each alike: 1280 pixels wide. */
export async function crowdOf(people: number): Promise<Uint8Array> {
  const columns = Math.ceil(Math.sqrt(people * 1.3));
  const side = Math.floor(1280 / columns);
  const one = await sharp(PORTRAIT).resize(side, side).toBuffer();
  const all = Array.from({ length: people }, (_, i) => ({
    input: one,
    left: side * (i % columns),
    top: side * Math.floor(i / columns),
  }));
  const height = side * Math.ceil(people / columns);
  return sharp({ create: { width: 1280, height, channels: 3, background: "#777" } })
    .composite(all)
    .jpeg({ quality: 90 })
    .toBuffer();
}
