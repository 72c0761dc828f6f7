import { centreOf, type Frame, type FramePoint } from "./frame.ts";
import { answerOf, type Input, type JudgeModel, loadJudgeModel } from "./judge-model.ts";

/** A face's place in a frame, in pixels, and how sure the detector is (0..1). */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/** The 68 points of the iBUG scheme: 17 jaw, 10 brows, 9 nose, 12 eyes, 20 mouth; image left before image right. */
export type Landmarks68 = readonly FramePoint[];

export interface FaceReading {
  readonly landmarks: Landmarks68;
  /** 128-d identity; Euclidean distances under 0.6 mean the same person. */
  readonly descriptor: Float32Array;
}

/** Probabilities, 0..1. */
export type Expression = Readonly<
  Record<"neutral" | "happy" | "sad" | "angry" | "fearful" | "disgusted" | "surprised", number>
>;

export interface FaceJudge {
  /** Faces by SSD MobileNet, the largest first. Slow: once per clip. */
  find(frame: Frame, minScore?: number): Promise<FaceBox[]>;
  /** 68 landmarks near a box, in two passes: the second on the box that the first gives. */
  landmarks(frame: Frame, near: FaceBox): Promise<Landmarks68>;
  /** 68 landmarks in one pass on exactly this box: steadier from frame to frame while the box stays the same. */
  landmarksIn(frame: Frame, box: FaceBox): Promise<Landmarks68>;
  /** Landmarks and identity. */
  read(frame: Frame, near: FaceBox): Promise<FaceReading>;
  expression(frame: Frame, landmarks: Landmarks68): Promise<Expression>;
}

let judge: Promise<FaceJudge> | undefined;

/** The networks of `@vladmandic/face-api`, once per process. */
export async function loadFaceJudge(): Promise<FaceJudge> {
  judge ??= load();
  return judge;
}

async function load(): Promise<FaceJudge> {
  const [detector, landmarker, identity, expression] = await Promise.all([
    loadJudgeModel("face_detector.onnx"),
    loadJudgeModel("face_landmarks.onnx"),
    loadJudgeModel("face_identity.onnx"),
    loadJudgeModel("face_expression.onnx"),
  ]);
  const landmarksIn = async (frame: Frame, box: FaceBox): Promise<Landmarks68> => landmarksOnce(landmarker, frame, box);
  const landmarks = async (frame: Frame, near: FaceBox): Promise<Landmarks68> =>
    landmarksIn(frame, boxAround(await landmarksIn(frame, near)));
  return {
    landmarks,
    landmarksIn,
    find: async (frame, minScore = 0.4) => find(detector, frame, minScore),
    read: async (frame, near) => {
      const points = await landmarks(frame, near);
      const { input } = squareOf(frame, partIn(frame, alignedBox(points)), "middle");
      return { landmarks: points, descriptor: answerOf(await identity.run({ input }), "output") };
    },
    expression: async (frame, points) => {
      const { input } = squareOf(frame, partIn(frame, alignedBox(points)), "middle");
      const values = answerOf(await expression.run({ input }), "output");
      const [neutral = 0, happy = 0, sad = 0, angry = 0, fearful = 0, disgusted = 0, surprised = 0] = values;
      return { neutral, happy, sad, angry, fearful, disgusted, surprised };
    },
  };
}

/** Pixels a side to which the detector resizes its picture. */
const DETECTOR_SIZE = 512;

