import { randomFrom } from "../../../../../src/pipeline/motion/vary.ts";
import { FACE_OVAL } from "../../../../../src/pipeline/perceive/mesh-parts.ts";
import { MESH_POINTS, type Mesh } from "../../../../../src/pipeline/types.ts";

/** Points of the right eye between its corners, from image left to image right. */
const UPPER = [246, 161, 160, 159, 158, 157, 173];
const LOWER = [7, 163, 144, 145, 153, 154, 155];
const IRIS = 468;
/** How far off the face's outline lies, pixels. */
const FAR = 400;

/** A right eye in a picture: its left corner, width, heights of its sine arches, and iris, in pixels; it leans by `roll` degrees. */
export const ALMOND = { x: 60, y: 100, width: 80, up: 18, down: 8, roll: 0, irisU: 42, irisV: -4, irisRadius: 12 };
export type Almond = typeof ALMOND;

/** v of the almond's upper and lower edge at u. */
export const upperEdge = ({ width, up }: Almond, u: number): number => -up * arch(u / width);
export const lowerEdge = ({ width, down }: Almond, u: number): number => down * arch(u / width);
const arch = (t: number): number => Math.sin(Math.PI * Math.min(1, Math.max(0, t)));

/** A place of the picture in the eye's own axes, and back. */
export function toEye({ x, y, roll }: Almond, px: number, py: number): [number, number] {
  const [cos, sin] = [Math.cos((roll * Math.PI) / 180), Math.sin((roll * Math.PI) / 180)];
  return [(px - x) * cos + (py - y) * sin, (py - y) * cos - (px - x) * sin];
}

/** The almond as points of a mesh, in a face whose outline is far round it unless it is cut off at `edge` (u); all other points lie at the origin. */
export function almondMesh(eye: Almond, edge = FAR): Mesh {
  const mesh = new Float32Array(3 * MESH_POINTS);
  const [cos, sin] = [Math.cos((eye.roll * Math.PI) / 180), Math.sin((eye.roll * Math.PI) / 180)];
  const place = (point: number, u: number, v: number): void => {
    mesh[3 * point] = eye.x + u * cos - v * sin;
    mesh[3 * point + 1] = eye.y + u * sin + v * cos;
  };
  for (const [k, point] of FACE_OVAL.entries()) {
    const angle = (2 * Math.PI * k) / FACE_OVAL.length;
    place(point, Math.min(edge, FAR * Math.cos(angle)), FAR * Math.sin(angle));
  }
  place(33, 0, 0);
  place(133, eye.width, 0);
  for (const [k, point] of UPPER.entries()) {
    const u = ((k + 1) / 8) * eye.width;
    place(point, u, upperEdge(eye, u));
    place(LOWER[k]!, u, lowerEdge(eye, u));
  }
  place(IRIS, eye.irisU, eye.irisV);
  for (let k = 0; k < 4; k++) {
    const angle = (k * Math.PI) / 2;
    place(IRIS + 1 + k, eye.irisU + eye.irisRadius * Math.cos(angle), eye.irisV + eye.irisRadius * Math.sin(angle));
  }
  return mesh;
}

/** Colours that are easily told apart by their blue: skin about 110, white 245, iris 30. */
export const SKIN = [170, 130, 110] as const;
const WHITE = [245, 245, 245] as const;
const DARK = [60, 40, 30] as const;
const LASH = [50, 40, 40] as const;

/** A photo of the almond, `side * side * 3` bytes: bright white, dark iris, a line of lashes, skin with a little grain. */
export function almondPicture(eye: Almond, side: number): Uint8Array {
  const random = randomFrom(5);
  const picture = new Uint8Array(3 * side * side);
  for (let i = 0; i < side * side; i++) {
    const [u, v] = toEye(eye, i % side, Math.floor(i / side));
    const [top, bottom] = [upperEdge(eye, u), lowerEdge(eye, u)];
    const within = u > 0 && u < eye.width;
    const iris = Math.hypot(u - eye.irisU, v - eye.irisV) < eye.irisRadius;
    const colour =
      within && v > top && v < bottom ? (iris ? DARK : WHITE) : within && v > top - 2 && v <= top ? LASH : SKIN;
    const grain = 6 * (random() - 0.5);
    picture.set(
      colour.map((level) => Math.round(Math.min(255, level + grain))),
      3 * i,
    );
  }
  return picture;
}
