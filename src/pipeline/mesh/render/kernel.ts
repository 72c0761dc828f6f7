import { readFileSync } from "node:fs";
import type { Box } from "../../types.ts";
import type { Grid } from "../rig/grid.ts";
import { vertexCount } from "../rig/grid.ts";

/** A layer's buffers in the kernel's memory; the arrays are views on it. */
export interface KernelLayer {
  /**
   * The movable layer: premultiplied red, green, blue (0..255) and coverage (0..1), `side * side * 4`. What shows is
   * colour + (1 - coverage) * what the frame holds, at rest exactly the photo.
   */
  readonly texture: Float32Array;
  /** Makes a part of the texture show as it is now; without a part all of it. */
  pack(part?: Box): void;
  /** Where each of the grid's vertices goes (texture pixels), its depth, and how much it is lit. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  readonly gain: Float32Array;
  /** Lays the layer's cells over the frame; what reaches beyond the frame is cut off. */
  draw(): void;
  /** The first half of `draw`, of one band of rows: fills `sources`. Bands are asked for in order. */
  rasterise(band: number): void;
  /** The second half of it: gives the band's pixels their colours, and empties it. */
  lay(band: number): void;
}

/** Buffers of one clip, back layer first. */
export interface Kernel {
  /** The picture that is filled: `width * height * 3` bytes. */
  readonly frame: Uint8Array;
  /**
   * A band of rows of the layer that is being drawn, `size` pixels a row: where in the texture each comes from (u, v), its gain
   * and its depth, which is `NOTHING` where no cell was drawn.
   */
  readonly sources: Float32Array;
  /** For each row of the band the first pixel that was drawn and the one after the last. */
  readonly spans: Int32Array;
  readonly layers: readonly KernelLayer[];
}

/** What a layer shows: `size` pixels of a texture of `side`, which has `pad` more on every side. */
export interface LayerShape {
  readonly size: number;
  readonly side: number;
  readonly pad: number;
  readonly grid: Grid;
  /** The cells that are drawn, each by its first vertex. */
  readonly cells: Uint32Array;
  /** Where its upper left corner lies in the frame; it may lie outside. */
  readonly left: number;
  readonly top: number;
  /** The columns of the frame that it may show in, from the first to before the last; all of them without it. */
  readonly columns?: readonly [first: number, last: number];
}

/** See `assembly/layer.ts`. */
interface Exports {
  useBand(...buffers: [rows: number, width: number, ...addresses: number[]]): void;
  useLayer(...layer: number[]): void;
  rasterise(band: number): void;
  lay(band: number, packed: number, side: number, taps: number, picture: number, width: number): void;
  pack(texture: number, packed: number, side: number, x: number, y: number, width: number, height: number): void;
}

/** Depth of a pixel on which nothing was drawn. */
export const NOTHING = 3.4028234663852886e38;

/** As many rows as stay in a processor's own cache while they are drawn. */
const BAND_ROWS = 32;
const STEPS = 256;
/** A weight of 1. */
const ONE = 1 << 14;
/** Sharpness of the cubic kernel: -0.5 is Catmull-Rom; -1 falls off as steeply as a sinc does, and keeps most of an enlarged photo's detail. */
const SHARPNESS = -1;
const PAGE = 65536;
/** Bytes of a cell's four corners. */
const CORNERS = 64;

export interface KernelOptions {
  readonly bandRows?: number;
  /** Another kernel's, which is not used any more. */
  readonly memory?: WebAssembly.Memory;
  /** Slope of the cubic kernel at the next pixel. */
  readonly sharpness?: number;
}

let compiled: WebAssembly.Module | undefined;

/**
 * A kernel for clips of `width` x `height` pixels with the given layers, which are drawn in bands of so many rows. It lies in
 * `memory`, where that is given.
 */
export function makeKernel(
  width: number,
  height: number,
  shapes: readonly LayerShape[],
  { bandRows = BAND_ROWS, memory: given, sharpness = SHARPNESS }: KernelOptions = {},
): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
  const reserve = reserver();
  const widest = Math.max(...shapes.map(({ size }) => size));
  const mostCells = Math.max(...shapes.map(({ cells }) => cells.length));
  const bands = Math.ceil(widest / bandRows);
  const band = {
    sources: reserve(16 * bandRows * widest),
    spans: reserve(8 * bandRows),
    work: [4 * (bands + 1), 4 * mostCells, 8 * mostCells, 4 * mostCells, CORNERS].map(reserve),
  };
  const taps = reserve(8 * (STEPS + 1));
  const frame = reserve(3 * width * height);
  const places = shapes.map((shape) => reserveLayer(shape, reserve));
  const memory = withPages(given ?? new WebAssembly.Memory({ initial: 0 }), Math.ceil(reserve(0) / PAGE));
  new Int16Array(memory.buffer, taps, 4 * (STEPS + 1)).set(cubicTaps(sharpness));
  const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
  exports.useBand(bandRows, widest, band.sources, band.spans, ...band.work);
  const clip: Clip = { exports, memory, width, height, bandRows, taps, frame };
  return {
    frame: new Uint8Array(memory.buffer, frame, 3 * width * height),
    sources: new Float32Array(memory.buffer, band.sources, 4 * bandRows * widest),
    spans: new Int32Array(memory.buffer, band.spans, 2 * bandRows),
    layers: shapes.map((shape, k) => makeLayer(shape, places[k]!, clip)),
  };
}

