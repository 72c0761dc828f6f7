import type { Canvas } from "../draw/canvas.ts";
import type { Prepared } from "../pipeline/clip/prepare.ts";
import type { Film } from "../pipeline/engine.ts";
import type { Pipeline } from "../pipeline/pipeline.ts";
import type { AnimateOptions, AnimateRequest } from "../pipeline/request.ts";
import { type Area, headArea, layOutSheet, makeTile, type Tile, zoomAreas } from "./contact-sheet.ts";

/** `count` evenly spaced frames of the clip that a request would give, with eyes and mouth enlarged, as one picture. */
export async function drawSheet(
  pipeline: Pipeline,
  request: AnimateRequest,
  count: number,
  options: AnimateOptions,
): Promise<Canvas> {
  const tiles: Tile[] = [];
  await pipeline.renderFrames(request, collector(count, tiles), options);
  return layOutSheet(tiles);
}

type OnFrame = (rgb: Uint8Array, frame: number, prepared: Prepared) => Promise<void>;

/** Keeps `count` evenly spaced frames; the last one of a loop is the first again and is not shown. */
function collector(count: number, tiles: Tile[]): OnFrame {
  return async (rgb, frame, { roles, film }) => {
    const { count: frames, fps, width, height } = film;
    const due = Math.round((tiles.length * frames) / Math.min(count, frames));
    if (tiles.length === count || frame !== due) return;
    tiles.push(await makeTile({ width, height, rgb }, frame / fps, areasOf(roles, film)));
  };
}

/** Eyes and mouth of a face that moves alone; the heads, from left to right, of several. */
function areasOf(roles: Prepared["roles"], film: Film): readonly Area[] {
  if (roles.length === 1) return zoomAreas(roles[0].face.mesh, film);
  return roles.toSorted((a, b) => a.face.index - b.face.index).map(({ face }) => headArea(face.mesh, film));
}
