import type { ModelOptions } from "../../../models/onnx.ts";
import { segmentPerson } from "../../../perceive/segment.ts";
import type { Mesh } from "../../../types.ts";
import { facePixels } from "../head/face-pixels.ts";
import { type Bounds, refineMask } from "./matte.ts";
import { type OtherPerson, ownPerson } from "./own-person.ts";

/** Below this mean probability inside the face the person mask has not understood the picture (statues, some paintings). */
const UNDERSTOOD = 0.7;

export interface SeenPersonOptions extends ModelOptions {
  readonly neighbours?: readonly OtherPerson[];
  /** Without it the person wins where the mask is undecided. */
  readonly bounds?: Bounds;
}

/** One person in a picture, as the person mask sees them; arrays have a number for each texture pixel. */
export interface SeenPerson {
  /** 0..1; nothing of neighbours. */
  readonly coverage: Float32Array;
  /** 1 within the face. */
  readonly face: Float32Array;
  /** Whether the mask saw the person at all. */
  readonly understood: boolean;
}

/** Has a look at whose face a mesh (texture pixels) is. */
export async function seePerson(
  texture: Uint8Array,
  side: number,
  mesh: Mesh,
  { neighbours = [], bounds, ...options }: SeenPersonOptions,
): Promise<SeenPerson> {
  const mask = ownPerson(await segmentPerson(texture, side, side, options), texture, side, mesh, neighbours);
  const coverage = refineMask(mask, texture, side, bounds);
  const face = facePixels(mesh, side);
  return { coverage, face, understood: meanWithin(face, coverage) >= UNDERSTOOD };
}

/** 0 without a face. */
function meanWithin(face: Float32Array, coverage: Float32Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < face.length; i++) {
    if (face[i] !== 1) continue;
    sum += coverage[i]!;
    count++;
  }
  return sum / Math.max(1, count);
}
