import { smoothstep } from "../../../math.ts";
import type { FaceBasis } from "../../../perceive/face-basis.ts";
import { mouthIsClosed, mouthOpening } from "../../../perceive/openness.ts";
import type { HeadFit } from "../../../perceive/pose.ts";
import { threadWork } from "../../../threads/thread-work.ts";
import type { Box, Mesh } from "../../../types.ts";
import { harmonicFill } from "../fill.ts";

/** The inside of an open mouth as a patch of the texture; arrays have one entry (or three) a pixel. */
export interface Mouth {
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
  /** Coverage of the opening between the lips, 0..1. */
  readonly opening: Float32Array;
  /** The inside of the mouth, continued beyond the lips into the dark: RGB 0..255. */
  readonly inside: Float32Array;
  /** Middle of the upper lip's edge, texture pixels: the teeth go with it, or a smile would show a gap above them. */
  readonly upperLip: { readonly x: number; readonly y: number };
  /** How far a pixel belongs to the lower jaw (1) rather than the skull with its upper teeth (0). */
  readonly jaw: Float32Array;
  /** How far a pixel goes with the lips that are nearest (1) rather than with teeth (0): towards the corners there is nothing but cheek. */
  readonly cheek: Float32Array;
}

/** A mouth that moves with some shapes. */
export interface MouthRig extends Mouth {
  /** Per shape of the rig: how the jaw moves at coefficient 1, dx, dy in texture pixels. */
  readonly jawMotion: Float32Array;
}

/** The inner edge of the lips, round the opening. */
const INNER_LIPS = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95] as const;
/** A point of the chin that moves with the bone. */
const CHIN_POINT = "152";
/** Of the mouth's width: margin of the patch, and the way on which the inside darkens beyond the lips. */
const MARGIN = 0.35;
const DARKENS = 0.1;
/** From this opening (height over width) on, the lower half shows lower teeth and tongue, which go with the jaw. */
const WIDE = 0.3;
/** Of half the mouth's width: from here on its inside goes with the corners, in a mouth that shows its teeth and in a wide one. */
const CHEEKS = 0.6;
const CHEEKS_WIDE = 0.3;

/** Prepares the inside of the mouth (texture: `side * side * 3` bytes), or null when the mouth is closed or too small. */
export function makeMouth(texture: Uint8Array, side: number, mesh: Mesh): Mouth | null {
  if (mouthIsClosed(mesh)) return null;
  const outline = INNER_LIPS.map((point) => [mesh[3 * point]!, mesh[3 * point + 1]!] as const);
  const edges = edgesOf(outline);
  const mouthWidth = Math.hypot(outline[10]![0] - outline[0]![0], outline[10]![1] - outline[0]![1]);
  const within = (value: number): number => Math.min(side - 1, Math.max(0, Math.round(value)));
  const margin = MARGIN * mouthWidth;
  const x0 = within(Math.min(...outline.map(([x]) => x)) - margin);
  const y0 = within(Math.min(...outline.map(([, y]) => y)) - margin);
  const width = within(Math.max(...outline.map(([x]) => x)) + margin) - x0 + 1;
  const height = within(Math.max(...outline.map(([, y]) => y)) + margin) - y0 + 1;
  const box = { x: x0, y: y0, width, height };
  const depth = new Float32Array(width * height);
  const inside = new Float32Array(3 * width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      depth[i] = depthInside(edges, x0 + x, y0 + y);
      for (let c = 0; c < 3; c++) inside[3 * i + c] = texture[3 * ((y0 + y) * side + x0 + x) + c]!;
    }
  }
  // So small that no pixel's middle lies between the lips: there is nothing to show.
  if (!depth.some((d) => d > 0)) return null;
  continueInside(inside, depth, width, height, DARKENS * mouthWidth);
  return {
    x0,
    y0,
    width,
    height,
    opening: depth.map((d) => smoothstep(-0.8, 0.8, d)),
    inside,
    upperLip: { x: mesh[3 * 13]!, y: mesh[3 * 13 + 1]! },
    jaw: jawShare(mesh, box),
    cheek: cheekShare(mesh, box),
  };
}

export const mouthMaking = threadWork(makeMouth, import.meta.url);

