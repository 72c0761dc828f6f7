import { smoothField } from "../rig/grid.ts";
import { gridNormals, shade } from "../rig/head/light.ts";
import type { Rig } from "../rig/rig.ts";
import type { VertexBuffers } from "./vertices.ts";

/** Brightness may change by no more than this factor either way. */
const MOST = 1.35;

/**
 * Sets each vertex' gain to how much brighter the light makes it now than at rest (an expression ratio image by model: Liu,
 * Shan and Zhang 2001): the light stays where it is while the surface turns and folds. `normals` is work space, three numbers
 * a vertex.
 */
export function relight(rig: Rig, vertices: VertexBuffers, normals: Float32Array): void {
  const { ambient, direction, share, rest } = rig.light;
  gridNormals(rig.grid, vertices.x, vertices.y, vertices.z, normals);
  const { gain } = vertices;
  for (let i = 0; i < gain.length; i++) {
    const part = share[i]!;
    if (part < 0.01) {
      gain[i] = 1;
      continue;
    }
    // Light is linear, the picture's levels are not: a power of 1 / 2.2 takes the ratio there.
    const ratio = (shade(ambient, direction, normals, i) / rest[i]!) ** (1 / 2.2);
    const bounded = ratio > MOST ? MOST : ratio < 1 / MOST ? 1 / MOST : ratio;
    gain[i] = 1 + part * (bounded - 1);
  }
  smoothField(rig.grid, gain, 1);
}
