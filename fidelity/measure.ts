import type { FaceBox, FaceJudge, Landmarks68 } from "../test/support/judges/face-api.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { faceWidth, identityDistance } from "../test/support/judges/measures.ts";
import type { Sighting } from "../test/support/judges/panel.ts";
import { faceMask, laplacianVariance, type Mask, withoutEyes } from "../test/support/judges/pictures.ts";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Identity of the frames looked at against the still's. */
export function identityOf(
  still: Float32Array,
  sightings: readonly Sighting[],
): { readonly median: number; readonly worst: number } {
  const distances = sightings.map(({ descriptor }) => identityDistance(still, descriptor));
  return { median: median(distances), worst: Math.max(...distances) };
}

/** Laplacian variance of a face without its eyes: closing them takes contrast away that is no blur. */
export function sharpnessOf(frame: Frame, landmarks: Landmarks68): number {
  return laplacianVariance(frame, withoutEyes(faceMask(frame, landmarks), frame, landmarks));
}

/** How many face radii round a face's middle belong to its head: hair sideways, hair and hats above. */
const HEAD_ACROSS = 2.6;
const HEAD_ABOVE = 3.6;

/**
 * The pixels in which nothing may change: outside the head's region, an ellipse round the face that goes on straight down below it.
 * Broad shoulders and arms reach further and breathe, so below the face's middle what is the person's own is left out, too.
 */
export function backgroundOf(frame: Frame, face: FaceBox, isOwn: (x: number, y: number) => boolean): Mask {
  const [cx, cy] = [face.x + face.width / 2, face.y + face.height / 2];
  const radius = Math.max(face.width, face.height) / 2;
  return Uint8Array.from({ length: frame.width * frame.height }, (_, pixel) => {
    const x = pixel % frame.width;
    const y = (pixel - x) / frame.width;
    if (Math.hypot((x - cx) / HEAD_ACROSS, Math.min(0, y - cy) / HEAD_ABOVE) <= radius) return 0;
    return y > cy && isOwn(x, y) ? 0 : 1;
  });
}

/**
 * Jerk of a face in consecutive frames: root mean square over its landmarks of their third difference, in thousandths of
 * the face's width. All frames are looked at in the same box, so that the judge's crop does not jump.
 */
export async function jerkOf(judge: FaceJudge, frames: readonly Frame[], box: FaceBox): Promise<number> {
  const tracks: Landmarks68[] = [];
  for (const frame of frames) tracks.push(await judge.landmarksIn(frame, box));
  const [first] = tracks;
  if (first === undefined || tracks.length < 4) return Number.NaN;
  let squares = 0;
  let count = 0;
  for (let t = 0; t + 3 < tracks.length; t++) {
    for (let i = 0; i < first.length; i++) {
      for (const axis of ["x", "y"] as const) {
        const at = (k: number): number => tracks[t + k]?.[i]?.[axis] ?? 0;
        squares += (at(3) - 3 * at(2) + 3 * at(1) - at(0)) ** 2;
      }
      count++;
    }
  }
  return (1000 * Math.sqrt(squares / count)) / faceWidth(first);
}

/** Where among sightings the landmarks move fastest: number of the frame at which that begins. */
export function fastestMoment(sightings: readonly Sighting[]): number {
  let [fastest, from] = [-1, 0];
  for (let i = 1; i < sightings.length; i++) {
    const [before, after] = [sightings[i - 1], sightings[i]];
    if (before === undefined || after === undefined) continue;
    const moved = after.landmarks.reduce((sum, p, k) => {
      const q = before.landmarks[k] ?? p;
      return sum + Math.hypot(p.x - q.x, p.y - q.y);
    }, 0);
    const speed = moved / (after.frame - before.frame);
    if (speed > fastest) [fastest, from] = [speed, before.frame];
  }
  return from;
}