/** From each point of an outline to the next: where it lies, and how far it goes, four numbers. */
function edgesOf(outline: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from(
    outline.flatMap(([x, y], k) => {
      const [nextX, nextY] = outline[(k + 1) % outline.length]!;
      return [x, y, nextX - x, nextY - y];
    }),
  );
}

/** Distance to the outline, positive inside. */
function depthInside(edges: Float64Array, x: number, y: number): number {
  let nearest = Infinity;
  let inside = false;
  for (let k = 0; k < edges.length; k += 4) {
    const ax = edges[k]!;
    const ay = edges[k + 1]!;
    const ex = edges[k + 2]!;
    const ey = edges[k + 3]!;
    const t = Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey + 1e-9)));
    nearest = Math.min(nearest, (x - ax - t * ex) ** 2 + (y - ay - t * ey) ** 2);
    if (ay <= y !== ay + ey <= y && x < ax + ((y - ay) * ex) / ey) inside = !inside;
  }
  return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
}

/** Lets the inside run out beyond the lips, into the dark of the mouth. */
function continueInside(rgb: Float32Array, depth: Float32Array, width: number, height: number, darkens: number): void {
  const unknown = new Uint8Array(depth.map((d) => (d < 1 ? 1 : 0)));
  const dark = darkestColour(rgb, depth);
  harmonicFill(rgb, width, height, unknown, 40);
  for (let i = 0; i < depth.length; i++) {
    const share = smoothstep(0, darkens, -depth[i]!);
    for (let c = 0; c < 3; c++) rgb[3 * i + c]! += share * (dark[c]! - rgb[3 * i + c]!);
  }
}

/** Mean of the darkest tenth of the inside, a little darker still. */
function darkestColour(rgb: Float32Array, depth: Float32Array): number[] {
  const inside = [...depth.keys()].filter((i) => depth[i]! > 0);
  inside.sort((a, b) => rgb[3 * a + 1]! - rgb[3 * b + 1]!);
  const darkest = inside.slice(0, Math.max(1, Math.round(inside.length / 10)));
  return [0, 1, 2].map((c) => (0.75 * darkest.reduce((sum, i) => sum + rgb[3 * i + c]!, 0)) / darkest.length);
}

function jawShare(mesh: Mesh, box: Box): Float32Array {
  const wide = wideness(mesh);
  return shareBetween(mesh, [13, 14], box, (along) => wide * smoothstep(0.35, 0.75, along));
}

/** A smile that uncovered what lies beyond the corners would turn them black; so they take their own inside along. */
function cheekShare(mesh: Mesh, box: Box): Float32Array {
  const from = CHEEKS + wideness(mesh) * (CHEEKS_WIDE - CHEEKS);
  return shareBetween(mesh, [78, 308], box, (along) => smoothstep(from, 1, Math.abs(2 * along - 1)));
}

/** A share of each pixel of a box by how far it lies along the way from one point of the mesh (0) to another (1). */
function shareBetween(
  mesh: Mesh,
  [a, b]: readonly [number, number],
  { x: x0, y: y0, width, height }: Box,
  shareAt: (along: number) => number,
): Float32Array {
  const share = new Float32Array(width * height);
  const [ax, ay] = [mesh[3 * a]!, mesh[3 * a + 1]!];
  const [dx, dy] = [mesh[3 * b]! - ax, mesh[3 * b + 1]! - ay];
  const length = dx * dx + dy * dy + 1e-6;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) share[i] = shareAt(((x0 + x - ax) * dx + (y0 + y - ay) * dy) / length);
  return share;
}

const wideness = (mesh: Mesh): number => smoothstep(WIDE, 1.5 * WIDE, mouthOpening(mesh));

/** How the jaw goes with each of some shapes; see `MouthRig`. */
export function jawMotion(shapes: readonly { readonly name: string }[], basis: FaceBasis, fit: HeadFit): Float32Array {
  const out = new Float32Array(2 * shapes.length);
  const { rotation: r, scale: s } = fit;
  shapes.forEach(({ name }, k) => {
    if (!name.startsWith("jaw")) return;
    const [x = 0, y = 0, z = 0] = basis.shapes[name]?.[CHIN_POINT] ?? [];
    out[2 * k] = s * (r[0]! * x + r[1]! * y + r[2]! * z);
    out[2 * k + 1] = s * (r[3]! * x + r[4]! * y + r[5]! * z);
  });
  return out;
}
