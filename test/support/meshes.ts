import { faceBasis } from "../../src/pipeline/perceive/face-basis.ts";
import { MESH_POINTS, type Mesh, type Pose } from "../../src/pipeline/types.ts";

export interface MeshOptions {
  /** Photo pixels per cm; 10 without it. */
  readonly scale?: number;
  /** Where the canonical face's origin lies, photo pixels; 300, 200 without it. */
  readonly at?: readonly [number, number];
  /** Blendshape coefficients, 0..1. */
  readonly shapes?: Readonly<Record<string, number>>;
}

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/**
 * The canonical face as a mesh in a photo, turned as `Pose` says. Written down apart from the product's own matrices:
 * first it looks up, then it turns, then it leans, each as one plain turn of two coordinates.
 */
export function canonicalMesh({ yaw, pitch, roll }: Pose, options: MeshOptions = {}): Mesh {
  const { scale = 10, at = [300, 200], shapes = {} } = options;
  const basis = faceBasis();
  const mesh = new Float32Array(MESH_POINTS * 3);
  basis.vertices.forEach((vertex, point) => {
    let [x, y, z] = vertex as [number, number, number];
    for (const [name, amount] of Object.entries(shapes)) {
      const move = basis.shapes[name]?.[point];
      if (move) [x, y, z] = [x + amount * move[0]!, y + amount * move[1]!, z + amount * move[2]!];
    }
    // Looking up carries what is in front upwards; turning to the subject's left carries it to the image's right.
    [y, z] = [y * cosine(pitch) + z * sine(pitch), z * cosine(pitch) - y * sine(pitch)];
    [x, z] = [x * cosine(yaw) + z * sine(yaw), z * cosine(yaw) - x * sine(yaw)];
    // Leaning clockwise as seen carries the top of the head to the right.
    [x, y] = [x * cosine(roll) + y * sine(roll), y * cosine(roll) - x * sine(roll)];
    mesh.set([at[0] + scale * x, at[1] - scale * y, -scale * z], point * 3);
  });
  return mesh;
}
