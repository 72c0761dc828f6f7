import { execFile } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { ffmpegPlaces } from "../../environment.ts";

const run = promisify(execFile);
const PROGRAM = process.platform === "win32" ? "ffmpeg.exe" : "ffmpeg";
const PROBE_TIMEOUT_MS = 10_000;

/** Where an ffmpeg may be found besides the one that is installed with Keepsake. */
export interface FfmpegPlaces {
  /** A path that the operator has named. */
  readonly ffmpegPath: string | undefined;
  /** The folders in which programs are looked for, in the operating system's form. */
  readonly programPath: string;
}

/**
 * The ffmpeg to use: the one that the operator named, or the first on PATH, if it can encode with libx264, else the one
 * that npm installed. Throws an Error when there is none at all.
 */
export async function chooseFfmpeg(places: FfmpegPlaces): Promise<string> {
  const onPath = places.programPath.split(delimiter).map((folder) => join(folder, PROGRAM));
  const first = onPath.find((path) => existsSync(path));
  for (const candidate of [places.ffmpegPath, first]) {
    if (candidate !== undefined && (await hasX264(candidate))) return candidate;
  }
  return installedFfmpeg();
}

/** The names of the encoders that an ffmpeg has. Throws when it cannot be run. */
export async function encodersOf(path: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run(path, ["-hide_banner", "-encoders"], { timeout: PROBE_TIMEOUT_MS });
  return new Set([...stdout.matchAll(/^ [A-Z.]{6} (\S+)/gm)].flatMap(([, name]) => name ?? []));
}

async function hasX264(path: string): Promise<boolean> {
  try {
    return (await encodersOf(path)).has("libx264");
  } catch {
    return false;
  }
}

async function installedFfmpeg(): Promise<string> {
  const { path } = (await import("@ffmpeg-installer/ffmpeg")).default;
  try {
    accessSync(path, constants.X_OK);
  } catch {
    // Some platforms' packages leave this to an install script, which may not have been run.
    chmodSync(path, 0o755);
  }
  return path;
}

/** The ffmpeg that the environment and `.env` name, or the one that `chooseFfmpeg` chooses without them. */
export async function findFfmpeg(): Promise<string> {
  return chooseFfmpeg(ffmpegPlaces());
}
