import { loadModel, type ModelOptions, outputOf } from "../models/onnx.ts";
import { sampleSquare } from "../photo/crop.ts";

const MODEL = "selfie_segmentation.onnx";

/** Side of the person mask. */
export const MASK_SIZE = 256;

/**
 * How probably each cell of a square picture shows a person (head, hair, clothes), 0..1, row by row, 256 x 256.
 * `rgb` is `width * height * 3` bytes, and the picture must be square: the model knows people in square crops.
 */
export async function segmentPerson(
  rgb: Uint8Array,
  width: number,
  height: number,
  options: ModelOptions = {},
): Promise<Float32Array> {
  if (width !== height) throw new RangeError(`picture: expected a square, got ${width} x ${height}`);
  const model = await loadModel(MODEL, options);
  const square = { x: width / 2, y: height / 2, side: width, roll: 0 };
  const data = sampleSquare({ width, height, rgb, damaged: false }, square, MASK_SIZE);
  return outputOf(await model.run({ input_1: { data, shape: [1, MASK_SIZE, MASK_SIZE, 3] } }), "activation_10");
}
