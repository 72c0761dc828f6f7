import type { Matrix3 } from "../../math.ts";
import type { Rig } from "../rig/rig.ts";

/** How the head moves in one frame: turn about the pivot in texture axes, then a shift in texture pixels. */
export interface RigidMotion {
  readonly turn: Matrix3;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** How the body moves in one frame: how far breath and shrug lift it (1: a calm one), and the trunk's turn and lean, degrees. */
export interface BodyMotion {
  readonly breath: number;
  readonly shrug: number;
  readonly yaw: number;
  readonly roll: number;
}

/** A chest lies so far before the axis that it turns about, cm. */
const CHEST_DEPTH_CM = 8;
const RADIANS = Math.PI / 180;

/** A frame's vertices: where each one goes (texture pixels), its depth, and by how much its light changes. */
export interface VertexBuffers {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  readonly gain: Float32Array;
  /** Movement by the expression alone. */
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/** `drawn`: the arrays to use where they are there already. */
export function makeVertexBuffers(count: number, drawn?: Omit<VertexBuffers, "dx" | "dy">): VertexBuffers {
  const make = (): Float32Array => new Float32Array(count);
  const { x, y, z, gain } = drawn ?? { x: make(), y: make(), z: make(), gain: make().fill(1) };
  return { x, y, z, gain, dx: make(), dy: make() };
}

/** Puts every vertex where the expression takes it; `dx`, `dy` get by how much. Allocates nothing. */
export function applyShapes(rig: Rig, coefficients: Float32Array, out: VertexBuffers): void {
  out.dx.fill(0);
  out.dy.fill(0);
  out.z.set(rig.restZ);
  for (let s = 0; s < rig.shapes.length; s++) {
    const coefficient = coefficients[s]!;
    if (Math.abs(coefficient) < 1e-4) continue;
    const { vertices, displacement } = rig.shapes[s]!;
    for (let k = 0, d = 0; k < vertices.length; k++, d += 3) {
      const i = vertices[k]!;
      out.dx[i]! += coefficient * displacement[d]!;
      out.dy[i]! += coefficient * displacement[d + 1]!;
      out.z[i]! += coefficient * displacement[d + 2]!;
    }
  }
  for (let i = 0; i < out.x.length; i++) {
    out.x[i] = rig.restX[i]! + out.dx[i]!;
    out.y[i] = rig.restY[i]! + out.dy[i]!;
  }
}

/**
 * Then carries each vertex along with the head's rigid motion as far as it belongs to the head; what hangs on the head takes a part
 * of its motion as it was a little earlier, `trail`. Allocates nothing.
 */
export function applyTurn(rig: Rig, motion: RigidMotion, trail: RigidMotion, out: VertexBuffers): void {
  const { weights, pivot, body } = rig;
  const [px, py, pz] = pivot;
  const m = motion.turn;
  const l = trail.turn;
  const [a, b, c, d, e, f, g, h, k] = [m[0]! - 1, m[1]!, m[2]!, m[3]!, m[4]! - 1, m[5]!, m[6]!, m[7]!, m[8]! - 1];
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    if (w === 0) continue;
    const x = out.x[i]! - px;
    const y = out.y[i]! - py;
    const z = out.z[i]! - pz;
    const late = w * body.trail[i]!;
    const prompt = w - late;
    out.x[i]! += prompt * (a * x + b * y + c * z + motion.shiftX);
    out.y[i]! += prompt * (d * x + e * y + f * z + motion.shiftY);
    out.z[i]! += prompt * (g * x + h * y + k * z);
    if (late === 0) continue;
    out.x[i]! += late * ((l[0]! - 1) * x + l[1]! * y + l[2]! * z + trail.shiftX);
    out.y[i]! += late * (l[3]! * x + (l[4]! - 1) * y + l[5]! * z + trail.shiftY);
    out.z[i]! += late * (l[6]! * x + l[7]! * y + (l[8]! - 1) * z);
  }
}

/** Last, lets the body breathe and follow. Allocates nothing. */
export function applyBody(rig: Rig, { breath, shrug, yaw, roll }: BodyMotion, out: VertexBuffers): void {
  const { body, restX, restY } = rig;
  const { trunk } = body;
  const [dx, dy] = body.down;
  const [hx, hy] = body.hips;
  const turned = CHEST_DEPTH_CM * rig.pixelsPerCm * Math.sin(yaw * RADIANS);
  const lean = roll * RADIANS;
  for (let i = 0; i < trunk.length; i++) {
    const share = trunk[i]!;
    if (share === 0) continue;
    const lift = breath * body.breath[i]! + shrug * body.shrug[i]!;
    // Above the hips by so much, which a lean carries sideways.
    const height = (hx - restX[i]!) * dx + (hy - restY[i]!) * dy;
    const across = share * (turned + lean * height);
    out.x[i]! += across * dy - lift * dx;
    out.y[i]! -= across * dx + lift * dy;
  }
}
