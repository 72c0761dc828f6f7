import { spawn } from "node:child_process";
import type { Photo } from "../types.ts";
import { findFfmpeg } from "./ffmpeg-binary.ts";

/** The part of a video to read, in seconds from its start. */
export interface VideoOptions {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Frames a second to read; as many as there are without it. */
  readonly fps?: number | undefined;
  /** Longer sides are shrunk to this many pixels, 1280 without it: the face's model sees 192 anyway. */
  readonly longestSide?: number | undefined;
  /** Path of the program; without it one is looked for. */
  readonly ffmpeg?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One frame, upright with square pixels, and how many of them a second the video has. */
export interface VideoFrame {
  readonly fps: number;
  readonly photo: Photo;
}

const LONGEST_SIDE = 1280;

/** Containers of recordings. A playlist, which may name other files or addresses, is none of them. */
const RECORDINGS = "mov,matroska,avi,mpegts,mpeg,flv,asf,ogg,gif";

/** The file is no video that ffmpeg can read, or has no pictures in the part that was asked for. */
export class VideoError extends Error {
  override readonly name = "VideoError";
}

/** One frame's brightness, levels 0..255, upright with square pixels. */
export interface Brightness {
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
}

/** How a pixel is written: red, green and blue, or its brightness alone. */
type Pixels = "rgb24" | "gray";

/** The file as ffmpeg's input: it is read as one of these containers, and nothing besides it. */
export function trustedInput(file: string, containers: string = RECORDINGS): string[] {
  return ["-protocol_whitelist", "file,pipe", "-format_whitelist", containers, "-i", file];
}

/** Arguments that make ffmpeg write a video's frames as raw pixels at a constant rate to its standard output. */
export function videoArguments(
  file: string,
  { from, to, fps, longestSide = LONGEST_SIDE }: Pick<VideoOptions, "from" | "to" | "fps" | "longestSide">,
  pixels: Pixels = "rgb24",
): string[] {
  // A file that was cut off has no index any more: it can be read from its beginning, but not be wound to it.
  const start = from === undefined || from === 0 ? [] : ["-ss", String(from)];
  const length = to === undefined ? [] : ["-t", String(to - (from ?? 0))];
  const side = `min(${longestSide},iw*sar)`;
  const square = `scale='if(gt(iw*sar,ih),trunc(${side}/2)*2,-2)':'if(gt(iw*sar,ih),-2,trunc(min(${longestSide},ih)/2)*2)'`;
  const rate = fps === undefined ? [] : [`fps=${fps}`];
  const filters = [...rate, "scale=trunc(iw*sar/2)*2:trunc(ih/2)*2", "setsar=1", square].join(",");
  const picture = ["-an", "-sn", "-vf", filters, "-vsync", "cfr", "-f", "rawvideo", "-pix_fmt", pixels, "pipe:1"];
  return ["-nostdin", "-hide_banner", ...start, ...trustedInput(file), ...length, ...picture];
}

/** Frame size and rate from what ffmpeg says about its output, or null while it has not said it. */
export function readOutputHeader(log: string): { width: number; height: number; fps: number } | null {
  const found = /Output #0[\s\S]*?Video: rawvideo.*?, (\d+)x(\d+).*?, ([\d.]+) fps/.exec(log);
  return found === null ? null : { width: Number(found[1]), height: Number(found[2]), fps: Number(found[3]) };
}

/** Reads a video frame by frame; no more than a few frames are held at once. Throws `VideoError`. */
export async function* readVideo(file: string, options: VideoOptions): AsyncGenerator<VideoFrame> {
  for await (const { fps, width, height, bytes } of rawFrames(file, options, "rgb24")) {
    yield { fps, photo: { width, height, rgb: bytes, damaged: false } };
  }
}

/** As `readVideo`, what is bright in each frame and what is dark. */
export async function* readBrightness(file: string, options: VideoOptions): AsyncGenerator<Brightness> {
  for await (const { width, height, bytes } of rawFrames(file, options, "gray")) yield { width, height, levels: bytes };
}

interface RawFrame {
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

async function* rawFrames(file: string, options: VideoOptions, pixels: Pixels): AsyncGenerator<RawFrame> {
  const child = spawn(options.ffmpeg ?? (await findFfmpeg()), videoArguments(file, options, pixels), {
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.signal && { signal: options.signal }),
  });
  const channels = pixels === "gray" ? 1 : 3;
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(0, 20_000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  ended.catch(() => undefined);
  let held: Buffer[] = [];
  let frames = 0;
  const whole = function* (): Generator<RawFrame> {
    const header = readOutputHeader(log);
    const size = header === null ? Number.POSITIVE_INFINITY : header.width * header.height * channels;
    if (header === null || held.reduce((sum, part) => sum + part.length, 0) < size) return;
    let rest = Buffer.concat(held);
    for (; rest.length >= size; rest = rest.subarray(size)) {
      frames++;
      yield { ...header, bytes: new Uint8Array(rest.subarray(0, size)) };
    }
    held = [rest];
  };
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      held.push(chunk);
      yield* whole();
    }
    const status = await ended;
    // The size may have become known only after the last picture.
    yield* whole();
    if (frames === 0) {
      throw new VideoError(
        status === 0 ? "there are no pictures in this part of the video" : "it is not a video that ffmpeg can read",
      );
    }
  } finally {
    child.kill();
  }
}
