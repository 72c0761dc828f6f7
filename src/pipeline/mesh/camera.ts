import { clamp } from "../math.ts";
import type { LayerShape } from "./render/kernel.ts";
import { textureSize } from "./rig/framing.ts";
import { eachVertex, type Grid, limitSlopes, makeGrid, smoothField, vertexCount } from "./rig/grid.ts";
import type { Camera, Layer, Scene } from "./scene.ts";

/** Pixels kept round the picture, so that its edge is read like the rest of it. */
const PAD = 4;
/** Over this part of the picture's longer side the background beside a person comes along less and less. */
const BESIDE = 0.08;
/** Rounds off where that begins and ends. */
const SMOOTHING = 6;

/** The camera for a scene: it comes nearer to a point between the picture's middle and the middle of those who move. */
export function cameraFor(scene: Omit<Scene, "camera">): Camera {
  const { width, height, layers } = scene;
  const shape = shapeOf(width, height);
  const fixed = [width, height].map((length, axis) => {
    const middles = layers.map(({ rig: { pivot, framing }, ...place }) => {
      return pivot[axis]! - framing.pad + (axis === 0 ? place.left : place.top);
    });
    const middle = middles.reduce((sum, at) => sum + at, 0) / middles.length;
    return PAD + clamp((length / 2 + middle) / 2, 0, length);
  }) as [number, number];
  return { shape, fixed, before: standsBefore(layers, shape.grid, Math.max(width, height)) };
}

function shapeOf(width: number, height: number): LayerShape {
  const size = Math.max(width, height);
  const side = size + 2 * PAD;
  const grid = makeGrid(side);
  const cells: number[] = [];
  for (let row = 0; row < grid.rows - 1 && row * grid.step < height + 2 * PAD; row++)
    for (let column = 0; column < grid.columns - 1 && column * grid.step < width + 2 * PAD; column++)
      cells.push(row * grid.columns + column);
  return { size, side, pad: PAD, grid, cells: Uint32Array.from(cells), left: 0, top: 0 };
}

/**
 * 1 on who moves, falling off evenly beside them: no two neighbouring points come apart, so nothing has to be made up between them
 * and no edge shows.
 */
function standsBefore(layers: readonly Layer[], grid: Grid, size: number): Float32Array {
  const behind = new Float32Array(vertexCount(grid));
  for (const layer of layers)
    eachVertex(grid, (i, x, y) => {
      behind[i] = Math.min(behind[i]!, -coverageAt(layer, x - PAD, y - PAD));
    });
  limitSlopes(grid, behind, grid.step / (BESIDE * size));
  smoothField(grid, behind, SMOOTHING);
  return behind.map((depth) => -depth);
}

/** Coverage of a person at a pixel of the clip, beyond their part of it 0. */
function coverageAt({ rig: { coverage, framing }, left, top }: Layer, x: number, y: number): number {
  const side = textureSize(framing);
  const column = Math.round(x - left + framing.pad);
  const row = Math.round(y - top + framing.pad);
  return column < 0 || row < 0 || column >= side || row >= side ? 0 : coverage[row * side + column]!;
}
