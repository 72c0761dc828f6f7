import type { ModelOptions, Models } from "../models/onnx.ts";
import { findFaces } from "../perceive/faces.ts";
import { meshOfSquare } from "../perceive/mesh-model.ts";
import { squareOfMesh } from "../perceive/mesh-place.ts";
import type { Box, Face, Mesh, Photo } from "../types.ts";
import { readVideo, VideoError, type VideoOptions } from "../video/ffmpeg-read.ts";
import { Camera } from "./camera.ts";

/** One face followed through a video. */
export interface TrackedFace {
  readonly fps: number;
  /** One mesh a frame (pixels of the frame), null where the face was lost. */
  readonly meshes: readonly (Mesh | null)[];
}

/** A face, and how the camera that filmed it moved. */
export interface FilmedFace extends TrackedFace {
  readonly camera: Camera;
  /** Pixels of a frame. */
  readonly width: number;
  readonly height: number;
}

export interface TrackOptions extends VideoOptions {
  readonly models?: Models;
  readonly onFrame?: (photo: Photo, index: number) => void;
  /** Told of the faces of each frame that was searched for them, the largest first; what it throws ends the work. */
  readonly onFaces?: (faces: readonly Face[]) => void;
  /** After so many searches in vain no more are made: each takes as long as twenty frames in which a face is followed. */
  readonly mostSearches?: number;
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
export async function trackFace(file: string, options: TrackOptions): Promise<TrackedFace> {
  const { fps, meshes } = await followFace(file, options);
  const seen = meshes.filter((mesh) => mesh !== null).length;
  if (seen === 0) throw new VideoError("no face was found in it");
  if (seen < LEAST_SEEN * meshes.length) {
    throw new VideoError(`one face was seen in only ${seen} of its ${meshes.length} frames`);
  }
  return { fps, meshes };
}

/** As `trackFace`, whatever there is to be seen: after a cut the largest face is followed anew. Throws `VideoError` when the video is unreadable. */
export async function followFace(file: string, options: TrackOptions): Promise<FilmedFace> {
  const models: ModelOptions = options.models ? { models: options.models } : {};
  const meshes: (Mesh | null)[] = [];
  const camera = new Camera();
  let seen = { fps: 25, width: 0, height: 0 };
  let last: Mesh | null = null;
  let searches = options.mostSearches ?? Number.POSITIVE_INFINITY;
  for await (const { fps, photo } of readVideo(file, options)) {
    if (meshes.length >= MOST_FRAMES) break;
    options.signal?.throwIfAborted();
    seen = { fps, width: photo.width, height: photo.height };
    if (camera.sees(photo)) last = null;
    const lostBefore = meshes.at(-1) === null;
    let mesh: Mesh | null = await follow(photo, last, models);
    if (mesh === null && searches > 0 && (!lostBefore || meshes.length % LOOK_AGAIN === 0)) {
      mesh = await find(photo, last, models, options.onFaces);
      if (mesh === null) searches--;
    }
    camera.place(mesh);
    options.onFrame?.(photo, meshes.length);
    meshes.push(mesh);
    last = mesh ?? last;
  }
  return { ...seen, meshes, camera };
}

async function follow(photo: Photo, last: Mesh | null, options: ModelOptions): Promise<Mesh | null> {
  if (last === null) return null;
  const seen = await meshOfSquare(photo, squareOfMesh(last), options);
  return seen.score >= LEAST_SCORE && isSameFace(seen.mesh, last) ? seen.mesh : null;
}

async function find(
  photo: Photo,
  last: Mesh | null,
  options: ModelOptions,
  onFaces: TrackOptions["onFaces"],
): Promise<Mesh | null> {
  const area = ({ box }: { readonly box: Box }): number => box.width * box.height;
  const faces = (await findFaces(photo, options)).sort((a, b) => area(b) - area(a));
  onFaces?.(faces);
  return faces.find(({ mesh }) => last === null || isSameFace(mesh, last))?.mesh ?? null;
}

/** Whether two meshes of neighbouring frames can be of one face. */
export function isSameFace(mesh: Mesh, last: Mesh): boolean {
  const a = squareOfMesh(mesh);
  const b = squareOfMesh(last);
  const jump = Math.hypot(a.x - b.x, a.y - b.y) / b.side;
  return jump < LARGEST_JUMP && a.side / b.side > 0.6 && a.side / b.side < 1.6;
}
