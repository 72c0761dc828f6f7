import type { Blendshape } from "../motion/channels.ts";
import { type FaceBasis, faceBasis } from "../perceive/face-basis.ts";
import { FACE_POINTS } from "../perceive/mesh-parts.ts";
import { fitHead, type HeadFit } from "../perceive/pose.ts";
import { MESH_POINTS, type Mesh } from "../types.ts";
import { gramOf, linearOf, solveNnls } from "./nnls.ts";

/** Mesh points in the canonical face's frame (cm, x to the subject's left, y up, z towards the viewer), interleaved. */
export type CanonicalPoints = Float64Array;

/** Coefficients of one frame, 0..1; shapes that are not named are at 0. */
export type Coefficients = Readonly<Partial<Record<Blendshape, number>>>;

/** What one face does relative to its neutral frame. */
export interface FaceSolver {
  /** Coefficients of the frame in which the points lie so. */
  solve(points: CanonicalPoints): Coefficients;
  /** Share (0..1) of all movement seen so far that the coefficients explain. */
  explained(): number;
}

/** Gaze is read from the irises: the lids alone say too little about it. */
const isGaze = (name: string): boolean => name.startsWith("eyeLook");
/** The model's depth is a guess; it counts this much less than what is seen. */
const DEPTH_WEIGHT = 0.15;
/** The face's outline slides along the cheek when the head turns, so it tells little. */
const OUTLINE_WEIGHT = 0.2;
/** Price of a coefficient of 1, in cm² of movement: what explains less is noise. */
const SPARSITY = 0.12;

// biome-ignore format: the ring of the face's outline
const OUTLINE = new Set([
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
  152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
]);

/** Upper and lower lid in the eye's middle, corners outer and inner, iris. */
export const EYES = {
  Right: {
    lids: [
      [160, 144],
      [159, 145],
      [158, 153],
    ],
    corners: [33, 133],
    iris: 468,
  },
  Left: {
    lids: [
      [387, 373],
      [386, 374],
      [385, 380],
    ],
    corners: [263, 362],
    iris: 473,
  },
} as const;
export type EyeSide = keyof typeof EYES;

/** Carries a mesh from the picture back to the canonical face, with the head's turn, size and place taken out. */
export function toCanonical(mesh: Mesh, fit: HeadFit = fitHead(mesh)): CanonicalPoints {
  const { rotation: r, scale, translation: t } = fit;
  const points = new Float64Array(MESH_POINTS * 3);
  for (let i = 0; i < MESH_POINTS * 3; i += 3) {
    const x = (mesh[i]! - t[0]) / scale;
    const y = (mesh[i + 1]! - t[1]) / scale;
    const z = (mesh[i + 2]! - t[2]) / scale;
    for (let k = 0; k < 3; k++) points[i + k] = r[k]! * x + r[3 + k]! * y + r[6 + k]! * z;
  }
  return points;
}

/** Mean height of an eye's opening in its middle, in the points' unit; the model refines no depths, so these stay out. */
export function eyeOpening(points: ArrayLike<number>, side: EyeSide): number {
  const { lids } = EYES[side];
  return lids.reduce((sum, [upper, lower]) => sum + flatDistance(points, upper, lower), 0) / lids.length;
}

/** Distance of two points as seen from the front. */
export function flatDistance(points: ArrayLike<number>, a: number, b: number): number {
  return Math.hypot(points[a * 3]! - points[b * 3]!, points[a * 3 + 1]! - points[b * 3 + 1]!);
}

/**
 * Explains a face's movement against its neutral frame by the measured blendshapes: weighted non-negative least squares
 * for what is left after the gaze. How far an eye is closed or opened is then read from its own opening instead of from the
 * solution, so that `eyeBlink` 1 means that these lids meet.
 */
