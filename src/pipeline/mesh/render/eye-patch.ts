import type { Box } from "../../types.ts";
import type { EyeRig } from "../rig/eye/eye.ts";
import { drawEye, type EyeState, reachedPart, type Texture } from "./eye-layer.ts";

/** An eye and, where the person does not wholly cover its patch (at the edge of a turned face), the background's part in the photo. */
export interface EyePatch {
  readonly eye: EyeRig;
  /** What of the patch is ever drawn, in its own pixels. */
  readonly part: Box;
  /** RGB a pixel of the patch, 0..255; null where the person covers all of it. */
  readonly behind: Float32Array | null;
  /** What the texture shows of the eye now; null before the first frame. */
  drawn: EyeState | null;
}

/** Remembers what of an eye's patch is background; the texture must still be at rest. */
export function makeEyePatch(eye: EyeRig, texture: Texture): EyePatch {
  const part = reachedPart(eye);
  const behind = new Float32Array(eye.photo.length);
  eachTexel({ eye, part }, texture, (i, o) => {
    for (let c = 0; c < 3; c++) behind[i + c] = eye.photo[i + c]! - texture.rgba[o + c]!;
  });
  return { eye, part, behind: behind.some((value) => value !== 0) ? behind : null, drawn: null };
}

/**
 * Draws one eye of a frame into the texture, whose colours do not contain the background's part; eyes at rest cost nothing.
 * Tells whether the texture has changed.
 */
export function drawEyePatch(patch: EyePatch, state: EyeState, texture: Texture): boolean {
  if (patch.drawn && isSame(patch.drawn, state)) return false;
  patch.drawn = state;
  const { eye, part, behind } = patch;
  drawEye(eye, state, texture, part);
  if (behind)
    eachTexel(patch, texture, (i, o) => {
      for (let c = 0; c < 3; c++) texture.rgba[o + c]! -= behind[i + c]!;
    });
  return true;
}

/** What of an eye is ever drawn, in the texture's pixels. */
export function eyeBox({ eye: { x0, y0 }, part: { x, y, width, height } }: EyePatch): Box {
  return { x: x0 + x, y: y0 + y, width, height };
}

/** Calls `visit` with where a pixel that is drawn has its red: in the patch's own RGB and in the texture. */
function eachTexel(
  { eye, part }: Pick<EyePatch, "eye" | "part">,
  { side }: Texture,
  visit: (i: number, o: number) => void,
): void {
  for (let y = part.y; y < part.y + part.height; y++)
    for (let x = part.x; x < part.x + part.width; x++)
      visit(3 * (y * eye.width + x), 4 * ((eye.y0 + y) * side + eye.x0 + x));
}

function isSame(a: EyeState, b: EyeState): boolean {
  return a.closure === b.closure && a.squint === b.squint && a.gazeU === b.gazeU && a.gazeV === b.gazeV;
}
