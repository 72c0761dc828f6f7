import { spawn } from "node:child_process";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "./frame.ts";

const installer = createRequire(import.meta.url)("@ffmpeg-installer/ffmpeg") as { readonly path: string };
const FFMPEG = process.env["FFMPEG_PATH"] ?? installer.path;

/** What an MP4 says about itself. */
export interface ClipFacts {
  readonly codec: string;
  readonly profile: string;
  readonly pixelFormat: string;
  /** As in the stream's header, such as `tv, bt709`. */
  readonly colour: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
  readonly audio: boolean;
  /** The index stands before the pictures, so that a player can start while the file still arrives. */
  readonly faststart: boolean;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Reads an MP4's header with ffmpeg and its boxes by hand. */
export async function readClipFacts(file: string): Promise<ClipFacts> {
  const { log } = await ffmpeg(["-hide_banner", "-i", file], true);
  const video = /Video: (\w+)(?: \(([^)]+)\))? ?(?:\([^)]*\))?, (\w+)(?:\(([^)]*)\))?, (\d+)x(\d+)/.exec(log);
  if (video === null) throw new Error(`no video stream in ${file}`);
  const [hours = 0, minutes = 0, seconds = 0] = (/Duration: ([\d:.]+)/.exec(log)?.[1] ?? "").split(":").map(Number);
  const boxes = await topLevelBoxes(file);
  return {
    codec: video[1] ?? "",
    profile: video[2] ?? "",
    pixelFormat: video[3] ?? "",
    colour: video[4] ?? "",
    width: Number(video[5]),
    height: Number(video[6]),
    fps: Number(/([\d.]+) fps/.exec(log)?.[1]),
    seconds: hours * 3600 + minutes * 60 + seconds,
    audio: /Stream #\S+: Audio/.test(log),
    faststart: boxes.includes("moov") && boxes.indexOf("moov") < boxes.indexOf("mdat"),
    metadata: Object.fromEntries([...log.matchAll(/^ {4}(\w+) *: (.*)$/gm)].map((m) => [m[1] ?? "", m[2] ?? ""])),
  };
}

/** Decodes every frame of a video, square pixels, upright; with `fps`, that many a second instead of the file's own. */
export async function decodeClip(file: string, fps?: number): Promise<Frame[]> {
  const filters = [...(fps === undefined ? [] : [`fps=${fps}`]), "scale=trunc(iw*sar/2)*2:ih", "setsar=1"];
  const args = ["-hide_banner", "-i", file, "-vsync", fps === undefined ? "0" : "cfr", "-vf", filters.join(",")];
  const { out, log } = await ffmpeg([...args, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], false);
  const size = /Output #0[\s\S]*?Video: rawvideo.*?, (\d+)x(\d+)/.exec(log);
  if (size === null) throw new Error(`ffmpeg gave no frames for ${file}`);
  const [width, height] = [Number(size[1]), Number(size[2])];
  const bytes = width * height * 3;
  return Array.from({ length: Math.floor(out.length / bytes) }, (_, i) => ({
    width,
    height,
    rgb: new Uint8Array(out.buffer, out.byteOffset + i * bytes, bytes),
  }));
}

/** Facts and frames of an MP4 in memory. */
export async function openClip(mp4: Uint8Array): Promise<{ facts: ClipFacts; frames: Frame[] }> {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-clip-"));
  try {
    const file = join(folder, "clip.mp4");
    await writeFile(file, mp4);
    return { facts: await readClipFacts(file), frames: await decodeClip(file) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ffmpeg(args: readonly string[], mayFail: boolean): Promise<{ out: Buffer; log: string }> {
  const child = spawn(FFMPEG, args, { stdio: ["ignore", "pipe", "pipe"] });
  const out: Buffer[] = [];
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  // Asked for facts alone, ffmpeg ends with an error because there is nothing to write.
  if (code !== 0 && !mayFail) throw new Error(`ffmpeg failed (${code}): ${log.slice(-500)}`);
  return { out: Buffer.concat(out), log };
}

async function topLevelBoxes(file: string): Promise<string[]> {
  const handle = await open(file);
  try {
    const names: string[] = [];
    const { size } = await handle.stat();
    const header = Buffer.alloc(16);
    for (let at = 0; at + 8 <= size; ) {
      await handle.read(header, 0, 16, at);
      const short = header.readUInt32BE(0);
      const length = short === 1 ? Number(header.readBigUInt64BE(8)) : short === 0 ? size - at : short;
      if (length < 8) break;
      names.push(header.toString("latin1", 4, 8));
      at += length;
    }
    return names;
  } finally {
    await handle.close();
  }
}
