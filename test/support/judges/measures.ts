import type { Landmarks68 } from "./face-api.ts";
import { centreOf, distance, type FramePoint } from "./frame.ts";

/** How a head is turned, as seen by a judge that knows only 68 points. */
export interface HeadReading {
  /** Degrees, > 0 leaning clockwise in the image. */
  readonly roll: number;
  /** Nose tip's offset from the middle between the eyes along the line of the eyes, in eye distances; > 0 to image right. */
  readonly noseAcross: number;
  /** The same, down the face; larger when looking down. */
  readonly noseDown: number;
  /** Distance of the mouth's corners in eye distances. */
  readonly mouthWidth: number;
  /** Distance of the inner lips in eye distances. */
  readonly mouthOpen: number;
  /** Height of the brows over the eyes in eye distances. */
  readonly browHeight: number;
}

export interface EyeSpot {
  readonly centre: FramePoint;
  /** From corner to corner, pixels. */
  readonly width: number;
}

function at(landmarks: Landmarks68, index: number): FramePoint {
  const point = landmarks[index];
  if (point === undefined) throw new RangeError(`no landmark ${index} among ${landmarks.length}`);
  return point;
}

/** Measures a head from its 68 landmarks. */
export function readHead(landmarks: Landmarks68): HeadReading {
  const right = centreOf(landmarks.slice(36, 42));
  const left = centreOf(landmarks.slice(42, 48));
  const apart = distance(right, left);
  const axis = { x: (left.x - right.x) / apart, y: (left.y - right.y) / apart };
  const middle = centreOf([right, left]);
  const inFace = (p: FramePoint): FramePoint => ({
    x: ((p.x - middle.x) * axis.x + (p.y - middle.y) * axis.y) / apart,
    y: ((p.y - middle.y) * axis.x - (p.x - middle.x) * axis.y) / apart,
  });
  const nose = inFace(at(landmarks, 30));
  return {
    roll: (Math.atan2(axis.y, axis.x) * 180) / Math.PI,
    noseAcross: nose.x,
    noseDown: nose.y,
    mouthWidth: distance(at(landmarks, 48), at(landmarks, 54)) / apart,
    mouthOpen: distance(at(landmarks, 62), at(landmarks, 66)) / apart,
    browHeight: -inFace(centreOf(landmarks.slice(17, 27))).y,
  };
}

/** Euclidean distance of two identity descriptors. */
export function identityDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

/** Mean distance of corresponding landmarks, in pixels. */
export function landmarkDistance(a: Landmarks68, b: Landmarks68): number {
  return a.reduce((sum, point, i) => sum + distance(point, at(b, i)), 0) / a.length;
}

/** Width of a face between the ends of its jaw line, pixels. */
export function faceWidth(landmarks: Landmarks68): number {
  return distance(at(landmarks, 0), at(landmarks, 16));
}
