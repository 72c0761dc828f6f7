import { smoothstep } from "../../../math.ts";
import type { ModelOptions } from "../../../models/onnx.ts";
import type { HeadFit } from "../../../perceive/pose.ts";
import { MASK_SIZE } from "../../../perceive/segment.ts";
import type { Mesh } from "../../../types.ts";
import { toTexture } from "../head/depth.ts";
import { facePixels } from "../head/face-pixels.ts";
import { refineMask } from "./matte.ts";
import { type OtherPerson, ownPerson } from "./own-person.ts";
import { seePerson } from "./seen-person.ts";

/** Coverage below which a pixel beside the person is rather somebody else's: a haze that moved along would show on them. */
const HAZE = 0.15;
/** Middle and size of an ear in the canonical face's frame, cm (from the face basis' head points). */
const EAR = { x: 8.2, y: 1.2, z: -2.5, halfWidth: 1.9, halfHeight: 3.4 };
/** Sine of the yaw away from an ear beyond which it cannot be seen. */
const FAR_EAR = 0.2;

/** What of a picture moves along with a head. */
export interface HeadCoverage {
  /** Of the moving layer, 0..1 a texture pixel. */
  readonly coverage: Float32Array;
  /** Whether the person mask saw the person at all. */
  readonly understood: boolean;
}

export interface CoverageOptions extends ModelOptions {
  readonly neighbours?: readonly OtherPerson[];
}

/**
 * Coverage of the moving layer, 0..1 a texture pixel: the person against the background. Where the person mask does not even
 * see the face, everything is covered, and the surroundings bend with the head instead of standing still behind it. What
 * belongs to `neighbours` is not covered.
 */
export async function headCoverage(
  texture: Uint8Array,
  side: number,
  mesh: Mesh,
  fit: HeadFit,
  { neighbours = [], ...options }: CoverageOptions = {},
): Promise<HeadCoverage> {
  const { coverage, face, understood } = await seePerson(texture, side, mesh, { ...options, neighbours });
  if (!understood) {
    if (neighbours.length === 0) return { coverage: coverage.fill(1), understood };
    const everything = new Float32Array(MASK_SIZE * MASK_SIZE).fill(1);
    const own = refineMask(ownPerson(everything, texture, side, mesh, neighbours), texture, side);
    return { coverage: own, understood };
  }
  const own = face.slice();
  coverEars(face, side, fit);
  for (const neighbour of neighbours) if (!neighbour.takenOff) spare(face, own, facePixels(neighbour.mesh, side));
  for (let i = 0; i < coverage.length; i++) {
    const share = coverage[i]!;
    coverage[i] = Math.max(neighbours.length === 0 ? share : smoothstep(HAZE, 1, share), face[i]!);
  }
  return { coverage, understood };
}

/** Takes back what was added to the own face of somebody else's. */
function spare(face: Float32Array, own: Float32Array, other: Float32Array): void {
  for (let i = 0; i < face.length; i++) if (other[i] === 1) face[i] = own[i]!;
}

/** Adds where an ear must be: the mask often takes ears for background, and an ear left behind is a ghost. */
function coverEars(face: Float32Array, side: number, fit: HeadFit): void {
  for (const x of [-1, 1]) {
    // Seen from beyond this angle the ear on the far side is behind the head.
    const facing = x * (fit.rotation[2] ?? 0);
    if (facing > FAR_EAR) continue;
    const [ex, ey] = toTexture(fit, [x * EAR.x, EAR.y, EAR.z]);
    const [rx, ry] = [EAR.halfWidth * fit.scale, EAR.halfHeight * fit.scale];
    for (let y = Math.max(0, Math.floor(ey - ry)); y < Math.min(side, ey + ry); y++)
      for (let px = Math.max(0, Math.floor(ex - rx)); px < Math.min(side, ex + rx); px++) {
        const inside = 1 - Math.hypot((px - ex) / rx, (y - ey) / ry);
        face[y * side + px] = Math.max(face[y * side + px]!, smoothstep(0, 0.15, inside));
      }
  }
}
