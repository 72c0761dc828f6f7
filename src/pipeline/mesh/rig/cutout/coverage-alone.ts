import { UserError } from "../../../../errors.ts";
import type { ModelOptions } from "../../../models/onnx.ts";
import { segmentPerson } from "../../../perceive/segment.ts";
import type { Mesh } from "../../../types.ts";
import { facePixels } from "../head/face-pixels.ts";
import { type Bounds, refineMask } from "./matte.ts";
import { type OtherPerson, ownPerson } from "./own-person.ts";

/** On another ground a piece of the old one shows more than a little of the person that is missing. */
const STRICT: Bounds = { least: 0.4, most: 0.8 };

/** Below this mean within the face the mask has not understood the picture (statues, some paintings). */
const UNDERSTOOD = 0.7;

/**
 * What of a picture (`side * side * 3` bytes) is surely one person, 0..1 a pixel, for who shows them on another ground. `mesh` is
 * their face in the picture's pixels. Throws `UserError` `cannotCutOut` where the mask does not even see the face.
 */
export async function coverageAlone(
  texture: Uint8Array,
  side: number,
  mesh: Mesh,
  { neighbours, ...options }: ModelOptions & { readonly neighbours: readonly OtherPerson[] },
): Promise<Float32Array> {
  const mask = ownPerson(await segmentPerson(texture, side, side, options), texture, side, mesh, neighbours);
  const face = facePixels(mesh, side);
  const refined = refineMask(mask, texture, side, STRICT);
  if (meanWithin(face, refined) < UNDERSTOOD) throw new UserError("cannotCutOut");
  const coverage = refined.map((share, i) => Math.max(share, face[i]!));
  return joined(coverage, face, side);
}

function meanWithin(face: Float32Array, coverage: Float32Array): number {
  let [sum, count] = [0, 0];
  face.forEach((own, i) => {
    if (own !== 1) return;
    sum += coverage[i]!;
    count++;
  });
  return sum / Math.max(1, count);
}

/** Only what hangs together with the face: chairs and curtains are at times taken for people. */
function joined(coverage: Float32Array, face: Float32Array, side: number): Float32Array {
  const out = new Float32Array(coverage.length);
  const edge: number[] = [];
  const take = (i: number): void => {
    if (out[i] !== 0 || coverage[i] === 0) return;
    out[i] = coverage[i]!;
    edge.push(i);
  };
  face.forEach((own, i) => own === 1 && take(i));
  for (let i = edge.pop(); i !== undefined; i = edge.pop()) {
    if (i % side > 0) take(i - 1);
    if (i % side < side - 1) take(i + 1);
    if (i >= side) take(i - side);
    if (i < coverage.length - side) take(i + side);
  }
  return out;
}
