import { readFileSync } from "node:fs";

/** Buffers of one clip in the kernel's memory; the arrays are views on it. */
export interface Kernel {
  /**
   * The movable layer: premultiplied red, green, blue (0..255) and coverage (0..1), `side * side * 4`. What shows is
   * colour + (1 - coverage) * background, at rest exactly the photo.
   */
  readonly texture: Float32Array;
  /** For each pixel of the clip, where in the texture it comes from (u NaN: it stays as it is) and by how much it is lit. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly gain: Float32Array;
  /** What lies behind the movable layer, and the picture that is filled: `size * size * 3` bytes. */
  readonly background: Uint8Array;
  readonly frame: Uint8Array;
  /** Fills the frame wherever there is a source; see `assembly/resample.ts`. */
  resample(): void;
}

interface Exports {
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

/** A kernel for clips of `size` pixels a side cut from textures of `side` pixels. */
export function makeKernel(size: number, side: number): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
  const pixels = size * size;
  const lengths = [4 * 4 * side * side, 4 * pixels, 4 * pixels, 4 * pixels, 16 * (STEPS + 1), 3 * pixels, 3 * pixels];
  const offsets: number[] = [];
  let end = 1024;
  for (const length of lengths) {
    offsets.push(end);
    end += (length + 31) & ~15;
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  const [texture, u, v, gain, taps, background, frame] = offsets as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  new Float32Array(memory.buffer, taps, 4 * (STEPS + 1)).set(cubicTaps());
  const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
  const floats = (offset: number, count: number): Float32Array => new Float32Array(memory.buffer, offset, count);
  return {
    texture: floats(texture, 4 * side * side),
    u: floats(u, pixels),
    v: floats(v, pixels),
    gain: floats(gain, pixels),
    background: new Uint8Array(memory.buffer, background, 3 * pixels),
    frame: new Uint8Array(memory.buffer, frame, 3 * pixels),
    resample: () => {
      exports.resample(u, v, gain, pixels, texture, side, taps, background, frame);
    },
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
