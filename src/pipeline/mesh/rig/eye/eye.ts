import { clamp } from "../../../math.ts";
import { curveAt, type EyeContour, eyeContour, type Side } from "../../../perceive/eye-contour.ts";
import { eyeIsOpen } from "../../../perceive/openness.ts";
import { threadWork } from "../../../threads/thread-work.ts";
import type { Mesh } from "../../../types.ts";
import { harmonicFill } from "../fill.ts";
import { facePixels } from "../head/face-pixels.ts";
import { fitLids } from "./fit-lids.ts";
import { takeGlints } from "./glints.ts";
import { findLashes, type Lashes } from "./lashes.ts";
import { lidShade } from "./lid-shade.ts";
import { type EyePixels, lidSkin } from "./lid-skin.ts";

/** A patch of the texture round one eye, with all that lids and gaze need; every array has one entry (or three) a pixel. */
export interface EyeRig extends EyePixels {
  readonly side: Side;
  readonly x0: number;
  readonly y0: number;
  /** The new skin of the lids, and the eyeball continued beyond the opening: RGB 0..255. */
  readonly skin: Float32Array;
  readonly ball: Float32Array;
  /** What reflections add to the eyeball, RGB; null where there are none. */
  readonly glints: Float32Array | null;
  readonly lashes: Lashes;
  /** What the upper lid shades: see `lidShade`. */
  readonly shade: Float32Array;
  /** Whether there is an open eye to close: too narrow or hidden eyes are left alone. */
  readonly open: boolean;
}

/** Of the eye's width: how far the patch reaches beyond the opening, and the lashes' bands. */
const MARGIN_U = 0.22;
const MARGIN_ABOVE = 0.5;
const MARGIN_BELOW = 0.55;
const UPPER_BAND = 0.13;
const LOWER_BAND = 0.11;
/** New skin reaches up by this much of the eye's width at most, so that folds unfold, but keeps clear of the brow. */
const LID_HEIGHT = 0.44;
const LEAST_LID_HEIGHT = 0.2;
const TO_THE_BROW = 0.85;
/** Mesh points of the brows' lower edges. */
const BROW = { right: [46, 53, 52, 65, 55], left: [276, 283, 282, 295, 285] } as const;

/** Prepares one eye of the texture (`side * side * 3` bytes) for lids and gaze. */
export function makeEyeRig(texture: Uint8Array, side: number, mesh: Mesh, which: Side): EyeRig {
  const seen = eyeContour(mesh, which);
  const contour = fitLids(seen, texture, side);
  const box = patchBox(contour, side);
  const { x0, y0, width, height } = box;
  const count = width * height;
  const u = new Float32Array(count);
  const v = new Float32Array(count);
  const photo = new Float32Array(3 * count);
  const face = new Uint8Array(count);
  const onFace = facePixels(mesh, side);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      ({ u: u[i], v: v[i] } = toEye(contour, x0 + x, y0 + y));
      const at = (y0 + y) * side + x0 + x;
      face[i] = onFace[at]!;
      for (let c = 0; c < 3; c++) photo[3 * i + c] = texture[3 * at + c]!;
    }
  }
  const upperBand = Math.max(2, UPPER_BAND * contour.width);
  const lowerBand = Math.max(1.5, LOWER_BAND * contour.width);
  const upper = u.map((along) => curveAt(contour.upper, along, contour.width));
  const lower = u.map((along) => curveAt(contour.lower, along, contour.width));
  const lidHeight = lidHeightOf(contour, mesh, which);
  const patch = { contour, width, height, u, v, upper, lower, photo, face, upperBand, lowerBand, lidHeight };
  const skin = lidSkin(patch);
  const ball = new Float32Array(photo);
  const glints = takeGlints(patch, ball);
  return {
    ...patch,
    side: which,
    x0,
    y0,
    skin,
    ball: eyeball(patch, ball),
    glints,
    lashes: findLashes(patch, skin),
    shade: lidShade(patch),
    // By the model's own contour: on a shut eye the fit takes the dark between lashes and fold for an eyeball.
    open: eyeIsOpen(seen),
  };
}

export const eyeMaking = threadWork(makeEyeRig, import.meta.url);

function lidHeightOf(contour: EyeContour, mesh: Mesh, which: Side): number {
  const gaps = BROW[which].flatMap((point) => {
    const { u, v } = toEye(contour, mesh[3 * point]!, mesh[3 * point + 1]!);
    return u > 0 && u < contour.width ? [curveAt(contour.upper, u, contour.width) - v] : [];
  });
  const room = (TO_THE_BROW * Math.min(...gaps)) / contour.width;
  return contour.width * clamp(room, LEAST_LID_HEIGHT, LID_HEIGHT);
}

function toEye({ originX, originY, cos, sin }: EyeContour, x: number, y: number): { u: number; v: number } {
  const [px, py] = [x - originX, y - originY];
  return { u: px * cos + py * sin, v: py * cos - px * sin };
}

function patchBox(contour: EyeContour, side: number): { x0: number; y0: number; width: number; height: number } {
  const { originX, originY, cos, sin, width } = contour;
  const top = Math.min(...contour.upper) - MARGIN_ABOVE * width;
  const bottom = Math.max(...contour.lower) + MARGIN_BELOW * width;
  const [left, right] = [-MARGIN_U * width, (1 + MARGIN_U) * width];
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([u, v]) => [originX + u! * cos - v! * sin, originY + u! * sin + v! * cos] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const within = (value: number): number => Math.min(side - 1, Math.max(0, Math.round(value)));
  const x0 = within(Math.min(...xs));
  const y0 = within(Math.min(...ys));
  return { x0, y0, width: within(Math.max(...xs)) - x0 + 1, height: within(Math.max(...ys)) - y0 + 1 };
}

/** Continues the eyeball beyond the opening, in place, so that a moved iris or a raised lid has something to show. */
function eyeball(patch: EyePixels, ball: Float32Array): Float32Array {
  const { width, height, contour } = patch;
  const inset = Math.max(0.7, 0.025 * contour.width);
  const unknown = new Uint8Array(width * height);
  for (let i = 0; i < unknown.length; i++) {
    const above = patch.upper[i]! - patch.v[i]!;
    const below = patch.v[i]! - patch.lower[i]!;
    const along = patch.u[i]!;
    const inside = above < -inset * 1.4 && below < -inset && along > inset && along < contour.width - inset;
    if (!inside) unknown[i] = 1;
  }
  if (unknown.every((flag) => flag === 1)) return ball;
  harmonicFill(ball, width, height, unknown, 60);
  return ball;
}