async function find(detector: JudgeModel, frame: Frame, minScore: number): Promise<FaceBox[]> {
  const { input, side } = squareOf(frame, { left: 0, top: 0, ...frame }, "corner");
  const least = { values: Float32Array.of(minScore), shape: [1] };
  const answers = await detector.run({ input, least_score: least });
  const [places, scores] = [answerOf(answers, "boxes"), answerOf(answers, "scores")];
  // Boxes are in sides of the resized picture, whose own sides are whole pixels.
  const across = frame.width / (Math.round((frame.width * DETECTOR_SIZE) / side) / DETECTOR_SIZE);
  const down = frame.height / (Math.round((frame.height * DETECTOR_SIZE) / side) / DETECTOR_SIZE);
  const boxes = Array.from(scores, (score, i) => {
    const [top = 0, left = 0, bottom = 0, right = 0] = places.subarray(i * 4, i * 4 + 4);
    const [x, y] = [Math.max(0, left) * across, Math.max(0, top) * down];
    return { x, y, width: Math.min(1, right) * across - x, height: Math.min(1, bottom) * down - y, score };
  });
  return boxes.sort((a, b) => b.width * b.height - a.width * a.height);
}

async function landmarksOnce(landmarker: JudgeModel, frame: Frame, box: FaceBox): Promise<Landmarks68> {
  const part = partIn(frame, box);
  const { input, side } = squareOf(frame, part, "middle");
  const values = answerOf(await landmarker.run({ input }), "output");
  const [left, top] = [part.left - (side - part.width) / 2, part.top - (side - part.height) / 2];
  return Array.from({ length: 68 }, (_, i) => ({
    x: left + side * (values[i * 2] ?? 0),
    y: top + side * (values[i * 2 + 1] ?? 0),
  }));
}

/** A rectangle of whole pixels. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What lies in a box, and inside the frame. */
function partIn(frame: Frame, box: FaceBox): Part {
  const left = Math.min(Math.max(0, Math.round(box.x)), frame.width - 2);
  const top = Math.min(Math.max(0, Math.round(box.y)), frame.height - 2);
  const width = Math.max(2, Math.min(frame.width - left, Math.round(box.width)));
  const height = Math.max(2, Math.min(frame.height - top, Math.round(box.height)));
  return { left, top, width, height };
}

/** Part of a frame as a network takes it: as a square, black where the part does not reach, which lies in its middle or upper left corner. */
function squareOf(
  frame: Frame,
  part: Part,
  place: "middle" | "corner",
): { readonly input: Input; readonly side: number } {
  const side = Math.max(part.width, part.height);
  const margin = (size: number): number => (place === "middle" ? Math.floor((side - size) / 2) : 0);
  const [x, y] = [margin(part.width), margin(part.height)];
  const values = new Float32Array(side * side * 3);
  for (let row = 0; row < part.height; row++) {
    const from = ((part.top + row) * frame.width + part.left) * 3;
    values.set(frame.rgb.subarray(from, from + part.width * 3), ((y + row) * side + x) * 3);
  }
  return { input: { values, shape: [1, side, side, 3] }, side };
}

/** A box like the detector's round 68 landmarks, for following a face from frame to frame. */
export function boxAround(landmarks: Landmarks68): FaceBox {
  const xs = landmarks.map((p) => p.x);
  const ys = landmarks.map((p) => p.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const width = Math.max(...xs) - left;
  const height = Math.max(...ys) - top;
  // The detector's boxes reach above the brows and end at the chin.
  return { x: left - 0.06 * width, y: top - 0.22 * height, width: 1.12 * width, height: 1.27 * height, score: 1 };
}

/** The square on which the identity and expression networks were trained: eyes and mouth centred, by their distance. */
function alignedBox(landmarks: Landmarks68): FaceBox {
  const eyes = [centreOf(landmarks.slice(36, 42)), centreOf(landmarks.slice(42, 48))];
  const mouth = centreOf(landmarks.slice(48, 68));
  const reach = eyes.reduce((sum, eye) => sum + Math.hypot(mouth.x - eye.x, mouth.y - eye.y), 0) / 2;
  const side = Math.floor(reach / 0.45);
  const centre = centreOf([...eyes, mouth]);
  return { x: centre.x - 0.5 * side, y: centre.y - 0.43 * side, width: side, height: side, score: 1 };
}
