import { type Face, MESH_POINTS } from "../../pipeline/types.ts";
import type { FaceSummary } from "../../store/record-types.ts";
import type { KnownFaces } from "../contract/studio.ts";

/** Of each face its score, then its mesh. */
const FLOATS = 1 + 3 * MESH_POINTS;

/** A face without its mesh, which nobody outside the pipeline needs. */
export function summaryOf({ index, box, pose, openEyes, openMouth, obstacle }: FaceSummary): FaceSummary {
  return { index, box, pose, openEyes, openMouth, obstacle };
}

/** What the summaries leave out, as bytes to be kept beside them. */
export function meshesOf(faces: readonly Face[]): Uint8Array {
  const floats = new Float32Array(faces.length * FLOATS);
  faces.forEach(({ score, mesh }, i) => {
    floats[i * FLOATS] = score;
    floats.set(mesh, i * FLOATS + 1);
  });
  return new Uint8Array(floats.buffer);
}

/** The faces again; null where the meshes are not these faces'. */
export function facesOf({ faces, meshes }: KnownFaces): Face[] | null {
  if (meshes.length !== faces.length * FLOATS * Float32Array.BYTES_PER_ELEMENT) return null;
  // A copy, because floats must lie at whole fours of a buffer's bytes.
  const floats = new Float32Array(Uint8Array.from(meshes).buffer);
  return faces.map((face, i) => ({
    ...face,
    score: floats[i * FLOATS] ?? 0,
    mesh: floats.slice(i * FLOATS + 1, (i + 1) * FLOATS),
  }));
}
