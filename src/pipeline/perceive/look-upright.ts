import type { ModelOptions } from "../models/onnx.ts";
import { fromSquare, MINUS_ONE_TO_ONE, type Square, sampleSquare } from "../photo/crop.ts";
import type { Detection, Mesh, Photo } from "../types.ts";
import { overlap } from "./boxes.ts";
import { type Look, lookFullRange, lookShortRange, SHORT_RANGE_SIZE, type Sighting } from "./detect-models.ts";
import { FACE_MARGIN, squareOfMesh } from "./mesh-place.ts";

/** Below this a look counts as 0. */
const FAINTEST = 0.05;
/** How much a sighting must overlap the place where the face is expected. */
const LEAST_OVERLAP = 0.25;

/** A detector, the side of the crop that it is shown in its own pixels, and in sides of the face. */
interface SecondLook {
  readonly look: Look;
  readonly size: number;
  readonly distance: number;
}

const FULL_RANGE: SecondLook = { look: lookFullRange, size: 192, distance: 3 };
/** The cheapest first: they settle most doubts. */
const LOOKS: readonly SecondLook[] = [
  { look: lookShortRange, size: SHORT_RANGE_SIZE, distance: 3 },
  { look: lookShortRange, size: SHORT_RANGE_SIZE, distance: 5 },
  FULL_RANGE,
];

/**
 * How sure detectors are of a face that is turned upright by its mesh, 0..1: the mean of two detectors from two distances.
 * Once they cannot agree on `least` any more, the rest are not asked, and the mean is too low rather than exact.
 */
export async function lookUpright(
  photo: Photo,
  mesh: Mesh,
  least: number,
  options: ModelOptions = {},
): Promise<number> {
  let sum = 0;
  for (const [i, look] of LOOKS.entries()) {
    if (sum + LOOKS.length - i < least * LOOKS.length) break;
    sum += (await lookInto(photo, squareAround(mesh, look), look, options))?.score ?? 0;
  }
  return sum / LOOKS.length;
}

/** Where the full-range detector sees the face that a mesh tells of, turned upright by it; null when it does not. */
export async function detectUpright(photo: Photo, mesh: Mesh, options: ModelOptions = {}): Promise<Detection | null> {
  const square = squareAround(mesh, FULL_RANGE);
  const seen = await lookInto(photo, square, FULL_RANGE, options);
  if (seen === null) return null;
  const { box, score } = seen;
  const scale = square.side / FULL_RANGE.size;
  const [width, height] = [box.width * scale, box.height * scale];
  const [u, v] = [(box.x + box.width / 2) / FULL_RANGE.size, (box.y + box.height / 2) / FULL_RANGE.size];
  const { x, y } = fromSquare(square, u, v);
  return { box: { x: x - width / 2, y: y - height / 2, width, height }, score, roll: square.roll + seen.roll };
}

function squareAround(mesh: Mesh, { distance }: SecondLook): Square {
  const face = squareOfMesh(mesh);
  return { ...face, side: (face.side / FACE_MARGIN) * distance };
}

/** The best sighting about where the face must be: in the middle of the square, its side `1 / distance` of the square's. */
async function lookInto(
  photo: Photo,
  square: Square,
  { look, size, distance }: SecondLook,
  options: ModelOptions,
): Promise<Sighting | null> {
  const values = sampleSquare(photo, square, size, MINUS_ONE_TO_ONE);
  const seen = await look({ values, width: size, height: size }, FAINTEST, options);
  const side = size / distance;
  const corner = (size - side) / 2;
  const expected = { x: corner, y: corner, width: side, height: side };
  const there = seen.filter(({ box }) => overlap(box, expected) > LEAST_OVERLAP);
  return there.reduce<Sighting | null>((best, face) => (best && best.score >= face.score ? best : face), null);
}
