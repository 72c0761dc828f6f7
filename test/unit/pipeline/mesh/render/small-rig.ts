import { smoothstep } from "../../../../../src/pipeline/math.ts";
import type { Body } from "../../../../../src/pipeline/mesh/rig/body.ts";
import { fillBackground } from "../../../../../src/pipeline/mesh/rig/cutout/background.ts";
import { clipPart, type Framing, textureSize } from "../../../../../src/pipeline/mesh/rig/framing.ts";
import { eachVertex, type Grid, vertexCount } from "../../../../../src/pipeline/mesh/rig/grid.ts";
import { movingCells } from "../../../../../src/pipeline/mesh/rig/head/cells.ts";
import type { Rig } from "../../../../../src/pipeline/mesh/rig/rig.ts";
import { randomFrom } from "../../../../../src/pipeline/motion/vary.ts";

export const SMALL: Framing = { originX: 0, originY: 0, scale: 1, size: 64, pad: 8 };
const SIDE = textureSize(SMALL);
const MIDDLE = SIDE / 2;
/** As fine as a small rig can have it. */
const GRID: Grid = { columns: 41, rows: 41, step: SIDE / 40 };

/** Every pixel a colour of its own, so that the smallest shift shows. */
export function noise(pixels: number, seed = 1): Uint8Array {
  const random = randomFrom(seed);
  return Uint8Array.from({ length: 3 * pixels }, () => Math.floor(256 * random()));
}

/** What neither breathes nor trails. */
function bodiless(count: number): Body {
  const still = new Float32Array(count);
  return { breath: still, shrug: still, trunk: still, trail: still, down: [0, 1], hips: [MIDDLE, 3 * MIDDLE] };
}

/** A disc that moves before a background that stands still: a rig of 64 pixels, its outline soft, its texture noise. */
export function smallRig(parts: Partial<Rig> = {}): Rig {
  const texture = parts.texture ?? noise(SIDE * SIDE);
  const grid = GRID;
  const count = vertexCount(grid);
  const [restX, restY, restZ] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const weights = new Float32Array(count);
  eachVertex(grid, (i, x, y) => {
    restX[i] = x;
    restY[i] = y;
    weights[i] = smoothstep(30, 20, Math.hypot(x - MIDDLE, y - MIDDLE));
  });
  const coverage = new Float32Array(SIDE * SIDE);
  for (let i = 0; i < coverage.length; i++)
    coverage[i] = smoothstep(20, 16, Math.hypot((i % SIDE) - MIDDLE, Math.floor(i / SIDE) - MIDDLE));
  const behind = fillBackground(texture, coverage, SIDE);
  const eyes = parts.eyes ?? [];
  const body = parts.body ?? bodiless(count);
  return {
    framing: SMALL,
    grid,
    restX,
    restY,
    restZ,
    weights,
    pivot: [MIDDLE, MIDDLE, 0],
    body,
    rotation: Float64Array.of(1, 0, 0, 0, -1, 0, 0, 0, -1),
    pixelsPerCm: 2,
    shapes: [],
    eyes,
    lips: null,
    mouth: null,
    light: { ambient: 1, direction: [0, 0, 0], share: new Float32Array(count), rest: new Float32Array(count).fill(1) },
    texture,
    coverage,
    background: clipPart(behind, SMALL),
    ...movingCells(
      { grid, weights, trunk: body.trunk, skin: new Uint8Array(count), coverage, eyes },
      texture,
      behind,
      SMALL,
    ),
    ...parts,
  };
}

/** What a rig's clip must show at rest: the photo with the mark on it. */
export function stillOf(rig: Rig): Uint8Array {
  const still = clipPart(rig.texture, rig.framing);
  return still;
}
