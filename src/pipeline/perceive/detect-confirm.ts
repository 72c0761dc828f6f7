import type { ModelOptions } from "../models/onnx.ts";
import { fromSquare, MINUS_ONE_TO_ONE, type Square, sampleSquare } from "../photo/crop.ts";
import type { Detection, Mesh, Photo } from "../types.ts";
import { overlap } from "./boxes.ts";
import { type Look, lookFullRange, lookShortRange, SHORT_RANGE_SIZE, type Sighting } from "./detect-models.ts";
import { boxOfMesh, FACE_MARGIN, squareOfMesh } from "./landmarks.ts";

/** From this score of the first look on, nothing that is not a face passed the mesh's own test (see docs/models.md). */
export const SURE_SCORE = 0.75;
/** What the mean of four looks must reach. */
const LEAST_MEAN = 0.49;
/** A face narrower than both, in photo pixels and as a share of the photo, is a few spots, and must look the more like one. */
const TINY = 16;
const TINY_SHARE = 0.02;
const LEAST_MEAN_TINY = 0.68;
/** Below this a look counts as 0. */
const FAINTEST = 0.05;
/** Sides of the crops of the second look, in sides of the face. */
const NEAR = 3;
const WIDE = 5;
/** How much a sighting must overlap the place where the face is expected. */
const LEAST_OVERLAP = 0.25;

interface SecondLook {
  readonly look: Look;
  readonly size: number;
}

const FULL: SecondLook = { look: lookFullRange, size: 192 };
const SHORT: SecondLook = { look: lookShortRange, size: SHORT_RANGE_SIZE };
const LOOKS = 3;

/**
 * Whether a doubtful detection is a face: two detectors look at it again, turned upright by its mesh and from two distances,
 * and all of them together must be sure enough. `score` is the first look's, 0..1. Returns the mean, or null for no face.
 */
export async function confirmFace(
  photo: Photo,
  mesh: Mesh,
  score: number,
  options: ModelOptions = {},
): Promise<number | null> {
  if (score >= SURE_SCORE) return score;
  const mean = (score + LOOKS * (await lookUpright(photo, mesh, options))) / (1 + LOOKS);
  const tiny = Math.min(TINY, TINY_SHARE * Math.max(photo.width, photo.height));
  const least = boxOfMesh(mesh).width < tiny ? LEAST_MEAN_TINY : LEAST_MEAN;
  return mean < least ? null : mean;
}

/** How sure detectors are of a face that is turned upright by its mesh, 0..1: the mean of two detectors from two distances. */
export async function lookUpright(photo: Photo, mesh: Mesh, options: ModelOptions = {}): Promise<number> {
  const looks = [
    await lookAgain(photo, mesh, NEAR, FULL, options),
    await lookAgain(photo, mesh, NEAR, SHORT, options),
    await lookAgain(photo, mesh, WIDE, SHORT, options),
  ];
  return looks.reduce((sum, look) => sum + look, 0) / LOOKS;
}

/** Where the full-range detector sees the face that a mesh tells of, turned upright by it; null when it does not. */
export async function detectAgain(photo: Photo, mesh: Mesh, options: ModelOptions): Promise<Detection | null> {
  const square = squareAround(mesh, NEAR);
  const seen = await lookInto(photo, square, NEAR, FULL, options);
  if (seen === null) return null;
  const { x, y } = fromSquare(
    square,
    (seen.box.x + seen.box.width / 2) / FULL.size,
    (seen.box.y + seen.box.height / 2) / FULL.size,
  );
  const [width, height] = [seen.box.width, seen.box.height].map((side) => (side * square.side) / FULL.size) as [
    number,
    number,
  ];
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  return { box, score: seen.score, roll: square.roll + seen.roll };
}

async function lookAgain(
  photo: Photo,
  mesh: Mesh,
  distance: number,
  second: SecondLook,
  options: ModelOptions,
): Promise<number> {
  return (await lookInto(photo, squareAround(mesh, distance), distance, second, options))?.score ?? 0;
}

function squareAround(mesh: Mesh, distance: number): Square {
  const face = squareOfMesh(mesh);
  return { ...face, side: (face.side / FACE_MARGIN) * distance };
}

/** The best sighting about where the face must be: in the middle of the square, its side `1 / distance` of the square's. */
async function lookInto(
  photo: Photo,
  square: Square,
  distance: number,
  { look, size }: SecondLook,
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
