import { type AnimateOptions, doneWith } from "../request.ts";
import { STICKER_SECONDS } from "./limits.ts";

/** Stickers run so much faster than clips where that helps them to be short; more than this looks hasty. */
const FASTEST = 1.4;
/** Enough for small pictures, and each one costs its share of a small file. */
const FPS = 20;
/** How long what is cut off runs into the beginning, frames. */
const DISSOLVE = 7;

/** How many frames a sticker has, and which ones of the clip: `step` lie between one and the next. */
export interface Plan {
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

/** What `make` makes of a plan's frames, each the nearest one of the clip's; no more of these are drawn than are needed. */
export async function* picked(
  frames: AsyncIterable<Uint8Array>,
  { count, step }: Plan,
  make: (frame: Uint8Array) => Promise<Uint8Array>,
  onProgress: AnimateOptions["onProgress"],
): AsyncGenerator<Uint8Array> {
  let [drawn, given] = [0, 0];
  for await (const frame of frames) {
    let picture: Uint8Array | undefined;
    for (; given < count && Math.round(given * step) === drawn; given++) {
      picture ??= await make(frame);
      onProgress?.("render", doneWith("render", given / count));
      yield picture;
    }
    if (given === count) return;
    drawn++;
  }
}

/** Pictures (RGBA) that end where they begin: the last ones of what was cut run into the first. */
export async function* looped(pictures: AsyncIterable<Uint8Array>, { count, cut }: Plan): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined;
  let k = 0;
  for await (const picture of pictures) {
    first ??= picture;
    const share = cut ? Math.max(0, (k + 1 + DISSOLVE - count) / (DISSOLVE + 1)) : 0;
    yield share === 0 ? picture : mixed(picture, first, share);
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
