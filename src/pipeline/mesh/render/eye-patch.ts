import type { EyeRig } from "../rig/eye/eye.ts";
import { drawEye, type EyeState, type Texture } from "./eye-layer.ts";

/** An eye and, where the person does not wholly cover its patch (at the edge of a turned face), the background's part in the photo. */
export interface EyePatch {
  readonly eye: EyeRig;
  /** RGB a pixel of the patch, 0..255; null where the person covers all of it. */
  readonly behind: Float32Array | null;
  /** What the texture shows of the eye now; null before the first frame. */
  drawn: EyeState | null;
}

/** Remembers what of an eye's patch is background; the texture must still be at rest. */
export function makeEyePatch(eye: EyeRig, texture: Texture): EyePatch {
  const behind = new Float32Array(eye.photo);
  eachTexel(eye, texture, (i, o) => {
    for (let c = 0; c < 3; c++) behind[i + c]! -= texture.rgba[o + c]!;
  });
  return { eye, behind: behind.some((value) => value !== 0) ? behind : null, drawn: null };
}

/**
 * Draws one eye of a frame into the texture, whose colours do not contain the background's part; eyes at rest cost nothing.
 * Tells whether the texture has changed.
 */
export function drawEyePatch(patch: EyePatch, state: EyeState, texture: Texture): boolean {
  if (patch.drawn && isSame(patch.drawn, state)) return false;
  patch.drawn = state;
  const { eye, behind } = patch;
  drawEye(eye, state, texture);
  if (behind)
    eachTexel(eye, texture, (i, o) => {
      for (let c = 0; c < 3; c++) texture.rgba[o + c]! -= behind[i + c]!;
    });
  return true;
}

/** Calls `visit` with where a pixel of the patch has its red: in the patch's own RGB and in the texture. */
function eachTexel({ x0, y0, width, height }: EyeRig, { side }: Texture, visit: (i: number, o: number) => void): void {
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) visit(i, 4 * ((y0 + y) * side + x0 + x));
}

function isSame(a: EyeState, b: EyeState): boolean {
  return a.closure === b.closure && a.squint === b.squint && a.gazeU === b.gazeU && a.gazeV === b.gazeV;
}
