import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import { runFfmpeg } from "./ffmpeg.ts";
import { clipOptions, FIRST_CRF, type FrameFormat, nextCrf, rawFrameOptions } from "./ffmpeg-args.ts";
import { findFfmpeg } from "./ffmpeg-binary.ts";
import { addSound } from "./ffmpeg-sound.ts";
import { makePlanes } from "./planes.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { watermarkFor } from "./watermark/watermark.ts";

/** Size limit of a clip where none is given: Discord's for everybody. */
export const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
/** What an MP4 says of its sound takes less, in bytes. */
const HEADS = 20_000;

export interface EncodeOptions extends FrameFormat {
  /** How many frames there will be. */
  readonly frames: number;
  /** Upper limit of the clip's size in bytes; 10 MiB without it. */
  readonly maxBytes?: number | undefined;
  /** Films in which people jump about have a keyframe every so many frames; without it there is one, at the start. */
  readonly keyframeEvery?: number | undefined;
  /** A file of ours with the sound that belongs to it, as long as the frames; without it the clip is silent. */
  readonly sound?: Uint8Array | undefined;
  /** Path of the program that encodes; without it one is looked for. */
  readonly ffmpeg?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Encodes frames (each `width * height * 3` bytes of full-range sRGB, interleaved) as an H.264 MP4 with the invisible mark. The next frame is
 * asked for only when ffmpeg has taken the one before the last, and what a frame holds is done with then: it may be drawn over.
 * A clip over `maxBytes` is encoded again, coarser.
 *
 * Throws `UserError` `clipTooLarge` when even the coarsest encoding is too large, the signal's reason when aborted, and
 * whatever the frames throw.
 */
export async function encodeClip(frames: AsyncIterable<Uint8Array>, options: EncodeOptions): Promise<Uint8Array> {
  const { width, height, sound, keyframeEvery, signal } = options;
  const maxBytes = (options.maxBytes ?? DEFAULT_MAX_BYTES) - (sound === undefined ? 0 : sound.length + HEADS);
  if (width % 2 !== 0 || height % 2 !== 0) throw new Error(`a clip's sides must be even, not ${width}x${height}`);
  return inTemporaryFolder(async (folder) => {
    const first = join(folder, "first.mp4");
    const ffmpeg = options.ffmpeg ?? (await findFfmpeg());
    await encodeFrames(frames, { ...options, ffmpeg }, first);
    const fitting = await fit(first, { folder, maxBytes, keyframeEvery, ffmpeg, signal });
    const whole = sound === undefined ? fitting : await withSound(fitting, sound, { ...options, folder, ffmpeg });
    return new Uint8Array(await readFile(whole));
  });
}

async function withSound(
  clip: string,
  sound: Uint8Array,
  { folder, ffmpeg, signal, frames, fps }: EncodeOptions & Pick<Fitting, "folder" | "ffmpeg">,
): Promise<string> {
  const files = { clip, sound: join(folder, "sound.mp4"), output: join(folder, "whole.mp4"), seconds: frames / fps };
  await writeFile(files.sound, sound);
  await addSound(files, { ffmpeg, signal });
  return files.output;
}

async function encodeFrames(frames: AsyncIterable<Uint8Array>, options: EncodeOptions, output: string): Promise<void> {
  options.signal?.throwIfAborted();
  const pieces = planesOf(frames, options);
  try {
    await runFfmpeg({
      input: begun(pieces),
      inputOptions: rawFrameOptions(options),
      outputOptions: clipOptions(FIRST_CRF, options.keyframeEvery),
      output,
      ffmpeg: options.ffmpeg,
      signal: options.signal,
    });
  } finally {
    await pieces.return(undefined);
  }
}

/** The same pieces, the first of which is made while the program that takes them starts. */
function begun(pieces: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  const first = pieces.next();
  // Who asks for it is told.
  first.catch(() => undefined);
  return {
    async *[Symbol.asyncIterator]() {
      const result = await first;
      if (result.done === true) return;
      yield result.value;
      yield* pieces;
    },
  };
}

/** What ffmpeg is given of each frame, after its size has been checked and, at the end, the number of frames. */
async function* planesOf(frames: AsyncIterable<Uint8Array>, options: EncodeOptions): AsyncGenerator<Uint8Array> {
  const { width, height, frames: expected } = options;
  const planes = makePlanes(width, height, (brightness) => watermarkFor(brightness, width, height));
  let count = 0;
  for await (const frame of frames) {
    if (frame.length !== width * height * 3) throw new Error(`frame ${count} has ${frame.length} bytes`);
    count++;
    yield planes.of(frame);
  }
  if (count !== expected) throw new Error(`${count} frames came instead of ${expected}`);
}

interface Fitting {
  readonly folder: string;
  readonly maxBytes: number;
  readonly keyframeEvery: number | undefined;
  readonly ffmpeg: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Path of an encoding that is small enough. Coarser ones are made from the first, which is near enough to the frames;
 * so nobody has to keep the frames or to render them again.
 */
async function fit(first: string, fitting: Fitting): Promise<string> {
  const { folder, maxBytes, keyframeEvery, ffmpeg, signal } = fitting;
  let [path, crf] = [first, FIRST_CRF];
  for (let attempt = 1; ; attempt++) {
    const { size } = await stat(path);
    if (size <= maxBytes) return path;
    const coarser = nextCrf(crf, size, maxBytes);
    if (coarser === null) throw new UserError("clipTooLarge", { bytes: size, limit: maxBytes });
    crf = coarser;
    path = join(folder, `coarser-${attempt}.mp4`);
    await runFfmpeg({ input: first, outputOptions: clipOptions(crf, keyframeEvery), output: path, ffmpeg, signal });
  }
}
