import { join } from "node:path";
import type * as FaceApiModule from "@vladmandic/face-api/dist/face-api.node-wasm.js";
import { centreOf, type Frame, type FramePoint } from "./frame.ts";
import { packageFolder, requireModule, startWasm, tf } from "./wasm.ts";

type FaceApi = typeof FaceApiModule;

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
  /** Faces by SSD MobileNet, the largest first. Slow (0.4 s): once per clip. */
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

/** Loads `@vladmandic/face-api` once per process. */
export async function loadFaceJudge(): Promise<FaceJudge> {
  judge ??= load();
  return judge;
}

async function load(): Promise<FaceJudge> {
  await startWasm();
  const api = requireModule("@vladmandic/face-api/dist/face-api.node-wasm.js") as FaceApi;
  const models = join(packageFolder("@vladmandic/face-api"), "model");
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet, faceExpressionNet } = api.nets;
  for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet, faceExpressionNet]) {
    await net.loadFromDisk(models);
  }
  const landmarks = async (frame: Frame, near: FaceBox): Promise<Landmarks68> => {
    const first = await landmarksOnce(api, frame, near);
    return landmarksOnce(api, frame, boxAround(first));
  };
  return {
    landmarks,
    landmarksIn: async (frame, box) => landmarksOnce(api, frame, box),
    find: async (frame, minScore = 0.4) => find(api, frame, minScore),
    read: async (frame, near) => {
      const points = await landmarks(frame, near);
      const descriptor = await onCrop(frame, alignedBox(points), async (crop) =>
        faceRecognitionNet.computeFaceDescriptor(crop),
      );
      return { landmarks: points, descriptor: descriptor as Float32Array };
    },
    expression: async (frame, points) => {
      const values = await onCrop(frame, alignedBox(points), async (crop) =>
        faceExpressionNet.predictExpressions(crop),
      );
      const {
        neutral = 0,
        happy = 0,
        sad = 0,
        angry = 0,
        fearful = 0,
        disgusted = 0,
        surprised = 0,
      } = (Array.isArray(values) ? values[0] : values) ?? {};
      return { neutral, happy, sad, angry, fearful, disgusted, surprised };
    },
  };
}

async function find(api: FaceApi, frame: Frame, minScore: number): Promise<FaceBox[]> {
  const picture = tf.tensor3d(frame.rgb, [frame.height, frame.width, 3], "int32");
  const options = new api.SsdMobilenetv1Options({ minConfidence: minScore, maxResults: 100 });
  const found = await api.detectAllFaces(picture, options);
  picture.dispose();
  const boxes = found.map(({ box, score }) => ({ x: box.x, y: box.y, width: box.width, height: box.height, score }));
  return boxes.sort((a, b) => b.width * b.height - a.width * a.height);
}

async function landmarksOnce(api: FaceApi, frame: Frame, box: FaceBox): Promise<Landmarks68> {
  return onCrop(frame, box, async (crop, left, top) => {
    const found = await api.nets.faceLandmark68Net.detectLandmarks(crop);
    const points = Array.isArray(found) ? found[0] : found;
    if (points === undefined) throw new Error("face-api gave no landmarks");
    return points.positions.map(({ x, y }) => ({ x: x + left, y: y + top }));
  });
}

/** Hands over the part of a frame inside a box as an int32 tensor and disposes of it afterwards. */
async function onCrop<T>(
  frame: Frame,
  box: FaceBox,
  use: (crop: ReturnType<typeof tf.tensor3d>, left: number, top: number) => Promise<T>,
): Promise<T> {
  const left = Math.min(Math.max(0, Math.round(box.x)), frame.width - 2);
  const top = Math.min(Math.max(0, Math.round(box.y)), frame.height - 2);
  const width = Math.max(2, Math.min(frame.width - left, Math.round(box.width)));
  const height = Math.max(2, Math.min(frame.height - top, Math.round(box.height)));
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * frame.width + left) * 3;
    rgb.set(frame.rgb.subarray(from, from + width * 3), row * width * 3);
  }
  const crop = tf.tensor3d(rgb, [height, width, 3], "int32");
  try {
    return await use(crop, left, top);
  } finally {
    crop.dispose();
  }
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
