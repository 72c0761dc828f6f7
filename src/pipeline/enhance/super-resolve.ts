import { smoothstep } from "../math.ts";
import { loadModel, type Model, type ModelOptions, outputOf } from "../models/onnx.ts";
import { type Plane, resize } from "../photo/plane.ts";

const MODEL = "super_resolution_x4.onnx";
/** Result pixels per pixel, on each axis. */
export const FACTOR = 4;
/** Longest side of a tile's own part, and how much of its surroundings the network sees beyond it. Bounds a run's memory. */
const TILE = 192;
const MARGIN = 10;

/** Standard deviations, levels: of what is shading, and of what is surely an edge. */
const SHADING = 4;
const EDGE = 12;

/** How much of the network's answer is wanted at each pixel of a picture of this size, 0..1. */
export type Wanted = (width: number, height: number) => Float32Array;

/**
 * A picture's luminance four times as large on each axis, with edges as fine as the network has learned that they are. Where the
 * network is not wanted, the picture is enlarged smoothly, and it costs no time.
 */
export async function superResolve(
  plane: Plane,
  wanted: Wanted,
  options: ModelOptions & { readonly signal?: AbortSignal } = {},
): Promise<Plane> {
  const out = resize(plane, FACTOR * plane.width, FACTOR * plane.height);
  const part = boundsOf(wanted(plane.width, plane.height), plane.width, plane.height);
  if (part === null) return out;
  const model = await loadModel(MODEL, options);
  const drawn = resize(edginess(plane), out.width, out.height).data;
  const weight = wanted(out.width, out.height).map((value, i) => value * Math.min(1, Math.max(0, drawn[i]!)));
  for (const tile of tiles(part)) {
    options.signal?.throwIfAborted();
    await enlargeTile(model, plane, tile, part, weight, out);
  }
  return out;
}

/**
 * How much there is to draw round each pixel, 0..1: all of it where the picture varies by `EDGE` levels within five pixels, nothing
 * where it varies by `SHADING`. There the network would make a weave of the faint remains of noise and of a JPEG's waves.
 */
function edginess(plane: Plane): Plane {
  const { width, height, data } = plane;
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [sum, squares, count] = [0, 0, 0];
      for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++)
        for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) {
          const value = data[v * width + u]!;
          sum += value;
          squares += value * value;
          count++;
        }
      const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
      out[y * width + x] = smoothstep(SHADING, EDGE, deviation);
    }
  return { ...plane, data: out };
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function tiles(part: Rectangle): Rectangle[] {
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const columns = Math.ceil(width / TILE);
  const rows = Math.ceil(height / TILE);
  const edge = (i: number, count: number, length: number): number => Math.round((i * length) / count);
  return Array.from({ length: columns * rows }, (_, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return {
      left: part.left + edge(column, columns, width),
      top: part.top + edge(row, rows, height),
      right: part.left + edge(column + 1, columns, width),
      bottom: part.top + edge(row + 1, rows, height),
    };
  });
}

/** The smallest rectangle with everything that is wanted. */
function boundsOf(wanted: Float32Array, width: number, height: number): Rectangle | null {
  const part = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (wanted[y * width + x]! === 0) continue;
      part.left = Math.min(part.left, x);
      part.right = Math.max(part.right, x + 1);
      part.top = Math.min(part.top, y);
      part.bottom = y + 1;
    }
  return part.left < part.right ? part : null;
}

/** The network was trained on colours; a grey picture has three alike. Beyond `part` nothing is wanted: no tile looks there. */
async function enlargeTile(
  model: Model,
  plane: Plane,
  own: Rectangle,
  part: Rectangle,
  weight: Float32Array,
  out: Plane,
): Promise<void> {
  const left = Math.max(part.left, own.left - MARGIN);
  const top = Math.max(part.top, own.top - MARGIN);
  const columns = Math.min(part.right, own.right + MARGIN) - left;
  const rows = Math.min(part.bottom, own.bottom + MARGIN) - top;
  const data = new Float32Array(3 * columns * rows);
  for (let y = 0, o = 0; y < rows; y++)
    for (let x = 0; x < columns; x++, o += 3) {
      data.fill(plane.data[(y + top) * plane.width + x + left]! / 255, o, o + 3);
    }
  const answer = outputOf(await model.run({ input: { data, shape: [1, rows, columns, 3] } }), "output");
  for (let y = FACTOR * own.top; y < FACTOR * own.bottom; y++)
    for (let x = FACTOR * own.left; x < FACTOR * own.right; x++) {
      const i = 3 * ((y - FACTOR * top) * FACTOR * columns + x - FACTOR * left);
      const o = y * out.width + x;
      out.data[o]! += weight[o]! * (85 * (answer[i]! + answer[i + 1]! + answer[i + 2]!) - out.data[o]!);
    }
}

/**
 * Makes an enlarged picture say what the picture says that it was made of: what differs when it is reduced again is put right
 * (back-projection, Irani and Peleg 1991). So the network can add edges, and neither move nor remove anything.
 */
export function putRight(large: Plane, small: Plane): Plane {
  const reduced = resize(large, small.width, small.height);
  const missing = { ...small, data: small.data.map((value, i) => value - reduced.data[i]!) };
  const correction = resize(missing, large.width, large.height).data;
  return { ...large, data: large.data.map((value, i) => value + correction[i]!) };
}
