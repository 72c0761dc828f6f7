import type { Box } from "../../pipeline/types.ts";
import type { Look } from "../../queue/contract/studio.ts";
import type { Sight } from "./protocol.ts";

/** A face narrower than this part of the frame's shorter side is measured badly. */
const SMALL = 0.2;
/** A second face that is so large beside the first one could be meant as well. */
const AS_LARGE = 0.6;

/** What a camera that somebody holds before them sees, as far as their movement is to be measured in it. */
export function sightOf({ width, height, faces }: Pick<Look, "width" | "height" | "faces">): Sight {
  const boxes = faces.map(({ box }) => box).sort((a, b) => areaOf(b) - areaOf(a));
  const [first, second] = boxes;
  if (first === undefined) return "nobody";
  if (second !== undefined && areaOf(second) > AS_LARGE * areaOf(first)) return "several";
  return first.width < SMALL * Math.min(width, height) ? "far" : "good";
}

function areaOf({ width, height }: Box): number {
  return width * height;
}
