import { loadModel, type Model, type ModelOptions, outputOf } from "../onnx.ts";
import { type Plane, resize } from "./plane.ts";

const MODEL = "super_resolution_x4.onnx";
/** Result pixels per pixel, on each axis. */
export const FACTOR = 4;
/** Longest side of a tile's own part, and how much of its surroundings the network sees beyond it. Bounds a run's memory. */
const TILE = 192;
const MARGIN = 10;

/**
 * A picture's luminance four times as large on each axis, with edges as fine as the network has learned that they are. The
 * result says what the picture says: what it differs from it when reduced again is put right (back-projection, Irani and Peleg
 * 1991). Where `needed` (same size as the picture) is 0, it may be enlarged smoothly instead.
 */
export async function superResolve(
  plane: Plane,
  needed: Float32Array,
  options: ModelOptions & { readonly signal?: AbortSignal } = {},
): Promise<Plane> {
  const model = await loadModel(MODEL, options);
  const { width, height } = plane;
  const out = resize(plane, FACTOR * width, FACTOR * height);
  for (const tile of tiles(width, height)) {
    options.signal?.throwIfAborted();
    const own = shrink(tile, needed, width);
    if (own !== null) await enlargeTile(model, plane, own, out);
  }
  return putRight(out, plane);
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function tiles(width: number, height: number): Rectangle[] {
  const columns = Math.ceil(width / TILE);
  const rows = Math.ceil(height / TILE);
  const edge = (i: number, count: number, length: number): number => Math.round((i * length) / count);
  return Array.from({ length: columns * rows }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return {
      left: edge(column, columns, width),
      top: edge(row, rows, height),
      right: edge(column + 1, columns, width),
      bottom: edge(row + 1, rows, height),
    };
  });
}

/** The part of a tile that is needed at all. */
function shrink({ left, top, right, bottom }: Rectangle, needed: Float32Array, width: number): Rectangle | null {
  const part = { left: right, top: bottom, right: left, bottom: top };
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (needed[y * width + x]! === 0) continue;
      part.left = Math.min(part.left, x);
      part.right = Math.max(part.right, x + 1);
      part.top = Math.min(part.top, y);
      part.bottom = y + 1;
    }
  return part.left < part.right ? part : null;
}

/** The network was trained on colours; a grey picture has three alike. */
async function enlargeTile(model: Model, plane: Plane, own: Rectangle, out: Plane): Promise<void> {
  const left = Math.max(0, own.left - MARGIN);
  const top = Math.max(0, own.top - MARGIN);
  const columns = Math.min(plane.width, own.right + MARGIN) - left;
  const rows = Math.min(plane.height, own.bottom + MARGIN) - top;
  const data = new Float32Array(3 * columns * rows);
  for (let y = 0, o = 0; y < rows; y++)
    for (let x = 0; x < columns; x++, o += 3) {
      data.fill(plane.data[(y + top) * plane.width + x + left]! / 255, o, o + 3);
    }
  const answer = outputOf(await model.run({ input: { data, shape: [1, rows, columns, 3] } }), "output");
  for (let y = FACTOR * own.top; y < FACTOR * own.bottom; y++)
    for (let x = FACTOR * own.left; x < FACTOR * own.right; x++) {
      const i = 3 * ((y - FACTOR * top) * FACTOR * columns + x - FACTOR * left);
      out.data[y * out.width + x] = 85 * (answer[i]! + answer[i + 1]! + answer[i + 2]!);
    }
}

function putRight(large: Plane, small: Plane): Plane {
  const reduced = resize(large, small.width, small.height);
  const missing = { ...small, data: small.data.map((value, i) => value - reduced.data[i]!) };
  const correction = resize(missing, large.width, large.height).data;
  return { ...large, data: large.data.map((value, i) => value + correction[i]!) };
}
