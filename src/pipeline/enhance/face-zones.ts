import { FACE_OVAL, LEFT_EYE, LEFT_EYE_CONTOUR, LIPS, RIGHT_EYE, RIGHT_EYE_CONTOUR } from "../perceive/mesh-parts.ts";
import type { Face, Point } from "../types.ts";
import type { HeadView } from "./head-region.ts";

/** Parts of a head region, by pixel: 1 inside. */
export interface FaceZones {
  /** The face: forehead to chin, without ears and hair. */
  readonly face: Uint8Array;
  /** The face with temples, hairline and most of the ears. */
  readonly around: Uint8Array;
  /** Eyes with their lashes, lips with the teeth, and the nose from the tip down: touched only by what crosses them. */
  readonly kept: Uint8Array;
  /** Brows, and where glasses sit: touched only by what clearly comes from elsewhere. */
  readonly delicate: Uint8Array;
  /** Where things are held to the mouth: cigarettes, pipes, hands. */
  readonly mouth: Uint8Array;
}

/** The nose's tip, wings and the base between them. */
const NOSE_END = [4, 5, 45, 275, 48, 278, 64, 294, 98, 327, 2, 97, 326, 115, 344] as const;

export function faceZones(region: HeadView, face: Pick<Face, "mesh">): FaceZones {
  const { width, height } = region.light;
  const draw = (parts: readonly (readonly [readonly number[], number])[]): Uint8Array => {
    const out = new Uint8Array(width * height);
    for (const [points, growth] of parts) fill(grown(hull(placed(face, points, region)), growth), out, width, height);
    return out;
  };
  return {
    face: draw([[FACE_OVAL, 1]]),
    around: draw([[FACE_OVAL, 1.3]]),
    kept: draw([
      [RIGHT_EYE_CONTOUR, 1.6],
      [LEFT_EYE_CONTOUR, 1.6],
      [LIPS, 1.25],
      [NOSE_END, 1.1],
    ]),
    delicate: draw([
      [RIGHT_EYE, 1.25],
      [LEFT_EYE, 1.25],
    ]),
    mouth: draw([[LIPS, 2.2]]),
  };
}

function placed({ mesh }: Pick<Face, "mesh">, points: readonly number[], { box, scale }: HeadView): Point[] {
  return points.map((i) => ({ x: (mesh[3 * i]! - box.x) * scale, y: (mesh[3 * i + 1]! - box.y) * scale }));
}

/** The convex polygon round some points (Andrew's monotone chain). */
function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** A polygon enlarged about its middle, by at least two pixels. */
function grown(polygon: readonly Point[], factor: number): Point[] {
  if (factor === 1) return [...polygon];
  const x = polygon.reduce((sum, point) => sum + point.x / polygon.length, 0);
  const y = polygon.reduce((sum, point) => sum + point.y / polygon.length, 0);
  return polygon.map((point) => {
    const distance = Math.hypot(point.x - x, point.y - y) || 1;
    const more = Math.max(factor, 1 + 2 / distance);
    return { x: x + more * (point.x - x), y: y + more * (point.y - y) };
  });
}

/** Sets the pixels whose middles lie in a convex polygon. */
function fill(polygon: readonly Point[], out: Uint8Array, width: number, height: number): void {
  for (let y = 0; y < height; y++) {
    let [left, right] = [Infinity, -Infinity];
    for (const [k, a] of polygon.entries()) {
      const b = polygon[(k + 1) % polygon.length]!;
      if (a.y <= y + 0.5 === b.y <= y + 0.5) continue;
      const x = a.x + ((y + 0.5 - a.y) / (b.y - a.y)) * (b.x - a.x);
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    if (left < right) out.fill(1, y * width + clampTo(left, width), y * width + clampTo(right, width));
  }
}

const clampTo = (x: number, width: number): number => Math.min(width, Math.max(0, Math.ceil(x - 0.5)));
