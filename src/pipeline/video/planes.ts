import { readFileSync } from "node:fs";

/** Turns frames into what a video holds: a plane of brightness, and two of colour at half its width and height. */
export interface Planes {
  /**
   * The planes of a frame (`width * height * 3` bytes of full-range sRGB): `width * height * 3 / 2` bytes yuv420p, BT.709 in
   * limited range. They hold until the next but one frame is given; the frame is done with at once.
   */
  of(rgb: Uint8Array): Uint8Array;
}

interface Exports {
  /** See `assembly/planes.ts`. */
  toPlanes(rgb: number, width: number, height: number, planes: number): void;
}

/** Two frames' planes: the second is filled while the first is still being written. */
const SLOTS = 2;
const START = 1024;
const PAGE = 65536;

let compiled: WebAssembly.Module | undefined;

/** For frames of the given sides in pixels, both even. */
export function makePlanes(width: number, height: number): Planes {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./planes.wasm", import.meta.url)));
  const pixels = width * height;
  const [source, bytes] = [3 * pixels, (3 * pixels) / 2];
  const memory = new WebAssembly.Memory({ initial: Math.ceil((START + source + SLOTS * bytes) / PAGE) });
  const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
  const frame = new Uint8Array(memory.buffer, START, source);
  let slot = 0;
  return {
    of(rgb) {
      frame.set(rgb);
      slot = (slot + 1) % SLOTS;
      const at = START + source + slot * bytes;
      exports.toPlanes(START, width, height, at);
      return new Uint8Array(memory.buffer, at, bytes);
    },
  };
}
