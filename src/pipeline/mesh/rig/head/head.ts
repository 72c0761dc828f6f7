import { clamp, smoothstep } from "../../../math.ts";
import { boxAround } from "../../../perceive/boxes.ts";
import type { HeadFit } from "../../../perceive/pose.ts";
import type { Box } from "../../../types.ts";
import { eachVertex, type Grid, vertexCount } from "../grid.ts";
import { CHIN, toTexture } from "./depth.ts";

/** Middle of the face in the canonical face's frame, cm. */
const FACE_MIDDLE = [0, 1, 0] as const;

/** Half a face's width and the way from its middle to the top of the hair, cm. */
const HALF_WIDTH_CM = 9.5;
const HEIGHT_ABOVE_CM = 13.5;
/** The motion has faded to nothing at this many of them, and this many chin lengths below the face's middle. */
const MOST_AROUND = 2;
const MOST_DOWN = 2.1;

/** A neighbour's face in texture pixels. */
export interface Neighbour {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/**
 * How much of the head's rigid motion each vertex takes, 0..1: all of it on head and hair, fading to nothing by about two
 * face radii sideways and above, within the neck below the chin, and half-way to a neighbour's face, which must not bend.
 */
export function headWeights(fit: HeadFit, grid: Grid, neighbours: readonly Neighbour[] = []): Float32Array {
  const [mx, my] = toTexture(fit, FACE_MIDDLE);
  const { chin, dx, dy } = downwards(fit);
  const weights = new Float32Array(vertexCount(grid));
  eachVertex(grid, (i, x, y) => {
    const down = ((x - mx) * dx + (y - my) * dy) / chin;
    const across = ((x - mx) * dy - (y - my) * dx) / (HALF_WIDTH_CM * fit.scale);
    const above = down < 0 ? (down * chin) / (HEIGHT_ABOVE_CM * fit.scale) : 0;
    const around = Math.hypot(across, above);
    // Below the chin the neck shears: it fades over one chin length, and narrower than the head.
    const neck = smoothstep(MOST_DOWN, 0.95, down);
    const own = Math.hypot(x - mx, y - my) / (8 * fit.scale);
    weights[i] = clamp(smoothstep(MOST_AROUND, 1.1, around) * neck * nearerThan(neighbours, own, x, y), 0, 1);
  });
  return weights;
}

/** "Down" is the way from the middle of the face to the chin; a head thrown back or forward keeps at least its usual length. */
function downwards(fit: HeadFit): { chin: number; dx: number; dy: number } {
  const [mx, my] = toTexture(fit, FACE_MIDDLE);
  const [cx, cy] = toTexture(fit, CHIN);
  const roll = Math.atan2(cx - mx, cy - my);
  return { chin: Math.max(Math.hypot(cx - mx, cy - my), 8 * fit.scale), dx: Math.sin(roll), dy: Math.cos(roll) };
}

/** The box (same pixels as the fit) beyond which no vertex takes anything of the head's motion, however the head leans. */
export function headReach(fit: HeadFit): Box {
  const [mx, my] = toTexture(fit, FACE_MIDDLE);
  const { chin, dx, dy } = downwards(fit);
  const across = MOST_AROUND * HALF_WIDTH_CM * fit.scale;
  const above = MOST_AROUND * HEIGHT_ABOVE_CM * fit.scale;
  const below = MOST_DOWN * chin;
  // Below the face's middle a rectangle, above it half an ellipse, within the corners of a polygon round it.
  const step = Math.PI / 8;
  const round = Array.from({ length: 9 }, (_, k) => [Math.cos(k * step), -Math.sin(k * step)] as const);
  const corners = [
    [-across, below] as const,
    [across, below] as const,
    ...round.map(([a, d]) => [(a * across) / Math.cos(step / 2), (d * above) / Math.cos(step / 2)] as const),
  ].map(([a, d]) => [mx + a * dy + d * dx, my - a * dx + d * dy] as const);
  return boxAround(corners);
}

/** 1 where a point is nearer to the own face than to any neighbour's (in face radii), 0 where it clearly is not. */
function nearerThan(neighbours: readonly Neighbour[], own: number, x: number, y: number): number {
  let share = 1;
  for (const neighbour of neighbours) {
    const other = Math.hypot(x - neighbour.x, y - neighbour.y) / neighbour.radius;
    share = Math.min(share, smoothstep(0.38, 0.55, other / (own + other + 1e-6)));
  }
  return share;
}