export function createFaceSolver(neutral: CanonicalPoints): FaceSolver {
  const basis = faceBasis();
  const names = Object.keys(basis.shapes).filter((name) => !isGaze(name)) as Blendshape[];
  const columns = names.map((name) => columnOf(basis, name));
  const weights = pointWeights();
  const gram = gramOf(columns, weights);
  let start: ArrayLike<number> | undefined;
  let [moved, left] = [0, 0];
  return {
    solve(points) {
      const gaze = gazeOf(points, neutral);
      const target = points.subarray(0, FACE_POINTS * 3).map((value, i) => value - neutral[i]!);
      subtractGaze(target, gaze, basis);
      const solution = solveNnls(
        { gram, linear: linearOf(columns, weights, target) },
        { most: 1, sparsity: SPARSITY, ...(start && { start }) },
      );
      start = solution;
      for (let r = 0; r < target.length; r++) {
        const explained = columns.reduce((sum, column, k) => sum + solution[k]! * column[r]!, 0);
        moved += weights[r]! * (points[r]! - neutral[r]!) ** 2;
        left += weights[r]! * (target[r]! - explained) ** 2;
      }
      const solved = Object.fromEntries(names.map((name, i) => [name, solution[i]!]));
      return { ...solved, ...gaze, ...lidsOf(points, neutral) };
    },
    explained: () => (moved === 0 ? 1 : 1 - left / moved),
  };
}

function pointWeights(): Float64Array {
  return Float64Array.from({ length: FACE_POINTS * 3 }, (_, i) => {
    const point = Math.floor(i / 3);
    return (i % 3 === 2 ? DEPTH_WEIGHT : 1) * (OUTLINE.has(point) ? OUTLINE_WEIGHT : 1);
  });
}

/** One blendshape's displacement of every point, interleaved, cm. */
function columnOf(basis: FaceBasis, name: Blendshape): Float64Array {
  const column = new Float64Array(FACE_POINTS * 3);
  for (const [point, move] of Object.entries(basis.shapes[name] ?? {})) column.set(move, Number(point) * 3);
  return column;
}

/** What is left of the opening when the model sees a shut eye, as part of the open eye's. */
const SHUT_OPENING = 0.22;

/** How much more an eye is open when `eyeWide` is at 1, as part of the open eye's. */
const WIDE_OPENING = 0.35;

/** How far each eye is closed or opened against the neutral frame. */
function lidsOf(points: CanonicalPoints, neutral: CanonicalPoints): Coefficients {
  const opening = (side: EyeSide): number => eyeOpening(points, side) / eyeOpening(neutral, side) - 1;
  const [left, right] = [opening("Left"), opening("Right")];
  return {
    eyeBlinkLeft: clamp(-left / (1 - SHUT_OPENING)),
    eyeBlinkRight: clamp(-right / (1 - SHUT_OPENING)),
    eyeWideLeft: clamp(left / WIDE_OPENING),
    eyeWideRight: clamp(right / WIDE_OPENING),
  };
}

/** How far the iris moves across an eye, in cm, when a gaze coefficient is at 1: about 30 degrees of a 1.2 cm eyeball. */
export const FULL_GAZE = 0.6;
/** An eye that is opened less than this part of its neutral opening does not show where it looks. */
const HIDDEN_IRIS = 0.45;

/** Where both eyes look against the neutral frame, from their irises' places between the corners. */
function gazeOf(points: CanonicalPoints, neutral: CanonicalPoints): Coefficients {
  const sides = (Object.keys(EYES) as EyeSide[]).filter(
    (side) => eyeOpening(points, side) > HIDDEN_IRIS * eyeOpening(neutral, side),
  );
  if (sides.length === 0) return {};
  const shift = (axis: 0 | 1): number =>
    sides.reduce((sum, side) => sum + irisPlace(points, side, axis) - irisPlace(neutral, side, axis), 0) /
    (sides.length * FULL_GAZE);
  const [left, up] = [shift(0), shift(1)];
  return {
    eyeLookOutLeft: clamp(left),
    eyeLookInRight: clamp(left),
    eyeLookInLeft: clamp(-left),
    eyeLookOutRight: clamp(-left),
    eyeLookUpLeft: clamp(up),
    eyeLookUpRight: clamp(up),
    eyeLookDownLeft: clamp(-up),
    eyeLookDownRight: clamp(-up),
  };
}

function irisPlace(points: CanonicalPoints, side: EyeSide, axis: 0 | 1): number {
  const { corners, iris } = EYES[side];
  return points[iris * 3 + axis]! - (points[corners[0] * 3 + axis]! + points[corners[1] * 3 + axis]!) / 2;
}

/** Takes away how the lids follow the gaze. */
function subtractGaze(target: Float64Array, gaze: Coefficients, basis: FaceBasis): void {
  for (const [name, value] of Object.entries(gaze)) {
    if (value === 0) continue;
    for (const [point, move] of Object.entries(basis.shapes[name] ?? {})) {
      for (let k = 0; k < 3; k++) target[Number(point) * 3 + k]! -= value * move[k]!;
    }
  }
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
