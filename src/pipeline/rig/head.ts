import type { HeadFit } from "../pose.ts";
import { toTexture } from "./depth.ts";
import { eachVertex, type Grid, vertexCount } from "./grid.ts";
import { clamp, smoothstep } from "./math.ts";

/** Where the head turns on the neck, in the canonical face's frame, cm. */
export const PIVOT = [0, -5.5, -5] as const;
/** Middle of the face and of the chin, same frame. */
const FACE_MIDDLE = [0, 1, 0] as const;
const CHIN = [0, -8.5, 3] as const;

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
  const [cx, cy] = toTexture(fit, CHIN);
  // "Down" is the way from the middle of the face to the chin; a head thrown back or forward keeps at least its usual length.
  const chin = Math.max(Math.hypot(cx - mx, cy - my), 8 * fit.scale);
  const roll = Math.atan2(cx - mx, cy - my);
  const [dx, dy] = [Math.sin(roll), Math.cos(roll)];
  const weights = new Float32Array(vertexCount(grid));
  eachVertex(grid, (i, x, y) => {
    const down = ((x - mx) * dx + (y - my) * dy) / chin;
    const across = ((x - mx) * dy - (y - my) * dx) / (9.5 * fit.scale);
    const above = down < 0 ? (down * chin) / (13.5 * fit.scale) : 0;
    const around = Math.hypot(across, above);
    // Below the chin the neck shears: it fades over one chin length, and narrower than the head.
    const neck = smoothstep(2.1, 0.95, down);
    const own = Math.hypot(x - mx, y - my) / (8 * fit.scale);
    weights[i] = clamp(smoothstep(2, 1.1, around) * neck * nearerThan(neighbours, own, x, y), 0, 1);
  });
  return weights;
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
