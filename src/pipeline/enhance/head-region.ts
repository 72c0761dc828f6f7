import { smoothstep } from "../math.ts";
import type { Plane } from "../photo/plane.ts";
import type { Box, Face, Photo } from "../types.ts";

/** Share of the way from the middle of an oval to its rim from which on it begins to fade. */
const RIM = 0.72;

/** An oval round a face, as shares of the face's size: its half axes, and how far its middle lies above the face's. */
export interface Oval {
  readonly across: number;
  readonly down: number;
  readonly above: number;
}

/** The head with some hair and the ears: the region. */
export const HEAD: Oval = { across: 0.8, down: 0.95, above: 0.12 };
/** What one looks at in a face, brow to chin. */
export const FEATURES: Oval = { across: 0.56, down: 0.68, above: 0.06 };

/** The part of a photo round a head as it is judged, perhaps smaller than in the photo. Lengths below in its own pixels. */
export interface HeadView {
  /** In whole photo pixels, inside the photo. */
  readonly box: Box;
  /** Region pixels per photo pixel, at most 1. */
  readonly scale: number;
  /** Its luminance. */
  readonly light: Plane;
}

/** The same part with its colours. */
export interface HeadRegion extends HeadView {
  /** Red, green and blue, made when they are asked for: most heads are only judged. */
  readonly colours: () => readonly [red: Plane, green: Plane, blue: Plane];
}

/** The face's size as everything here means it: the longer side of its box. */
export const faceSize = ({ box }: Pick<Face, "box">): number => Math.max(box.width, box.height);

/** Where a head with some hair is, in whole pixels inside the photo. */
export function headBox(photo: Pick<Photo, "width" | "height">, face: Pick<Face, "box">): Box {
  const size = faceSize(face);
  const x = face.box.x + face.box.width / 2;
  const y = face.box.y + face.box.height / 2 - HEAD.above * size;
  const left = Math.max(0, Math.floor(x - HEAD.across * size));
  const top = Math.max(0, Math.floor(y - HEAD.down * size));
  const right = Math.min(photo.width, Math.ceil(x + HEAD.across * size));
  const bottom = Math.min(photo.height, Math.ceil(y + HEAD.down * size));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** How much an oval covers of each pixel of a picture of `width` x `height` of the region: 1 in its middle, 0 from its rim on. */
export function ovalWeight(
  { across, down, above }: Oval,
  face: Pick<Face, "box">,
  box: Box,
  width: number,
  height: number,
): Float32Array {
  const size = faceSize(face);
  const cx = face.box.x + face.box.width / 2;
  const cy = face.box.y + face.box.height / 2 - above * size;
  const weight = new Float32Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    const v = (box.y + ((row + 0.5) * box.height) / height - cy) / (down * size);
    for (let column = 0; column < width; column++, i++) {
      const u = (box.x + ((column + 0.5) * box.width) / width - cx) / (across * size);
      weight[i] = smoothstep(1, RIM, Math.hypot(u, v));
    }
  }
  return weight;
}
