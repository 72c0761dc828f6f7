import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { endOf, type FfmpegTools, runFfmpeg } from "./ffmpeg.ts";
import { NOTES } from "./ffmpeg-args.ts";
import { saidOf, secondsIn } from "./ffmpeg-probe.ts";
import { trustedInput } from "./ffmpeg-read.ts";

/** Samples a second of each of two channels: a frame of a clip is a whole number of them. */
export const SOUND_RATE = 44_100;
/** Bytes of a sample of both channels, 16 bits each. */
export const SAMPLE_BYTES = 4;
/** Containers of sounds, and those of films that have one. A playlist, which may name other files or addresses, is none of them. */
const SOUNDS = "mp3,aac,mov,matroska,ogg,wav,w64,flac,aiff,caf,amr,asf,avi,mpegts,mpeg,flv";
const KBITS = 128;

/** The file has no sound that ffmpeg can read. */
export class SoundError extends Error {
  override readonly name = "SoundError";
}

/** What a file says of the length of its sound: seconds, or null where it does not say. Throws `SoundError` where it has none. */
export async function probeSound(file: string, tools: FfmpegTools): Promise<number | null> {
  const log = await saidOf(trustedInput(file, SOUNDS), tools);
  if (!/Stream #0:\d+.*?: Audio: /.test(log)) throw new SoundError("it has no sound that ffmpeg can read");
  return secondsIn(log);
}

/** The first seconds of a file's sound, as 16-bit samples of two channels. Of all else in the file nothing is read. Throws `SoundError`. */
export async function readSound(file: string, seconds: number, { ffmpeg, signal }: FfmpegTools): Promise<Buffer> {
  const output = ["-map", "0:a:0", "-vn", "-sn", "-dn", "-t", String(seconds), "-ac", "2", "-ar", String(SOUND_RATE)];
  const args = ["-nostdin", "-v", "error", ...trustedInput(file, SOUNDS), ...output, "-f", "s16le", "pipe:1"];
  const child = spawn(ffmpeg, args, { stdio: ["ignore", "pipe", "pipe"], ...(signal && { signal }) });
  const ended = endOf(child);
  // What could be read of a damaged file is used.
  const failed = ended.then(
    () => null,
    (error: unknown) => error,
  );
  const parts: Buffer[] = [];
  for await (const part of child.stdout as AsyncIterable<Buffer>) parts.push(part);
  const error = await failed;
  signal?.throwIfAborted();
  if (parts.length === 0) throw new SoundError("it has no sound that ffmpeg can read", { cause: error });
  return Buffer.concat(parts);
}

/** Writes samples, as `readSound` gives them, as an MP4 with AAC in which nothing else is. */
export async function encodeSound(samples: Uint8Array, output: string, { ffmpeg, signal }: FfmpegTools): Promise<void> {
  await runFfmpeg({
    input: Readable.from([samples], { objectMode: true }),
    inputOptions: ["-f", "s16le", "-ar", String(SOUND_RATE), "-ac", "2"],
    outputOptions: ["-c:a", "aac", "-b:a", `${KBITS}k`, "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "mp4"],
    output,
    ffmpeg,
    signal,
  });
}

/** Writes a silent clip of so many seconds with as much of the sound of another file of ours, both as they are. */
export async function addSound(
  {
    clip,
    sound,
    output,
    seconds,
  }: { readonly clip: string; readonly sound: string; readonly output: string; readonly seconds: number },
  { ffmpeg, signal }: FfmpegTools,
): Promise<void> {
  const streams = ["-map", "0:v:0", "-map", "1:a:0", "-c", "copy", "-map_metadata", "-1", "-map_chapters", "-1"];
  // A packet that begins after the last frame is the encoder's own silence.
  const length = ["-t", String(seconds)];
  await runFfmpeg({
    input: clip,
    outputOptions: [
      // The second input: it stands before all that is said of the output.
      ...["-f", "mov", "-i", sound],
      ...[...streams, ...length, ...NOTES],
      ...["-fflags", "+bitexact", "-movflags", "+faststart"],
    ],
    output,
    ffmpeg,
    signal,
  });
}
