import { readFileSync } from "node:fs";

/** A layer's buffers in the kernel's memory; the arrays are views on it. */
export interface KernelLayer {
  /**
   * The movable layer: premultiplied red, green, blue (0..255) and coverage (0..1), `side * side * 4`. What shows is
   * colour + (1 - coverage) * what the frame holds, at rest exactly the photo.
   */
  readonly texture: Float32Array;
  /**
   * For each of the layer's `size * size` pixels, where in the texture it comes from (u NaN: the frame stays as it is) and by
   * how much it is lit. All layers share this memory: it holds until another layer is drawn.
   */
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly gain: Float32Array;
  /** Lays the layer over the frame, its upper left corner at (left, top); what reaches beyond the frame is cut off. */
  resample(left: number, top: number): void;
}

/** Buffers of one clip, back layer first. */
export interface Kernel {
  /** The picture that is filled: `width * height * 3` bytes. */
  readonly frame: Uint8Array;
  readonly layers: readonly KernelLayer[];
}

/** Sides of a layer in pixels: of what it shows, and of the texture it shows that from. */
export interface LayerSize {
  readonly size: number;
  readonly side: number;
}

interface Exports {
  /** See `assembly/resample.ts`; `background` may be `frame` itself. */
  resample(
    u: number,
    v: number,
    gain: number,
    count: number,
    texture: number,
    side: number,
    taps: number,
    background: number,
    frame: number,
  ): void;
}

const STEPS = 256;
/** Sharpness of the cubic kernel: -0.5 is Catmull-Rom; -1 falls off as steeply as a sinc does, and keeps most of a photo's grain. */
const SHARPNESS = -1;
const PAGE = 65536;

let compiled: WebAssembly.Module | undefined;

/** A kernel for clips of `width` x `height` pixels with the given layers. */
export function makeKernel(width: number, height: number, sizes: readonly LayerSize[]): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
  const reserve = reserver();
  const window = Math.max(...sizes.map(({ size }) => size * size));
  const [u, v, gain] = [reserve(4 * window), reserve(4 * window), reserve(4 * window)];
  const taps = reserve(16 * (STEPS + 1));
  const frame = reserve(3 * width * height);
  const textures = sizes.map(({ side }) => reserve(16 * side * side));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(reserve(0) / PAGE) });
  new Float32Array(memory.buffer, taps, 4 * (STEPS + 1)).set(cubicTaps());
  const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
  const floats = (offset: number, count: number): Float32Array => new Float32Array(memory.buffer, offset, count);
  const layers = sizes.map(({ size, side }, k): KernelLayer => {
    const texture = textures[k]!;
    const pixels = size * size;
    return {
      texture: floats(texture, 4 * side * side),
      u: floats(u, pixels),
      v: floats(v, pixels),
      gain: floats(gain, pixels),
      resample: (left, top) => {
        const first = Math.max(0, -left);
        const count = Math.min(size, width - left) - first;
        const last = Math.min(size, height - top);
        for (let y = Math.max(0, -top); y < last && count > 0; y++) {
          const at = 4 * (y * size + first);
          const to = frame + 3 * ((top + y) * width + left + first);
          exports.resample(u + at, v + at, gain + at, count, texture, side, taps, to, to);
        }
      },
    };
  });
  return { frame: new Uint8Array(memory.buffer, frame, 3 * width * height), layers };
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

/** Weights of the four taps for each sub-pixel position (Keys 1981, cubic convolution). */
export function cubicTaps(): Float32Array {
  const near = (t: number): number => ((SHARPNESS + 2) * t - (SHARPNESS + 3)) * t * t + 1;
  const far = (t: number): number => SHARPNESS * (((t - 5) * t + 8) * t - 4);
  const taps = new Float32Array((STEPS + 1) * 4);
  for (let k = 0; k <= STEPS; k++) {
    const t = k / STEPS;
    taps.set([far(1 + t), near(t), near(1 - t), far(2 - t)], 4 * k);
  }
  return taps;
}