/** What all layers of a clip share. */
interface Clip {
  readonly exports: Exports;
  readonly memory: WebAssembly.Memory;
  readonly width: number;
  readonly height: number;
  readonly bandRows: number;
  readonly taps: number;
  readonly frame: number;
}

/** Where a layer's buffers begin. */
interface LayerPlaces {
  readonly texture: number;
  readonly packed: number;
  readonly cells: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly gain: number;
}

function reserveLayer({ side, grid, cells }: LayerShape, reserve: (bytes: number) => number): LayerPlaces {
  const vertices = 4 * vertexCount(grid);
  return {
    texture: reserve(16 * side * side),
    packed: reserve(8 * side * side),
    cells: reserve(4 * cells.length),
    x: reserve(vertices),
    y: reserve(vertices),
    z: reserve(vertices),
    gain: reserve(vertices),
  };
}

function makeLayer(shape: LayerShape, places: LayerPlaces, clip: Clip): KernelLayer {
  const { size, side, pad, grid, cells, left, top, columns = [0, clip.width] } = shape;
  const { exports, memory, width, height, bandRows, taps, frame } = clip;
  const { texture, packed, x, y, z, gain } = places;
  new Uint32Array(memory.buffer, places.cells, cells.length).set(cells);
  const floats = (offset: number, count = vertexCount(grid)): Float32Array =>
    new Float32Array(memory.buffer, offset, count);
  const whole = { x: 0, y: 0, width: side, height: side };
  const [first, last] = columns;
  const seen = [
    Math.max(0, first - left),
    Math.max(0, -top),
    Math.min(size, last - left),
    Math.min(size, height - top),
  ];
  const picture = frame + 3 * (top * width + left);
  const rasterise = (band: number): void => {
    // Sorts the cells of the frame that begins.
    if (band === 0)
      exports.useLayer(x, y, z, gain, grid.columns, grid.step, places.cells, cells.length, size, pad, ...seen);
    exports.rasterise(band);
  };
  const lay = (band: number): void => {
    exports.lay(band, packed, side, taps, picture, width);
  };
  return {
    texture: floats(texture, 4 * side * side),
    pack: (part = whole) => {
      exports.pack(texture, packed, side, part.x, part.y, part.width, part.height);
    },
    x: floats(x),
    y: floats(y),
    z: floats(z),
    gain: floats(gain).fill(1),
    draw: () => {
      for (let band = 0; band * bandRows < size; band++) {
        rasterise(band);
        lay(band);
      }
    },
    rasterise,
    lay,
  };
}

/** Lets a memory grow to so many pages where it has fewer. */
function withPages(memory: WebAssembly.Memory, pages: number): WebAssembly.Memory {
  const missing = pages - memory.buffer.byteLength / PAGE;
  if (missing > 0) memory.grow(missing);
  return memory;
}

/** Hands out stretches of memory one behind the other, each on a multiple of 16 bytes; tells where the next one begins. */
function reserver(): (bytes: number) => number {
  let end = 1024;
  return (bytes) => {
    const offset = end;
    end += (bytes + 31) & ~15;
    return offset;
  };
}

/** Weights of the four taps for each sub-pixel position (Keys 1981, cubic convolution), in 16384ths; the four are 1 together. */
export function cubicTaps(sharpness = SHARPNESS): Int16Array {
  const near = (t: number): number => ((sharpness + 2) * t - (sharpness + 3)) * t * t + 1;
  const far = (t: number): number => sharpness * (((t - 5) * t + 8) * t - 4);
  const taps = new Int16Array((STEPS + 1) * 4);
  for (let k = 0; k <= STEPS; k++) {
    const t = k / STEPS;
    const [before, after, beyond] = [far(1 + t), near(1 - t), far(2 - t)].map((weight) => Math.round(ONE * weight));
    taps.set([before!, ONE - before! - after! - beyond!, after!, beyond!], 4 * k);
  }
  return taps;
}
