import sharp from "sharp";
import type { AnimateTools } from "./animate.ts";
import { type PrepareOptions, prepare } from "./prepare.ts";
import { type AnimateOptions, type AnimateRequest, doneWith } from "./request.ts";
import { StageClock } from "./stage-clock.ts";
import type { ExportedClip } from "./video/export.ts";
import { drawMark, type Mark, makeMark } from "./video/mark.ts";
import { encodeSticker, STICKER_SECONDS, STICKER_SIDE } from "./video/sticker.ts";

/** A sticker: who moves, without what surrounds them. `bytes` is a WebM file. */
export type Sticker = Omit<ExportedClip, "format"> & { readonly format: "sticker" };

type WorkOptions = Omit<AnimateOptions, "signal"> & Pick<PrepareOptions, "signal" | "warm">;

/** Stickers run so much faster than clips where that helps them to be short; more than this looks hasty. */
const FASTEST = 1.4;
/** Enough for small pictures, and each one costs its share of a small file. */
const FPS = 20;
/** How long what is cut off runs into the beginning, frames. */
const DISSOLVE = 7;

/**
 * Makes a sticker of one face: the portrait that a clip would show, cut out, on nothing. Longer clips are cut, and end in the pose
 * in which they begin. Throws as `animate`, `UserError` `cannotCutOut` where it cannot be told who is where, and
 * RangeError for an engine that cuts nobody out.
 */
export async function makeSticker(
  request: AnimateRequest,
  tools: AnimateTools,
  options: WorkOptions,
): Promise<Sticker> {
  const { signal } = options;
  const clock = new StageClock(options);
  const { film } = await prepare({ ...request, framing: "portrait" }, tools, { ...options, clock });
  const alone = film.framesAlone?.();
  if (alone === undefined) throw new RangeError(`engine: ${tools.engine.name} cannot cut anybody out`);
  const plan = planOf(film.count, film.fps);
  const frames = watch(seenThrough(alone, film), plan, options.onProgress);
  const bytes = await encodeSticker(loop(frames, plan), { fps: plan.fps, ffmpeg: tools.ffmpeg, signal });
  return { format: "sticker", bytes, width: STICKER_SIDE, height: STICKER_SIDE, fps: plan.fps };
}

/** How many frames a sticker has, and which ones of the clip: `step` lie between one and the next. */
interface Plan {
  readonly count: number;
  readonly fps: number;
  readonly step: number;
  /** Something is cut off at the end. */
  readonly cut: boolean;
}

export function planOf(frames: number, fps: number): Plan {
  const seconds = frames / fps;
  const speed = Math.min(FASTEST, Math.max(1, seconds / STICKER_SECONDS));
  const count = Math.min(FPS * STICKER_SECONDS - 1, Math.floor((seconds / speed) * FPS));
  return { count, fps: FPS, step: (speed * fps) / FPS, cut: count * speed < seconds * FPS - FPS / 5 };
}

/** The frames of a plan, each the nearest one of the clip's; no more of these are drawn than are needed. */
async function* watch(
  frames: AsyncIterable<Uint8Array>,
  { count, step }: Plan,
  onProgress: AnimateOptions["onProgress"],
): AsyncGenerator<Uint8Array> {
  let [drawn, given] = [0, 0];
  for await (const frame of frames) {
    for (; given < count && Math.round(given * step) === drawn; given++) {
      onProgress?.("render", doneWith("render", given / count));
      yield frame;
    }
    if (given === count) return;
    drawn++;
  }
}

/** Frames that end where they begin: the last ones of what was cut run into the first. */
async function* loop(frames: AsyncIterable<Uint8Array>, { count, cut }: Plan): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined;
  let k = 0;
  for await (const frame of frames) {
    first ??= frame;
    const share = cut ? Math.max(0, (k + 1 + DISSOLVE - count) / (DISSOLVE + 1)) : 0;
    yield share === 0 ? frame : mixed(frame, first, share);
    k++;
  }
}

/** Two pictures in one, each colour weighed by what is seen of it. */
function mixed(from: Uint8Array, to: Uint8Array, share: number): Uint8Array {
  const out = new Uint8Array(from.length);
  for (let i = 0; i < out.length; i += 4) {
    const [a, b] = [(1 - share) * from[i + 3]!, share * to[i + 3]!];
    for (let c = 0; c < 3; c++) out[i + c] = a + b === 0 ? from[i + c]! : (a * from[i + c]! + b * to[i + c]!) / (a + b);
    out[i + 3] = a + b;
  }
  return out;
}

/** Frames on black and on white as pictures that can be seen through, with the mark. */
async function* seenThrough(
  frames: AsyncIterable<Uint8Array>,
  { width, height }: { readonly width: number; readonly height: number },
): AsyncGenerator<Uint8Array> {
  const mark = makeMark(width, height);
  for await (const frame of frames) yield shrink(cutOut(frame, width, height, mark), width, height);
}

/** What differs least between the halves tells how much is seen: where one is as bright as can be, it tells too little. */
export function cutOut(frame: Uint8Array, width: number, height: number, mark: Mark): Uint8Array {
  for (const half of [0, width]) drawMark({ ...mark, x: mark.x + half }, 2 * width, frame);
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, black = 6 * width * y; x < width; x++, black += 3, o += 4) {
      const white = black + 3 * width;
      const through = Math.max(
        frame[white]! - frame[black]!,
        frame[white + 1]! - frame[black + 1]!,
        frame[white + 2]! - frame[black + 2]!,
      );
      const seen = 255 - Math.max(0, through);
      rgba[o + 3] = seen;
      if (seen === 0) continue;
      for (let c = 0; c < 3; c++) rgba[o + c] = Math.min(255, (255 * frame[black + c]!) / seen);
    }
  }
  return rgba;
}

async function shrink(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { data } = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .resize(STICKER_SIDE, STICKER_SIDE, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}
