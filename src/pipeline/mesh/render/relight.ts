import type { Box } from "../../types.ts";
import { type Grid, smoothField, vertexCount } from "../rig/grid.ts";
import { gridNormals, type Light, shade } from "../rig/head/light.ts";
import type { Rig } from "../rig/rig.ts";
import type { VertexBuffers } from "./vertices.ts";

/** Brightness may change by no more than this factor either way. */
const MOST = 1.35;
/** A vertex that is relit by less than this share is not. */
const LEAST_SHARE = 0.01;
/** Vertices beyond those that are relit: smoothing reaches one of them, and the one after it is what it has been. */
const MARGIN = 2;

/** What relighting a face's frames uses again and again. */
export interface LightWork {
  /** Three numbers a vertex. */
  readonly normals: Float32Array;
  /** The part of the grid whose light can change. */
  readonly part: Box;
}

export function makeLightWork({ grid, light }: Pick<Rig, "grid" | "light">): LightWork {
  return { normals: new Float32Array(3 * vertexCount(grid)), part: litPart(grid, light) };
}

function litPart({ columns, rows }: Grid, { share }: Light): Box {
  let [left, top, right, bottom] = [columns, rows, -1, -1];
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++) {
      if (share[i]! < LEAST_SHARE) continue;
      [left, right] = [Math.min(left, column), Math.max(right, column)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    }
  if (right < 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.max(0, left - MARGIN), Math.max(0, top - MARGIN)];
  return { x, y, width: Math.min(columns, right + MARGIN + 1) - x, height: Math.min(rows, bottom + MARGIN + 1) - y };
}

/**
 * Sets each vertex' gain to how much brighter the light makes it now than at rest (an expression ratio image by model: Liu,
 * Shan and Zhang 2001): the light stays where it is while the surface turns and folds. Beyond the face it stays as it is, 1.
 */
export function relight(rig: Rig, vertices: VertexBuffers, { normals, part }: LightWork): void {
  const { grid, light } = rig;
  const { ambient, direction, share, rest } = light;
  const { gain } = vertices;
  gridNormals(grid, vertices.x, vertices.y, vertices.z, normals, part);
  for (let row = part.y; row < part.y + part.height; row++) {
    const end = row * grid.columns + part.x + part.width;
    for (let i = end - part.width; i < end; i++) {
      if (share[i]! < LEAST_SHARE) {
        gain[i] = 1;
        continue;
      }
      // Light is linear, the picture's levels are not: a power of 1 / 2.2 takes the ratio there.
      const ratio = (shade(ambient, direction, normals, i) / rest[i]!) ** (1 / 2.2);
      const bounded = ratio > MOST ? MOST : ratio < 1 / MOST ? 1 / MOST : ratio;
      gain[i] = 1 + share[i]! * (bounded - 1);
    }
  }
  smoothField(grid, gain, 1, part);
}
