import { headTurn, multiply } from "../../../../../src/pipeline/math.ts";
import { faceBasis } from "../../../../../src/pipeline/perceive/face-basis.ts";
import { LIP_PAIRS } from "../../../../../src/pipeline/perceive/mesh-parts.ts";
import { MESH_POINTS, type Mesh } from "../../../../../src/pipeline/types.ts";

export interface Placed {
  /** Pixels per cm, and where the canonical face's origin lies. */
  readonly scale?: number;
  readonly x?: number;
  readonly y?: number;
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
  /** Coefficients of blendshapes that the face already shows. */
  readonly shapes?: Readonly<Record<string, number>>;
}

/** Corners of the eyes, the first left in an upright image, and where their iris' points begin. */
const EYES = [
  { corners: [33, 133], iris: 468 },
  { corners: [362, 263], iris: 473 },
] as const;
const IRIS_CM = 0.6;

/** The canonical face as a mesh in pixels: 478 points, the irises in the middle of the eyes. */
export function canonicalMesh(placed: Placed = {}): Mesh {
  const { scale = 10, x = 100, y = 100, yaw = 0, pitch = 0, roll = 0, shapes = {} } = placed;
  const { vertices, shapes: basis } = faceBasis();
  const points = vertices.map((vertex) => [...vertex]);
  for (const [name, value] of Object.entries(shapes))
    for (const [point, move] of Object.entries(basis[name] ?? {}))
      for (let k = 0; k < 3; k++) points[Number(point)]![k]! += value * move[k]!;
  for (const { corners, iris } of EYES) {
    const [a, b] = [points[corners[0]]!, points[corners[1]]!];
    const middle = [0, 1, 2].map((k) => (a[k]! + b[k]!) / 2);
    points[iris] = middle;
    [0, 90, 180, 270].forEach((degrees, k) => {
      const angle = (degrees * Math.PI) / 180;
      points[iris + 1 + k] = [
        middle[0]! + IRIS_CM * Math.cos(angle),
        middle[1]! + IRIS_CM * Math.sin(angle),
        middle[2]!,
      ];
    });
  }
  const turn = multiply(Float64Array.of(1, 0, 0, 0, -1, 0, 0, 0, -1), headTurn(yaw, pitch, roll));
  const mesh = new Float32Array(3 * MESH_POINTS);
  const origin = [x, y, 0];
  points.forEach((p, i) => {
    for (let row = 0; row < 3; row++) {
      const along = turn[3 * row]! * p[0]! + turn[3 * row + 1]! * p[1]! + turn[3 * row + 2]! * p[2]!;
      mesh[3 * i + row] = scale * along + origin[row]!;
    }
  });
  return mesh;
}

/** A copy of a mesh in which the inner edges of the lips lie on each other, as in a mouth that is shut. */
export function shutMouth(mesh: Mesh): Mesh {
  const shut = Float32Array.from(mesh);
  for (const [upper, lower] of LIP_PAIRS)
    for (let k = 0; k < 3; k++) {
      const middle = (mesh[3 * upper + k]! + mesh[3 * lower + k]!) / 2;
      shut[3 * upper + k] = middle;
      shut[3 * lower + k] = middle;
    }
  return shut;
}
