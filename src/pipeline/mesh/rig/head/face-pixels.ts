import { FACE_OVAL } from "../../../perceive/mesh-parts.ts";
import type { Mesh } from "../../../types.ts";

/** 1 inside the face's outline, 0 outside; the mesh in pixels of a picture of `side * side`. */
export function facePixels(mesh: Mesh, side: number): Float32Array {
  const out = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    const crossings: number[] = [];
    for (let k = 0; k < FACE_OVAL.length; k++) {
      const a = 3 * FACE_OVAL[k]!;
      const b = 3 * FACE_OVAL[(k + 1) % FACE_OVAL.length]!;
      const [ay, by] = [mesh[a + 1]!, mesh[b + 1]!];
      if (ay <= y === by <= y) continue;
      crossings.push(mesh[a]! + ((y - ay) * (mesh[b]! - mesh[a]!)) / (by - ay));
    }
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2)
      out.fill(
        1,
        y * side + Math.max(0, Math.ceil(crossings[k]!)),
        y * side + Math.min(side, Math.ceil(crossings[k + 1]!)),
      );
  }
  return out;
}
