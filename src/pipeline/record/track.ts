import type { ModelOptions } from "../models/onnx.ts";
import { findFaces } from "../perceive/faces.ts";
import { meshOfSquare } from "../perceive/mesh-model.ts";
import { squareOfMesh } from "../perceive/mesh-place.ts";
import type { Box, Mesh, Photo } from "../types.ts";
import { readVideo, VideoError, type VideoOptions } from "../video/ffmpeg-read.ts";

/** One face followed through a video. */
export interface TrackedFace {
  readonly fps: number;
  /** One mesh a frame (pixels of the frame), null where the face was lost. */
  readonly meshes: readonly (Mesh | null)[];
}

/** More would not make a gesture, and cost memory and time. */
export const MOST_FRAMES = 1800;
/** A face that is lost for longer than the rest of this part of the video cannot be filled in. */
const LEAST_SEEN = 0.7;
/** While there is no face to follow, one is looked for in every so many frames: that takes long. */
const LOOK_AGAIN = 5;
/** Below this the model does not see a face in the crop any more. */
const LEAST_SCORE = 0.5;
/** A face that jumps by more than this part of its size between frames is another one: the scene was cut. */
const LARGEST_JUMP = 0.5;

/**
 * Follows the largest face of the first frame that has one. Each frame's crop comes from the mesh before it; where that
 * fails, the face is looked for again near its last place.
 * Throws `VideoError` when the video is unreadable or shows no face.
 */
export async function trackFace(
  file: string,
  options: VideoOptions & ModelOptions & { readonly onFrame?: (photo: Photo, index: number) => void },
): Promise<TrackedFace> {
  const models: ModelOptions = options.models ? { models: options.models } : {};
  const meshes: (Mesh | null)[] = [];
  let fps = 25;
  let last: Mesh | null = null;
  for await (const frame of readVideo(file, options)) {
    if (meshes.length >= MOST_FRAMES) break;
    fps = frame.fps;
    const lostBefore = meshes.at(-1) === null;
    let mesh: Mesh | null = await follow(frame.photo, last, models);
    if (mesh === null && (!lostBefore || meshes.length % LOOK_AGAIN === 0))
      mesh = await find(frame.photo, last, models);
    options.onFrame?.(frame.photo, meshes.length);
    meshes.push(mesh);
    last = mesh ?? last;
  }
  const seen = meshes.filter((mesh) => mesh !== null).length;
  if (seen === 0) throw new VideoError("no face was found in it");
  if (seen < LEAST_SEEN * meshes.length) {
    throw new VideoError(`one face was seen in only ${seen} of its ${meshes.length} frames`);
  }
  return { fps, meshes };
}

async function follow(photo: Photo, last: Mesh | null, options: ModelOptions): Promise<Mesh | null> {
  if (last === null) return null;
  const seen = await meshOfSquare(photo, squareOfMesh(last), options);
  return seen.score >= LEAST_SCORE && isSameFace(seen.mesh, last) ? seen.mesh : null;
}

async function find(photo: Photo, last: Mesh | null, options: ModelOptions): Promise<Mesh | null> {
  const area = ({ box }: { readonly box: Box }): number => box.width * box.height;
  const faces = (await findFaces(photo, options)).sort((a, b) => area(b) - area(a));
  return faces.find(({ mesh }) => last === null || isSameFace(mesh, last))?.mesh ?? null;
}

function isSameFace(mesh: Mesh, last: Mesh): boolean {
  const a = squareOfMesh(mesh);
  const b = squareOfMesh(last);
  const jump = Math.hypot(a.x - b.x, a.y - b.y) / b.side;
  return jump < LARGEST_JUMP && a.side / b.side > 0.6 && a.side / b.side < 1.6;
}
