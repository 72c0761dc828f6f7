import { smoothstep } from "../../math.ts";
import { boxAround } from "../../perceive/boxes.ts";
import type { HeadFit } from "../../perceive/pose.ts";
import type { Box } from "../../types.ts";
import { eachVertex, type Grid, limitSlopes, vertexCount } from "./grid.ts";
import { type Hanging, hangingFrom } from "./hanging.ts";
import type { Spread } from "./head/spread.ts";

/** How the body below a head moves; one number a vertex. All zero where there is no body to be seen. */
export interface Body {
  /** How far a breath and a shrug lift a vertex, texture pixels. */
  readonly breath: Float32Array;
  readonly shrug: Float32Array;
  /** How much of the trunk's turn and lean a vertex takes, 0..1. */
  readonly trunk: Float32Array;
  /** Which part of the head's motion a vertex takes late, 0..1: none on the face, some of it on hair, all of it on the neck. */
  readonly trail: Float32Array;
  /** The way down along the body, and where its hips are. */
  readonly down: readonly [x: number, y: number];
  readonly hips: readonly [x: number, y: number];
}

/** Below the chin, cm: where the trunk's motion begins and is whole, the shoulders' and the chest's height, the hips. */
const NECK = [1, 8] as const;
const CHEST = [9, 24] as const;
const HIPS = 50;
/** Beside the chin, cm: the arms end there, and nothing of the person moves beyond. */
const ARMS = [28, 38] as const;
/** Between neck and shoulder, cm beside the chin: a shrug lifts the latter. */
const SHOULDER = [3, 11] as const;
/** A calm breath lifts the chest so far, cm, and the shoulders by this part of it; a shrug lifts the shoulders so far. */
const BREATH_CM = 0.22;
const SHOULDERS_BREATHE = 0.55;
const SHRUG_CM = 1.2;
/** Within these, cm, the motion fades towards the person's outline, and towards the picture's edge. */
const OUTLINE_CM = 2.2;
const EDGE_CM = 5;
/** A vertex is the person's own where so much of the pixel there is. */
const OWN = 0.9;

/** How far below the chin and to its sides the body moves in whole photos, cm: a larger part of the picture would cost more than a lower chest is worth. */
const REACH_DOWN_CM = 16;
const REACH_ACROSS_CM = 20;

/** What hangs on a head moves late: beyond the face's outline, cm, from the first on, and wholly at the second. */
const HANGS = [0.5, 6] as const;
/** Hair on a skull hardly lags; what is this far below the chin, cm, does. */
const SKULL_SHARE = 0.4;
const BELOW_CHIN = [-2, 5] as const;

/** What a body may move in. */
export interface BodySpace {
  readonly coverage: Float32Array;
  readonly side: number;
  /** The part of the texture that shows the photo and may move, texture pixels. */
  readonly room: Box;
  /** Middles of other people's faces, texture pixels. */
  readonly neighbours: readonly { readonly x: number; readonly y: number }[];
}

/** How the body below a head can move. `space` is null where nobody knows what in the picture is the person. */
export function makeBody(fit: HeadFit, grid: Grid, spread: Spread, space: BodySpace | null): Body {
  const make = (): Float32Array => new Float32Array(vertexCount(grid));
  const hanging = hangingFrom(fit);
  const { chin, down } = hanging;
  const cm = fit.scale;
  const trail = trailOf(hanging, cm, grid, spread);
  const hips = [chin[0] + HIPS * cm * down[0], chin[1] + HIPS * cm * down[1]] as const;
  const body: Body = { breath: make(), shrug: make(), trunk: make(), trail, down, hips };
  if (!space) return body;
  const inside = distanceToOutline(grid, space);
  eachVertex(grid, (i, x, y) => {
    if (inside[i] === 0) return;
    const below = hanging.below(x, y);
    if (below <= NECK[0]) return;
    const beside = Math.abs(hanging.beside(x, y));
    const share =
      smoothstep(...NECK, below) *
      smoothstep(ARMS[1], ARMS[0], beside) *
      smoothstep(0, OUTLINE_CM * cm, inside[i]!) *
      smoothstep(0, EDGE_CM * cm, distanceToEdge(space.room, x, y)) *
      ownSide(space.neighbours, hanging, x, y);
    body.trunk[i] = share;
    const chest = smoothstep(...CHEST, below);
    body.breath[i] = share * BREATH_CM * cm * (SHOULDERS_BREATHE + (1 - SHOULDERS_BREATHE) * chest);
    body.shrug[i] = share * SHRUG_CM * cm * smoothstep(...SHOULDER, beside) * (1 - chest);
  });
  return body;
}

/** The box (same pixels as the fit) beyond which nothing of a body moves. */
export function bodyReach(fit: HeadFit): Box {
  const { chin, down } = hangingFrom(fit);
  const [far, wide] = [REACH_DOWN_CM * fit.scale, REACH_ACROSS_CM * fit.scale];
  const [dx, dy] = down;
  const corner = (across: number, below: number) =>
    [chin[0] + below * dx + across * dy, chin[1] + below * dy - across * dx] as const;
  return boxAround([corner(-wide, 0), corner(-wide, far), corner(wide, 0), corner(wide, far)]);
}

/** Texture pixels from each vertex to the next that is not the person's own, 0 on those; what lies beyond the texture counts as own. */
function distanceToOutline(grid: Grid, { coverage, side }: BodySpace): Float32Array {
  const steps = new Float32Array(vertexCount(grid));
  const pixel = (at: number): number => Math.min(side - 1, Math.round(at));
  eachVertex(grid, (i, x, y) => {
    steps[i] = coverage[pixel(y) * side + pixel(x)]! < OWN ? 0 : grid.columns + grid.rows;
  });
  limitSlopes(grid, steps, 1);
  // The outline runs somewhere between a vertex beyond it and the first within.
  return steps.map((way) => Math.max(0, way - 1) * grid.step);
}

function distanceToEdge({ x, y, width, height }: Box, px: number, py: number): number {
  return Math.min(px - x, py - y, x + width - px, y + height - py);
}

/** 1 where a point lies below the own chin rather than below any neighbour's, 0 where it clearly does not. */
function ownSide(neighbours: BodySpace["neighbours"], { chin, down: [dx, dy] }: Hanging, x: number, y: number): number {
  const own = Math.abs((x - chin[0]) * dy - (y - chin[1]) * dx);
  let share = 1;
  for (const other of neighbours) {
    const theirs = Math.abs((x - other.x) * dy - (y - other.y) * dx);
    share = Math.min(share, smoothstep(0.42, 0.58, theirs / (own + theirs + 1e-6)));
  }
  return share;
}

function trailOf({ below }: Hanging, cm: number, grid: Grid, { weights, outside, distance }: Spread): Float32Array {
  const beyond = new Float32Array(vertexCount(grid)).fill(Infinity);
  for (let i = 0; i < beyond.length; i++) if (weights[3 * i] || weights[3 * i + 1] || weights[3 * i + 2]) beyond[i] = 0;
  for (let k = 0; k < outside.length; k++) beyond[outside[k]!] = distance[k]!;
  const trail = new Float32Array(beyond.length);
  eachVertex(grid, (i, x, y) => {
    const hangs = SKULL_SHARE + (1 - SKULL_SHARE) * smoothstep(...BELOW_CHIN, below(x, y));
    trail[i] = hangs * smoothstep(HANGS[0] * cm, HANGS[1] * cm, beyond[i]!);
  });
  return trail;
}
