import { spawn } from "node:child_process";
import { endOf } from "./ffmpeg.ts";
import type { FrameFormat } from "./ffmpeg-args.ts";

export interface ClipReading extends FrameFormat {
  /** How often the clip is read in a row. */
  readonly rounds: number;
  /** Path of the program that decodes. */
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
}

/** The frames of a clip of ours in another size: RGB, each its reader's until the next one is asked for. Throws when it cannot be read. */
export async function* readFrames(file: string, reading: ClipReading): AsyncGenerator<Uint8Array> {
  const { width, height, fps, rounds, ffmpeg, signal } = reading;
  const filters = `fps=${fps},scale=${width}:${height}:flags=lanczos:in_color_matrix=bt709,format=rgb24`;
  const input = ["-nostdin", "-v", "error", "-stream_loop", String(rounds - 1), "-f", "mov", "-i", file];
  const output = ["-an", "-vf", filters, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"];
  const child = spawn(ffmpeg, [...input, ...output], { stdio: ["ignore", "pipe", "pipe"], signal });
  const ended = endOf(child);
  // Whoever has seen enough does not wait for it.
  ended.catch(() => undefined);
  const frame = new Uint8Array(width * height * 3);
  let filled = 0;
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + frame.length - filled);
        frame.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < frame.length) continue;
        filled = 0;
        yield frame;
      }
    }
    await ended;
  } finally {
    child.kill("SIGKILL");
  }
}
