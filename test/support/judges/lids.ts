import type { Landmarks68 } from "./face-api.ts";
import { centreOf, cutSquare, distance, type Frame, type FramePoint, fromSquare, type Square } from "./frame.ts";
import { answerOf, type JudgeModel, loadJudgeModel } from "./judge-model.ts";

const MESH_SIZE = 192;
const IRIS_SIZE = 64;
/** Side of the mesh's crop in face sizes and of the iris model's in eye widths, as they were trained. */
const MESH_REACH = 1.5;
const IRIS_REACH = 2.3;
/** Mesh points at the corners of the eye at image left and at image right, outer first. */
const CORNERS = [
  [33, 133],
  [263, 362],
] as const;
/** The iris model's contour: nine points below from corner to corner, seven above. */
const LOWER = [1, 2, 3, 4, 5, 6, 7] as const;
const UPPER = [9, 10, 11, 12, 13, 14, 15] as const;

/** One eye as facemesh and the iris model see it. */
export interface LidReading {
  readonly centre: FramePoint;
  /** From corner to corner, pixels. */
  readonly width: number;
  /** Mean distance between the lids in eye widths: about 0.15-0.35 open, under half of that closed. */
  readonly opening: number;
  /** Where the iris lies between the corners, in eye widths from the eye's middle: > 0 to image right, and down. */
  readonly gaze: { readonly across: number; readonly down: number };
}

export interface LidJudge {
  /** The eyes at image left and at image right of the face with these landmarks. */
  eyes(frame: Frame, landmarks: Landmarks68): Promise<readonly [LidReading, LidReading]>;
}

/** A lid distance under this part of the open eye's counts as closed. */
export const CLOSED_PART = 0.5;

let judge: Promise<LidJudge> | undefined;

/** Second judge of a blink: the facemesh and iris models of `@vladmandic/human`, once per process. */
export async function loadLidJudge(): Promise<LidJudge> {
  judge ??= load();
  return judge;
}

async function load(): Promise<LidJudge> {
  const [facemesh, iris] = await Promise.all([loadJudgeModel("face_mesh.onnx"), loadJudgeModel("iris.onnx")]);
  return {
    async eyes(frame, landmarks) {
      const rough = await meshOf(facemesh, frame, squareAround(landmarks, rollOf(landmarks), MESH_REACH * 1.05));
      const roll = degrees(point(rough, 33), point(rough, 263));
      const mesh = await meshOf(facemesh, frame, squareAround(rough, roll, MESH_REACH));
      return Promise.all([lidsOf(iris, frame, mesh, 0), lidsOf(iris, frame, mesh, 1)]);
    },
  };
}

function point(points: readonly FramePoint[], index: number): FramePoint {
  const found = points[index];
  if (found === undefined) throw new RangeError(`no point ${index} among ${points.length}`);
  return found;
}

function degrees(from: FramePoint, to: FramePoint): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

function rollOf(landmarks: Landmarks68): number {
  return degrees(centreOf(landmarks.slice(36, 42)), centreOf(landmarks.slice(42, 48)));
}

/** The square round points, upright for a face that leans by `roll`, `reach` times as large as they need. */
function squareAround(points: readonly FramePoint[], roll: number, reach: number): Square {
  const angle = (roll * Math.PI) / 180;
  const across = points.map((p) => p.x * Math.cos(angle) + p.y * Math.sin(angle));
  const down = points.map((p) => p.y * Math.cos(angle) - p.x * Math.sin(angle));
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const centre = { x: u * Math.cos(angle) - v * Math.sin(angle), y: u * Math.sin(angle) + v * Math.cos(angle) };
  return { centre, side: Math.max(right - left, bottom - top) * reach, roll };
}

async function meshOf(model: JudgeModel, frame: Frame, square: Square): Promise<FramePoint[]> {
  const pixels = cutSquare(frame, square, MESH_SIZE);
  const answers = await model.run({ input_1: { values: pixels, shape: [1, MESH_SIZE, MESH_SIZE, 3] } });
  return flatPoints(answerOf(answers, "output_mesh")).map(({ x, y }) => fromSquare(square, MESH_SIZE, x, y));
}

/** The x and y of points in space. */
function flatPoints(values: Float32Array): FramePoint[] {
  return Array.from({ length: values.length / 3 }, (_, i) => ({ x: values[i * 3] ?? 0, y: values[i * 3 + 1] ?? 0 }));
}

/** Runs the iris model on one eye (0 image left, 1 image right) and measures how far apart the lids are. */
async function lidsOf(model: JudgeModel, frame: Frame, mesh: readonly FramePoint[], side: 0 | 1): Promise<LidReading> {
  const outer = point(mesh, CORNERS[side][0]);
  const inner = point(mesh, CORNERS[side][1]);
  const centre = centreOf([outer, inner]);
  const width = distance(outer, inner);
  const roll = degrees(point(mesh, 33), point(mesh, 263));
  const crop = cutSquare(frame, { centre, side: width * IRIS_REACH, roll }, IRIS_SIZE);
  const flipped = side === FLIPPED_SIDE;
  const contour = await contourOf(model, flipped ? mirrored(crop, IRIS_SIZE) : crop);
  const lids = LOWER.map((lower, i) => distance(point(contour, lower), point(contour, UPPER[i] ?? -1)));
  const own = distance(point(contour, 0), point(contour, 8));
  const middle = centreOf([point(contour, 0), point(contour, 8)]);
  const iris = point(contour, IRIS);
  const gaze = { across: ((flipped ? -1 : 1) * (iris.x - middle.x)) / own, down: (iris.y - middle.y) / own };
  return { centre, width, opening: lids.reduce((sum, gap) => sum + gap, 0) / lids.length / own, gaze };
}

/** The iris model knows eyes of one side; the other one is shown to it mirrored. */
const FLIPPED_SIDE = 1;
/** The iris' centre comes after the 71 points of lids and brow. */
const IRIS = 71;

async function contourOf(model: JudgeModel, crop: Float32Array): Promise<FramePoint[]> {
  const answers = await model.run({ "input_1:0": { values: crop, shape: [1, IRIS_SIZE, IRIS_SIZE, 3] } });
  return flatPoints(answerOf(answers, "Identity:0"));
}

function mirrored(crop: Float32Array, size: number): Float32Array {
  const out = new Float32Array(crop.length);
  for (let i = 0; i < size * size; i++) {
    const column = i % size;
    const from = (i - column + size - 1 - column) * 3;
    out.set(crop.subarray(from, from + 3), i * 3);
  }
  return out;
}
