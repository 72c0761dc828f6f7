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
  addMark(
    brightness: number,
    first: number,
    mark: number,
    faint: number,
    moved: number,
    width: number,
    height: number,
  ): void;
}

/** Two frames' planes: the second is filled while the first is still being written. */
const SLOTS = 2;
const START = 1024;
const PAGE = 65536;

let compiled: WebAssembly.Module | undefined;

/** What is added to the brightness of frames, a number for each pixel: where nothing has moved yet, and where something has. */
export interface Addition {
  readonly mark: Int8Array;
  readonly faint: Int8Array;
}

/**
 * For frames of the given sides in pixels, both even. `addition` is asked once, for the brightness of the first frame, what to add to
 * that of each.
 */
export function makePlanes(width: number, height: number, addition?: (brightness: Uint8Array) => Addition): Planes {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./planes.wasm", import.meta.url)));
  const pixels = width * height;
  const [source, bytes] = [3 * pixels, (3 * pixels) / 2];
  const first = START + source + SLOTS * bytes;
  const [mark, faint, moved] = [first + pixels, first + 2 * pixels, first + 3 * pixels];
  // There are fewer blocks than pixels.
  const needed = addition === undefined ? first : moved + pixels;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(needed / PAGE) });
  const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports;
  const frame = new Uint8Array(memory.buffer, START, source);
  let slot = 0;
  let asked = false;
  const add = (at: number, ask: NonNullable<typeof addition>): void => {
    if (!asked) {
      const brightness = new Uint8Array(memory.buffer, first, pixels);
      brightness.set(new Uint8Array(memory.buffer, at, pixels));
      const added = ask(brightness);
      new Int8Array(memory.buffer, mark, pixels).set(added.mark);
      new Int8Array(memory.buffer, faint, pixels).set(added.faint);
      asked = true;
    }
    exports.addMark(at, first, mark, faint, moved, width, height);
  };
  return {
    of(rgb) {
      frame.set(rgb);
      slot = (slot + 1) % SLOTS;
      const at = START + source + slot * bytes;
      exports.toPlanes(START, width, height, at);
      if (addition !== undefined) add(at, addition);
      return new Uint8Array(memory.buffer, at, bytes);
    },
  };
}
