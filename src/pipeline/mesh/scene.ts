import type { Face, Photo } from "../types.ts";
import type { LayerShape } from "./render/kernel.ts";
import { type FaceAtRest, faceAtRest, type Rig, type RigAtRest, type RigOptions, rigFor } from "./rig/rig.ts";
import { chooseRegion, faceInPicture, wholePicture } from "./whole.ts";

/** A movable face and where the upper left corner of its part lies in the clip (it may lie outside). */
export interface Layer {
  readonly rig: Rig;
  readonly left: number;
  readonly top: number;
  /** The columns of the clip that it may show in, from the first to before the last; all of them without it. */
  readonly columns?: readonly [first: number, last: number];
}

/** A camera that can come nearer to all that a clip shows. */
export interface Camera {
  /** The whole picture as a layer that is laid over itself. */
  readonly shape: LayerShape;
  /** The point of the layer's texture that stays where it is. */
  readonly fixed: readonly [x: number, y: number];
  /** How far before the background each vertex of the layer stands, 0..1. */
  readonly before: Float32Array;
}

/** All that a clip shows: the picture without what moves, and before it the faces, the rearmost first. */
export interface Scene {
  /** Sides in pixels, even. */
  readonly width: number;
  readonly height: number;
  /** What of the photo is seen: clip = (photo - origin) * scale. */
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
  /** `width * height * 3` bytes. */
  readonly base: Uint8Array;
  readonly layers: readonly Layer[];
  /** How a camera comes nearer to it, null where none does. */
  readonly camera: Camera | null;
}

/** A scene before it is known how its faces move. */
export interface SceneAtRest extends Omit<Scene, "layers" | "camera"> {
  readonly layers: readonly { readonly face: FaceAtRest; readonly left: number; readonly top: number }[];
}

/** How many face heights below its top a body is looked for, to tell who stands nearer. */
const BODY = 3;

/** The square crop of head and shoulders round one face, as its rig was cut. */
export function portraitScene(rig: Rig): Scene {
  const { size, scale, originX, originY, pad } = rig.framing;
  return {
    width: size,
    height: size,
    originX: originX + pad / scale,
    originY: originY + pad / scale,
    scale,
    base: rig.base,
    layers: [{ rig, left: 0, top: 0 }],
    camera: null,
  };
}

/**
 * A scene of which nothing is seen that lies beyond the photo. A square round a face that fills its photo reaches over the edges, and
 * what the texture has there for what moves in, the photo mirrored, would show half a second head.
 */
export function withinPhoto(scene: Scene, photo: Pick<Photo, "width" | "height">): Scene {
  const [x, width] = seenPart(scene.originX, scene.scale, photo.width, scene.width);
  const [y, height] = seenPart(scene.originY, scene.scale, photo.height, scene.height);
  if (width === scene.width && height === scene.height) return scene;
  const base = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const from = 3 * ((y + row) * scene.width + x);
    base.set(scene.base.subarray(from, from + 3 * width), 3 * row * width);
  }
  return {
    ...scene,
    width,
    height,
    originX: scene.originX + x / scene.scale,
    originY: scene.originY + y / scene.scale,
    base,
    layers: scene.layers.map((layer) => ({ ...layer, left: layer.left - x, top: layer.top - y })),
  };
}

/**
 * The pixels of a clip's side that lie within the photo's, an even number: the first of them and how many. A square's corner is rounded to
 * whole pixels of the photo, so up to one beyond an edge does not count.
 */
function seenPart(origin: number, scale: number, photo: number, side: number): readonly [first: number, count: number] {
  const first = origin < -1 ? Math.round(-origin * scale) : 0;
  const end = (photo - origin) * scale;
  const count = (end < side - scale ? Math.round(end) : side) - first;
  return [first, count - (count % 2)];
}

/**
 * The whole photo with some of its faces to be moved, given from the rearmost to the foremost. From the foremost back, each head is
 * taken off the picture and what it hides is filled in, so that the next one is cut out of a picture without it.
 */
export async function wholeScene(
  photo: Photo,
  movers: readonly Face[],
  faces: readonly Face[],
  options: Pick<RigOptions, "models" | "signal" | "aside"> = {},
): Promise<SceneAtRest> {
  const picture = await wholePicture(photo);
  const layers: SceneAtRest["layers"][number][] = [];
  const takenOff = new Set<Face>();
  for (const face of movers.toReversed()) {
    options.signal?.throwIfAborted();
    const others = faces
      .filter((other) => other !== face)
      .map((other) => ({ face: faceInPicture(other, picture), takenOff: takenOff.has(other) }));
    const own = faceInPicture(face, picture);
    const framing = chooseRegion(picture, own.mesh);
    const region = { framing, others, enlarged: picture.scale };
    const atRest = await faceAtRest(picture, own, { ...options, region });
    takenOff.add(face);
    const place = { left: framing.originX + framing.pad, top: framing.originY + framing.pad };
    takeOff({ rig: atRest.rig, ...place }, picture);
    layers.unshift({ face: atRest, ...place });
  }
  const { width, height, scale, rgb } = picture;
  return { width, height, originX: 0, originY: 0, scale, base: rgb, layers };
}

/** The scene with its faces movable: for each layer the channels that will move it. */
export function sceneFor({ layers, ...picture }: SceneAtRest, channels: readonly (readonly string[])[]): Scene {
  return {
    ...picture,
    layers: layers.map(({ face, ...place }, k) => ({ rig: rigFor(face, channels[k] ?? []), ...place })),
    camera: null,
  };
}

/**
 * Orders faces from the rearmost to the foremost: who stands nearer is larger, or lower in the picture, or both. Both say how
 * low a body reaches, so the line three face heights below a face's top decides.
 */
export function rearFirst<T extends Pick<Face, "box">>(movers: readonly T[]): T[] {
  const depth = ({ box }: T): number => box.y + BODY * box.height;
  return movers.toSorted((a, b) => depth(a) - depth(b));
}

/** Puts what lies behind a face's moving part in its place in the picture. */
export function takeOff(
  { rig, left, top }: Omit<Layer, "rig"> & { readonly rig: RigAtRest },
  { width, height, rgb }: Photo,
): void {
  const { size } = rig.framing;
  const first = Math.max(0, -left);
  const last = Math.min(size, width - left);
  for (let y = Math.max(0, -top); y < Math.min(size, height - top); y++)
    rgb.set(rig.base.subarray(3 * (y * size + first), 3 * (y * size + last)), 3 * ((top + y) * width + left + first));
}
