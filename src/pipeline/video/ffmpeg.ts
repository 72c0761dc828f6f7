import type { Readable } from "node:stream";
import ffmpeg from "fluent-ffmpeg";
import { findFfmpeg } from "./ffmpeg-binary.ts";

/** One run of ffmpeg. */
export interface FfmpegRun {
  /** A file's path, or what is written to ffmpeg's standard input. */
  readonly input: string | Readable;
  readonly inputOptions?: readonly string[];
  readonly outputOptions: readonly string[];
  /** Path of the file that is written. */
  readonly output: string;
  /** Path of the program; without it one is looked for. */
  readonly ffmpeg?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs ffmpeg to its end. An abort kills it and throws the signal's reason; any other failure throws an Error with
 * ffmpeg's last words. Whatever happens, a stream given as input is destroyed.
 */
export async function runFfmpeg(run: FfmpegRun): Promise<void> {
  const { input, signal } = run;
  try {
    signal?.throwIfAborted();
    await spawn(run, run.ffmpeg ?? (await findFfmpeg()));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    if (typeof input !== "string") input.destroy();
  }
}

async function spawn(
  { input, inputOptions = [], outputOptions, output, signal }: FfmpegRun,
  binary: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const command = ffmpeg()
      .setFfmpegPath(binary)
      .input(input)
      .inputOptions([...inputOptions])
      .outputOptions([...outputOptions])
      .output(output);
    const kill = (): void => void command.kill("SIGKILL");
    const stop = (): void => signal?.removeEventListener("abort", kill);
    // An abort that comes before the process exists would find nothing to kill.
    command.on("start", () => (signal?.aborted === true ? kill() : signal?.addEventListener("abort", kill)));
    command.on("error", (error: Error) => {
      stop();
      reject(error);
    });
    command.on("end", () => {
      stop();
      resolve();
    });
    command.run();
  });
}
