import { UserError } from "../../../../errors.ts";
import type { ModelOptions } from "../../../models/onnx.ts";
import type { Mesh } from "../../../types.ts";
import type { Bounds } from "./matte.ts";
import type { OtherPerson } from "./own-person.ts";
import { seePerson } from "./seen-person.ts";

/** On another ground a piece of the old one shows more than a little of the person that is missing. */
const STRICT: Bounds = { least: 0.4, most: 0.8 };

/**
 * What of a picture (`side * side * 3` bytes) is surely one person, 0..1 a pixel, for who shows them on another ground. `mesh` is
 * their face in the picture's pixels. Throws `UserError` `cannotCutOut` where the mask does not even see the face.
 */
export async function coverageAlone(
  texture: Uint8Array,
  side: number,
  mesh: Mesh,
  options: ModelOptions & { readonly neighbours: readonly OtherPerson[] },
): Promise<Float32Array> {
  const seen = await seePerson(texture, side, mesh, { ...options, bounds: STRICT });
  if (!seen.understood) throw new UserError("cannotCutOut");
  const { face } = seen;
  const coverage = seen.coverage.map((share, i) => Math.max(share, face[i]!));
  return joined(coverage, face, side);
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
