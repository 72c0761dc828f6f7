import type { Plane } from "../photo/plane.ts";
import { threadWork } from "../threads/thread-work.ts";
import type { Box, Face } from "../types.ts";
import { blockJump, denoise, type NoiseSpectrum, noiseSpectrum } from "./denoise.ts";
import { usedResolution } from "./detail.ts";
import { faceZones } from "./face-zones.ts";
import { faceSize, type HeadView } from "./head-region.ts";
import { findMarks } from "./scratches.ts";

/** What a head's picture is like. */
export interface Verdict {
  /** How much it jumps at the borders of a JPEG's blocks, levels; 0 where the picture was reduced. */
  readonly blocks: number;
  readonly spectrum: NoiseSpectrum;
  /** Its luminance without noise. */
  readonly clean: Plane;
  /** How much of its resolution the face really uses, 0.25..1. */
  readonly used: number;
  /** Scratches, cracks and dust: 1 for each pixel that belongs to one. */
  readonly marks: Uint8Array;
}

/** Looks closely at the picture of a head: dear, and the same wherever it is done. */
export function judgeHead(view: HeadView, face: Pick<Face, "box" | "mesh">): Verdict {
  const { light, box, scale } = view;
  const blocks = scale === 1 ? blockJump(light, box.x, box.y) : 0;
  const spectrum = noiseSpectrum(light, blocks);
  const clean = denoise(light, spectrum);
  const used = usedResolution(clean, faceIn(view, face));
  const marks = findMarks(clean, faceZones(view, face), faceSize(face) * scale);
  return { blocks, spectrum, clean, used, marks };
}

export const judging = threadWork(judgeHead, import.meta.url);

/** The face's box in the view's pixels. */
function faceIn({ box, scale }: HeadView, face: Pick<Face, "box">): Box {
  return {
    x: (face.box.x - box.x) * scale,
    y: (face.box.y - box.y) * scale,
    width: face.box.width * scale,
    height: face.box.height * scale,
  };
}
