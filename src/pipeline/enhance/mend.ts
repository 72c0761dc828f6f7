import { harmonicFill } from "../rig/fill.ts";
import { addGrain, measureGrain } from "../rig/grain.ts";
import { spread } from "./line-marks.ts";
import type { Plane } from "./plane.ts";

/** A mark's pale rim reaches this far beyond what was found of it, pixels. */
const RIM = 2;

/**
 * Fills marks from what surrounds them (Laplace's equation), with the picture's own grain. Resolves marks to `marks` widened by
 * their rim; pixels outside it keep their values. `kept` pixels are never filled.
 */
export function mend(rgb: readonly Plane[], marks: Uint8Array, kept: Uint8Array): { rgb: Plane[]; filled: Uint8Array } {
  const [{ width, height }] = rgb as readonly [Plane];
  const wide = spread(Float32Array.from(marks), { width, height }, RIM, Math.max);
  const filled = Uint8Array.from(wide, (value, i) => (value > 0 && kept[i] === 0 ? 1 : 0));
  const pixels = new Float32Array(3 * filled.length);
  for (const [c, { data }] of rgb.entries()) for (let i = 0; i < filled.length; i++) pixels[3 * i + c] = data[i]!;
  const grain = measureGrain(pixels, width, height, filled);
  harmonicFill(pixels, width, height, filled);
  addGrain(pixels, filled, grain);
  const mended = rgb.map((_, c) => ({ width, height, data: Float32Array.from(filled, (_, i) => pixels[3 * i + c]!) }));
  return { rgb: mended, filled };
}
