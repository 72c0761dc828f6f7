import { smoothstep } from "../../math.ts";
import type { Grid } from "../rig/grid.ts";
import { sampleField } from "../rig/grid.ts";
import type { MouthRig } from "../rig/head/mouth.ts";
import type { Texture } from "./eye-layer.ts";

/** Motion in texture pixels from which the inside shows at full strength: what has not moved is best shown by the photo. */
const MOVED = 0.5;

/** How far the skin has moved from its rest, one number a vertex, texture pixels. */
export interface SkinMotion {
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/**
 * Draws the inside of the mouth into the texture so that teeth stay rigid while the lips move: the skin will carry texture
 * pixel p to p + d(p), so what must show there is what lies at p + d(p), less the motion of the upper lip's middle (with which
 * the teeth go) and, for what hangs on the jaw, the jaw's. Towards the corners it goes with the skin more and more.
 */
export function drawMouth(
  mouth: MouthRig,
  grid: Grid,
  motion: SkinMotion,
  coefficients: Float32Array,
  photo: Uint8Array,
  texture: Texture,
): void {
  const { x0, y0, width, height, opening, inside, jaw, cheek, jawMotion } = mouth;
  const lipX = sampleField(grid, motion.dx, mouth.upperLip.x, mouth.upperLip.y);
  const lipY = sampleField(grid, motion.dy, mouth.upperLip.x, mouth.upperLip.y);
  let jawX = 0;
  let jawY = 0;
  for (let k = 0; k < coefficients.length; k++) {
    jawX += coefficients[k]! * jawMotion[2 * k]!;
    jawY += coefficients[k]! * jawMotion[2 * k + 1]!;
  }
  for (let y = 0, i = 0; y < height; y++) {
    let o = 4 * ((y0 + y) * texture.side + x0);
    let p = 3 * ((y0 + y) * texture.side + x0);
    for (let x = 0; x < width; x++, i++, o += 4, p += 3) {
      if (opening[i] === 0) continue;
      const slides = 1 - cheek[i]!;
      const dx = slides * (sampleField(grid, motion.dx, x0 + x, y0 + y) - lipX - jaw[i]! * jawX);
      const dy = slides * (sampleField(grid, motion.dy, x0 + x, y0 + y) - lipY - jaw[i]! * jawY);
      const share = opening[i]! * smoothstep(0, MOVED, Math.abs(dx) + Math.abs(dy));
      // `valueAt` (photo/raster.ts) written out: this runs for every pixel of the mouth in every frame.
      const cx = Math.min(width - 1.001, Math.max(0, x + dx));
      const cy = Math.min(height - 1.001, Math.max(0, y + dy));
      const column = cx | 0;
      const row = cy | 0;
      const fx = cx - column;
      const fy = cy - row;
      const a = 3 * (row * width + column);
      const b = a + 3 * width;
      for (let c = 0; c < 3; c++) {
        const top = inside[a + c]! + fx * (inside[a + c + 3]! - inside[a + c]!);
        const low = inside[b + c]! + fx * (inside[b + c + 3]! - inside[b + c]!);
        const colour = top + fy * (low - top);
        texture.rgba[o + c] = photo[p + c]! + share * (colour - photo[p + c]!);
      }
    }
  }
}
