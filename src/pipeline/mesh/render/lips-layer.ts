import { clamp, smoothstep } from "../../math.ts";
import type { Lips } from "../rig/head/lips.ts";
import type { Texture } from "./eye-layer.ts";
import { cubicTaps } from "./kernel.ts";

/** The upper lip goes up by this part of the slit, the lower one down by the rest. */
const UPPER_SHARE = 0.25;
/** The lips give way wholly up to this part of their reach. */
const WHOLLY = 0.3;
const ONE = 1 << 14;
const STEPS = 256;

/** A jaw that opens by this much parts closed lips as far as they go. */
export const FULLY_PARTED = 0.12;

const taps = cubicTaps();

/**
 * Parts closed lips by `part` (0..1) in the texture: both give way with their own rims, and what is between them is dark. Pixels
 * that the person does not wholly cover stay as they are.
 */
export function drawLips(lips: Lips, part: number, photo: Uint8Array, { rgba, side }: Texture): void {
  const { x0, y0, width, height, seam, gap, above, below, rim, dark } = lips;
  for (let x = 0; x < width; x++) {
    const [up, down] = [UPPER_SHARE * part * gap[x]!, (1 - UPPER_SHARE) * part * gap[x]!];
    for (let y = 0; y < height; y++) {
      const i = (y0 + y) * side + x0 + x;
      if (rgba[4 * i + 3] !== 1) continue;
      const off = y - seam[x]!;
      const shift =
        off > 0 ? -down * smoothstep(below, WHOLLY * below, off) : up * smoothstep(above, WHOLLY * above, -off);
      // Neither lip shows what belongs to the other.
      const from = off > 0 ? Math.max(seam[x]!, y + shift) : Math.min(seam[x]!, y + shift);
      const open = up + down === 0 ? 0 : 1 - smoothstep(-rim, rim, off > 0 ? off - down : -off - up);
      const slit = open * Math.min(1, up + down);
      for (let c = 0; c < 3; c++) {
        const lip = from === y ? photo[3 * i + c]! : along(photo, side, x0 + x, y0 + from, c);
        rgba[4 * i + c] = lip + slit * (dark[c]! - lip);
      }
    }
  }
}

/** A channel of the photo between two pixels of a column, as sharp as frames are. */
function along(photo: Uint8Array, side: number, x: number, y: number, c: number): number {
  const row = clamp(Math.floor(y), 1, side - 3);
  const k = 4 * Math.round(STEPS * (y - row));
  let sum = 0;
  for (let j = 0; j < 4; j++) sum += taps[k + j]! * photo[3 * ((row + j - 1) * side + x) + c]!;
  return clamp(sum / ONE, 0, 255);
}
