import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { Rig } from "../src/pipeline/mesh/rig/rig.ts";
import type { Channel } from "../src/pipeline/motion/channels.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import type { Draw } from "./living.ts";

/** The moments at which a clip is easiest found out. */
const MOMENTS: readonly Partial<Record<Channel, number>>[] = [
  {},
  { eyeBlinkLeft: 0.35, eyeBlinkRight: 0.35 },
  { eyeBlinkLeft: 0.6, eyeBlinkRight: 0.6 },
  { eyeBlinkLeft: 1, eyeBlinkRight: 1 },
  { headYaw: 14, trailYaw: 10, torsoYaw: 0.8, eyeLookOutLeft: 0.3, eyeLookInRight: 0.3 },
  { headYaw: -14, trailYaw: -10, torsoYaw: -0.8, eyeLookInLeft: 0.3, eyeLookOutRight: 0.3 },
  { breath: 1, headY: -0.005, trailY: -0.005 },
  {
    mouthSmileLeft: 0.8,
    mouthSmileRight: 0.8,
    cheekSquintLeft: 0.66,
    cheekSquintRight: 0.66,
    eyeSquintLeft: 0.36,
    eyeSquintRight: 0.36,
  },
];
const COLUMNS = 4;

/** Writes a sheet of one photo: at full size rest, half-closed and closed lids, the widest turns, the deepest breath, a smile; the eyes below each. */
export async function writeSheet(folder: string, photo: string, rig: Rig, draw: Draw): Promise<void> {
  await mkdir(folder, { recursive: true });
  const eyes = eyesIn(rig);
  const tiles = await Promise.all(MOMENTS.map(async (moment) => tile(draw(moment), eyes)));
  const { width, height } = tiles[0]!;
  const rows = Math.ceil(tiles.length / COLUMNS);
  const sheet = { width: COLUMNS * width, height: rows * height, channels: 3, background: "black" } as const;
  await sharp({ create: sheet })
    .composite(
      tiles.map(({ png }, k) => ({ input: png, left: (k % COLUMNS) * width, top: Math.floor(k / COLUMNS) * height })),
    )
    .png()
    .toFile(join(folder, fileOf(photo)));
}

const fileOf = (photo: string): string => `${photo.replaceAll("/", "-")}.png`;

/** Writes a photo's sheet once more, with the one that an earlier engine wrote into another folder to the left of it, if it did. */
export async function writeBeforeAndAfter(folder: string, earlier: string, photo: string): Promise<void> {
  const sheets = [join(earlier, fileOf(photo)), join(folder, fileOf(photo))];
  if (!existsSync(sheets[0]!)) return;
  const sizes = await Promise.all(sheets.map(async (sheet) => sharp(sheet).metadata()));
  const [width, height] = [Math.max(...sizes.map((size) => size.width)), Math.max(...sizes.map((size) => size.height))];
  await sharp({ create: { width: 2 * width, height, channels: 3, background: "black" } })
    .composite(sheets.map((input, k) => ({ input, left: k * width, top: 0 })))
    .png()
    .toFile(join(folder, `before-and-after-${fileOf(photo)}`));
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the clip round both eyes. */
function eyesIn({ eyes, framing: { pad, size } }: Rig): Part {
  const left = Math.max(0, Math.min(...eyes.map(({ x0 }) => x0)) - pad);
  const top = Math.max(0, Math.min(...eyes.map(({ y0 }) => y0)) - pad);
  const right = Math.min(size, Math.max(...eyes.map(({ x0, width }) => x0 + width)) - pad);
  const bottom = Math.min(size, Math.max(...eyes.map(({ y0, height }) => y0 + height)) - pad);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** A frame with its eyes, as wide as the frame, below it. */
async function tile({ width, height, rgb }: Frame, eyes: Part) {
  const raw = { raw: { width, height, channels: 3 } } as const;
  const below = Math.round((width * eyes.height) / eyes.width);
  const zoomed = await sharp(rgb, raw)
    .extract(eyes)
    .resize(width, below, { fit: "fill", kernel: "cubic" })
    .png()
    .toBuffer();
  const png = await sharp(rgb, raw)
    .extend({ bottom: below })
    .composite([{ input: zoomed, left: 0, top: height }])
    .png()
    .toBuffer();
  return { png, width, height: height + below };
}
