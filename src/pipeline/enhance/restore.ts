import type { Model } from "../models/onnx.ts";
import { LEFT_EYE_CONTOUR, RIGHT_EYE_CONTOUR } from "../perceive/mesh-parts.ts";
import { type Plane, planeOf } from "../photo/plane.ts";
import { lumaOf, valueAt } from "../photo/raster.ts";
import type { Mesh, Point } from "../types.ts";

/** Side of the square picture that the network takes and gives. */
const SIDE = 512;
const AREA = SIDE * SIDE;

/** Where that picture has its eyes (the one on the left first), nose and corners of the mouth: FFHQ's alignment, as in facexlib. */
const TEMPLATE: readonly Point[] = [
  { x: 192.98, y: 239.95 },
  { x: 318.9, y: 240.19 },
  { x: 256.63, y: 314.02 },
  { x: 201.26, y: 371.41 },
  { x: 313.09, y: 371.15 },
];
/** The same in the mesh: the middles of these points. */
const IN_MESH: readonly (readonly number[])[] = [RIGHT_EYE_CONTOUR, LEFT_EYE_CONTOUR, [4], [61], [291]];

/** Turn, scale and shift: (x, y) becomes (a x - b y + dx, b x + a y + dy). */
interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Has a face drawn anew by a network of GFPGAN's kind (RGB 1 x 3 x 512 x 512, -1..1, of an aligned face, to the same) and lays it
 * over the plane, as far as `weight` (one value per pixel, 0..1) says. `mesh` is in the plane's pixels. Only luminance goes in and
 * comes out, so colours stay as they are.
 */
export async function restoreFace(plane: Plane, mesh: Mesh, weight: Float32Array, model: Model): Promise<Plane> {
  const { a, b, dx, dy } = fit(
    TEMPLATE,
    IN_MESH.map((points) => middle(mesh, points)),
  );
  const data = new Float32Array(3 * AREA);
  for (let v = 0, i = 0; v < SIDE; v++)
    for (let u = 0; u < SIDE; u++, i++) data[i] = valueAt(plane, a * u - b * v + dx, b * u + a * v + dy) / 127.5 - 1;
  data.copyWithin(AREA, 0, AREA);
  data.copyWithin(2 * AREA, 0, AREA);
  const [input, output] = [model.inputNames[0] ?? "", model.outputNames[0] ?? ""];
  const answer = (await model.run({ [input]: { data, shape: [1, 3, SIDE, SIDE] } }))[output]?.data;
  if (answer?.length !== data.length)
    throw new TypeError(`output ${output}: expected 1 x 3 x ${SIDE} x ${SIDE} values`);
  const drawn = planeOf(SIDE, SIDE, new Float32Array(AREA));
  for (let i = 0; i < AREA; i++)
    drawn.data[i] = 127.5 * (1 + lumaOf(answer[i]!, answer[i + AREA]!, answer[i + 2 * AREA]!));
  return overlay(plane, drawn, { a, b, dx, dy }, weight);
}

function overlay(plane: Plane, drawn: Plane, { a, b, dx, dy }: Similarity, weight: Float32Array): Plane {
  const square = a * a + b * b;
  const data = plane.data.slice();
  for (let y = 0, i = 0; y < plane.height; y++)
    for (let x = 0; x < plane.width; x++, i++) {
      if (weight[i] === 0) continue;
      const u = (a * (x - dx) + b * (y - dy)) / square;
      const v = (a * (y - dy) - b * (x - dx)) / square;
      // What the network was not shown it has not drawn.
      if (u < 0 || v < 0 || u > SIDE - 1 || v > SIDE - 1) continue;
      data[i]! += weight[i]! * (valueAt(drawn, u, v) - data[i]!);
    }
  return { ...plane, data };
}

function middle(mesh: Mesh, points: readonly number[]): Point {
  const mean = (axis: 0 | 1): number => points.reduce((sum, i) => sum + mesh[3 * i + axis]!, 0) / points.length;
  return { x: mean(0), y: mean(1) };
}

/** The similarity that carries points onto others with the least squared distance. */
function fit(from: readonly Point[], to: readonly Point[]): Similarity {
  const centre = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  });
  const [p, q] = [centre(from), centre(to)];
  let [along, across, square] = [0, 0, 0];
  for (const [i, point] of from.entries()) {
    const [x, y] = [point.x - p.x, point.y - p.y];
    const [u, v] = [to[i]!.x - q.x, to[i]!.y - q.y];
    along += x * u + y * v;
    across += x * v - y * u;
    square += x * x + y * y;
  }
  const [a, b] = [along / square, across / square];
  return { a, b, dx: q.x - a * p.x + b * p.y, dy: q.y - b * p.x - a * p.y };
}
