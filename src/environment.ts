import { config as loadDotenv } from "dotenv";

/** The variables of this process; `.env` in the working folder adds to them. The only place that reads either. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  loadDotenv({ quiet: true });
  return process.env;
}

/**
 * Where an ffmpeg may be. The other settings may be wrong, or missing: who only makes a clip needs none of them. An empty
 * variable counts as an absent one.
 */
export function ffmpegPlaces(): { readonly ffmpegPath: string | undefined; readonly programPath: string } {
  const { FFMPEG_PATH, PATH } = readEnvironment();
  return { ffmpegPath: FFMPEG_PATH === "" ? undefined : FFMPEG_PATH, programPath: PATH ?? "" };
}

/** The files with which the command line signs clips, if there are any; an empty variable counts as an absent one. */
export function signingFiles(): { readonly cert: string; readonly key: string } | undefined {
  const { C2PA_CERT: cert, C2PA_KEY: key } = readEnvironment();
  return cert && key ? { cert, key } : undefined;
}

/** Whether somebody looks for a bug and wants to be told of causes. */
export function wantsCauses(): boolean {
  return readEnvironment()["LOG_LEVEL"] === "debug";
}

/**
 * Keeps the models' runtime from reporting to its maker (the released builds do so by default, and keep an identifier and a
 * log on disk). It must be told before its first session, and on the main thread, where variables reach native code; so
 * importing this file is enough there.
 */
export function forbidTelemetry(): void {
  process.env["ORT_DISABLE_TELEMETRY"] = "1";
}

forbidTelemetry();
