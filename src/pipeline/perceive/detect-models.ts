import { loadModel, type ModelOptions, outputOf } from "../models/onnx.ts";
import type { Box } from "../types.ts";

/** A face as a detector answers it, in the pixels of its input: its box, probability 0..1, and tilt in degrees clockwise. */
export interface Sighting {
  readonly box: Box;
  readonly score: number;
  readonly roll: number;
}

/** Cells of a detector's answer: `side` input pixels apart, `perCell` answers each. */
interface CellGrid {
  readonly side: number;
  readonly perCell: number;
}

export const FULL_RANGE = "face_detection_full_range.onnx";
const FULL_RANGE_LAYERS: readonly CellGrid[] = [{ side: 4, perCell: 1 }];

const SHORT_RANGE = "face_detection_short_range.onnx";
const SHORT_RANGE_LAYERS: readonly CellGrid[] = [
  { side: 8, perCell: 2 },
  { side: 16, perCell: 6 },
];

/** Width and height of the full-range detector's input must be multiples of this. */
export const FULL_RANGE_STEP = 32;
/** Side of the short-range detector's square input. */
export const SHORT_RANGE_SIZE = 128;

/** Numbers per answer: box (4) and six points of x and y, of which the first two are the subject's right and left eye. */
const VALUES = 16;

/** What a detector looks at: height x width x 3, RGB, -1..1. */
export interface Picture {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Faces that a detector sees in a picture with at least this probability. */
export type Look = (picture: Picture, leastScore: number, options: ModelOptions) => Promise<Sighting[]>;

/** Looks for faces of any size down to about 12 px; both sides of the picture are multiples of `FULL_RANGE_STEP`. */
export const lookFullRange: Look = async (picture, leastScore, options) => {
  const { values, width, height } = picture;
  const model = await loadModel(FULL_RANGE, options);
  const outputs = await model.run({ input: { data: values, shape: [1, height, width, 3] } });
  const boxes = outputOf(outputs, "reshaped_regressor_face_4");
  const logits = outputOf(outputs, "reshaped_classifier_face_4");
  return sightings(boxes, logits, FULL_RANGE_LAYERS, picture, leastScore);
};

/** Looks for faces from a tenth of the picture's side up; the picture is `SHORT_RANGE_SIZE` square. */
export const lookShortRange: Look = async (picture, leastScore, options) => {
  const { values, width, height } = picture;
  const model = await loadModel(SHORT_RANGE, options);
  const outputs = await model.run({ input: { data: values, shape: [1, height, width, 3] } });
  const boxes = outputOf(outputs, "regressors");
  const logits = outputOf(outputs, "classificators");
  return sightings(boxes, logits, SHORT_RANGE_LAYERS, picture, leastScore);
};

/** Each cell answers where, from its own middle, a face lies, and how sure it is, as a logit. */
function sightings(
  boxes: Float32Array,
  logits: Float32Array,
  layers: readonly CellGrid[],
  { width, height }: Picture,
  leastScore: number,
): Sighting[] {
  const least = Math.log(leastScore / (1 - leastScore));
  const found: Sighting[] = [];
  let answer = 0;
  for (const { side, perCell } of layers) {
    const columns = width / side;
    const cells = columns * (height / side);
    for (let i = 0; i < cells * perCell; i++, answer++) {
      if (logits[answer]! < least) continue;
      const cell = Math.floor(i / perCell);
      const x = ((cell % columns) + 0.5) * side;
      const y = (Math.floor(cell / columns) + 0.5) * side;
      found.push(sighting(boxes.subarray(answer * VALUES, (answer + 1) * VALUES), x, y, logits[answer]!));
    }
  }
  return found;
}

function sighting(values: Float32Array, x: number, y: number, logit: number): Sighting {
  const [dx, dy, width, height, rightX, rightY, leftX, leftY] = values as unknown as readonly number[];
  const box = { x: x + dx! - width! / 2, y: y + dy! - height! / 2, width: width!, height: height! };
  const roll = (Math.atan2(leftY! - rightY!, leftX! - rightX!) * 180) / Math.PI;
  return { box, score: 1 / (1 + Math.exp(-logit)), roll };
}
