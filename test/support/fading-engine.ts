import { setImmediate } from "node:timers/promises";
import type { Cast, Engine, Film } from "../../src/pipeline/engine.ts";
import type { EngineLimits } from "../../src/pipeline/limits.ts";
import type { Motion } from "../../src/pipeline/motion/drive.ts";
import type { Box, Photo } from "../../src/pipeline/types.ts";

const LIMITS: EngineLimits = {
  faces: { leastSize: 10, mostYaw: 90 },
  turn: { yaw: { most: 5, turned: 90 }, pitch: { most: 5, turned: 90 }, roll: { most: 5, turned: 90 } },
  mostMovers: 3,
  framings: ["portrait", "photo"],
  wholePhoto: { longSide: 4096, mostEnlarged: 1 },
};
/** How far a face drifts, pixels, and how much of its light it loses. */
const DRIFT = 3;
const FADE = 0.4;

/** The least that is an engine: a still in which the faces' boxes drift to the side and back, and fade. */
export function openFadingEngine(): Engine {
  return {
    name: "fade",
    limits: LIMITS,
    warmUp: () => undefined,
    prepare: async (cast, signal) => {
      await setImmediate();
      signal.throwIfAborted();
      return { bytes: cast.photo.rgb.byteLength, film: (roles, stop) => filmOf(cast, roles[0].motion, stop) };
    },
    close: async () => Promise.resolve(),
  };
}

/** The boxes in which this engine's clip of a cast may change, in its pixels. */
export function fadingBoxes({ movers }: Pick<Cast, "movers">, { originX, originY, width, height }: Film): Box[] {
  return movers.map(({ box }) => {
    const left = Math.max(0, Math.round(box.x - originX));
    const top = Math.max(0, Math.round(box.y - originY));
    const right = Math.min(width, Math.round(box.x + box.width - originX));
    const bottom = Math.min(height, Math.round(box.y + box.height - originY));
    return { x: left, y: top, width: right - left, height: bottom - top };
  });
}

function filmOf(cast: Cast, motion: Motion, signal: AbortSignal): Film {
  const { x: originX, y: originY, width, height } = shownPart(cast);
  const still = cut(cast.photo, { x: originX, y: originY, width, height });
  const film: Film = {
    ...{ width, height, originX, originY, scale: 1, fps: motion.fps, count: motion.frames },
    async *frames() {
      for (let frame = 0; frame < film.count; frame++) {
        await setImmediate();
        signal.throwIfAborted();
        const turn = (2 * Math.PI * frame) / (film.count - 1);
        const rgb = Uint8Array.from(still);
        for (const box of boxes)
          draw(still, rgb, box, Math.round(DRIFT * Math.sin(turn)), 1 - FADE * Math.sin(turn / 2) ** 2);
        yield rgb;
      }
    },
  };
  const boxes = fadingBoxes(cast, film);
  const draw = (from: Uint8Array, to: Uint8Array, box: Box, shift: number, light: number): void => {
    for (let y = box.y; y < box.y + box.height; y++)
      for (let x = box.x; x < box.x + box.width; x++) {
        const source = Math.min(box.x + box.width - 1, Math.max(box.x, x + shift));
        for (let c = 0; c < 3; c++)
          to[3 * (y * width + x) + c] = Math.round(light * from[3 * (y * width + source) + c]!);
      }
  };
  return film;
}

/** The whole photo, or a square twice as large as the face; its sides are even. */
function shownPart({ framing, photo, movers: [face] }: Cast): Box {
  const even = (length: number): number => 2 * Math.floor(length / 2);
  if (framing === "photo") return { x: 0, y: 0, width: even(photo.width), height: even(photo.height) };
  const side = even(Math.min(photo.width, photo.height, 2 * Math.max(face.box.width, face.box.height)));
  const start = (from: number, length: number, total: number): number =>
    Math.round(Math.min(total - side, Math.max(0, from + length / 2 - side / 2)));
  const x = start(face.box.x, face.box.width, photo.width);
  return { x, y: start(face.box.y, face.box.height, photo.height), width: side, height: side };
}

function cut(photo: Photo, { x, y, width, height }: Box): Uint8Array {
  const out = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const from = 3 * ((y + row) * photo.width + x);
    out.set(photo.rgb.subarray(from, from + 3 * width), 3 * row * width);
  }
  return out;
}
