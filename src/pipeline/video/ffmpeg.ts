import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { findFfmpeg } from "./ffmpeg-binary.ts";

export interface FfmpegTools {
  /** Path of an ffmpeg. */
  readonly ffmpeg: string;
  readonly signal?: AbortSignal | undefined;
}

/** One run of ffmpeg. */
export interface FfmpegRun {
  /**
   * A file's path, or what is written to ffmpeg's standard input, piece by piece. A piece is asked for when ffmpeg has taken
   * all but the last one before it; so the memory of a piece may be used again for the next but one.
   */
  readonly input: string | AsyncIterable<Uint8Array>;
  readonly inputOptions?: readonly string[];
  readonly outputOptions: readonly string[];
  /** Path of the file that is written. */
  readonly output: string;
  /** Path of the program; without it one is looked for. */
  readonly ffmpeg?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How much is kept of what ffmpeg says: its last words explain a failure. */
const KEPT_STDERR = 2000;

/**
 * Runs ffmpeg to its end; it starts before the first piece of its input is asked for. An abort kills it and throws the signal's
 * reason; what the input throws is thrown on; any other failure throws an Error with ffmpeg's last words. The input is closed
 * whatever happens.
 */
export async function runFfmpeg(run: FfmpegRun): Promise<void> {
  const { input, inputOptions = [], outputOptions, output, signal } = run;
  signal?.throwIfAborted();
  const binary = run.ffmpeg ?? (await findFfmpeg());
  signal?.throwIfAborted();
  const source = typeof input === "string" ? input : "pipe:0";
  const args = ["-v", "error", "-y", ...inputOptions, "-i", source, ...outputOptions, output];
  const child = spawn(binary, args, { stdio: [typeof input === "string" ? "ignore" : "pipe", "ignore", "pipe"] });
  const kill = (): void => void child.kill("SIGKILL");
  signal?.addEventListener("abort", kill, { once: true });
  const ended = endOf(child);
  // Whichever fails first is thrown below; the other one may fail after that.
  ended.catch(() => undefined);
  try {
    if (typeof input !== "string" && child.stdin) await feed(child.stdin, input, ended);
    await ended;
  } catch (error) {
    kill();
    await ended.catch(() => undefined);
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}

/** Resolves when the program has ended well; rejects with its last words when it has not, or could not be started. */
export async function endOf(child: ChildProcess): Promise<void> {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-KEPT_STDERR);
  });
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  if (code !== 0) throw new Error(`ffmpeg ended with ${signal ?? `status ${code}`}: ${words.trim()}`);
}

/** Writes all pieces and closes the input. Rejects with what the pieces throw, or as `ended` when the program ends before that. */
async function feed(stdin: Writable, pieces: AsyncIterable<Uint8Array>, ended: Promise<void>): Promise<void> {
  // A broken pipe is told by the write that it breaks, and explained by the program's end.
  stdin.on("error", () => undefined);
  const endedEarly = ended.then(() => {
    throw new Error("ffmpeg ended before its input did");
  });
  endedEarly.catch(() => undefined);
  const taken = async (piece: Uint8Array): Promise<void> =>
    Promise.race([new Promise<void>((resolve) => void stdin.write(piece, (error) => !error && resolve())), endedEarly]);
  const writing = (async () => {
    let before = Promise.resolve();
    for await (const piece of pieces) {
      const now = taken(piece);
      now.catch(() => undefined);
      await before;
      before = now;
    }
    await before;
    stdin.end();
  })();
  await Promise.race([writing, endedEarly]);
}
