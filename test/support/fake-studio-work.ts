import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { UserError } from "../../src/errors.ts";
import type { Movement } from "../../src/pipeline/motion/movement.ts";
import type { Song } from "../../src/pipeline/motion/song.ts";
import type { Scene } from "../../src/pipeline/reel/scene.ts";
import type { AnimateRequest, Clip } from "../../src/pipeline/request.ts";
import type { Sticker } from "../../src/pipeline/sticker/sticker.ts";
import type { ExportedClip, Original } from "../../src/pipeline/video/export.ts";
import type {
  ConvertOptions,
  Look,
  LookOptions,
  MeasureOptions,
  Rendered,
  RenderOptions,
} from "../../src/queue/contract/studio.ts";
import type { Work } from "../../src/queue/render/work.ts";
import { headTurn } from "./head-turn.ts";
import { madeUpSong } from "./made-up-song.ts";

/** What the "photo" of a test tells this stand-in for the pipeline to do, as JSON. */
export interface Order {
  readonly act:
    | "clip"
    | "big"
    | "userError"
    | "bug"
    | "crash"
    | "crashOnce"
    | "exit"
    | "hang"
    | "spin"
    | "wait"
    | "child"
    | "swell"
    | "parent";
  /** A file that says that it has crashed before. */
  readonly marker?: string;
  readonly milliseconds?: number;
}

export function photoThatSays(order: Order): Uint8Array {
  return Buffer.from(JSON.stringify(order));
}

/** Loaded into render processes by the tests. */
export function openWork(): Work {
  const nothing = { forget: () => undefined, warmUp: async () => Promise.resolve() };
  return {
    look,
    render,
    convert,
    sticker,
    verify: async () =>
      Promise.resolve({ type: "video/mp4", watermark: null, credentials: null, note: false, sourceTypes: [] }),
    reel,
    measure,
    listen,
    products: async () => Promise.resolve(["mp4", "gif"] as const),
    ...nothing,
  };
}

function orderIn(photo: Uint8Array): Order {
  const text = Buffer.from(photo).toString();
  return JSON.parse(text.slice(0, text.indexOf("}") + 1)) as Order;
}

/** Its width is the process's id, and its height the length of the photo's file. */
async function look(photo: Uint8Array, { signal }: LookOptions): Promise<Look> {
  const order = orderIn(photo);
  await obey(order, signal);
  const jpeg = jpegOf(100);
  const faces = [faceAt(1), faceAt(2)];
  const reduced = order.act === "big" ? jpegOf(5 * 2 ** 20) : null;
  return {
    width: process.pid,
    height: photo.length,
    damaged: false,
    faces,
    prominent: 2,
    meshes: new Uint8Array(0),
    shown: jpeg,
    strip: jpeg,
    reduced,
  };
}

/** The `driver` of what it returns describes the process. */
async function render(request: AnimateRequest, options: RenderOptions): Promise<Rendered> {
  const order = orderIn(request.photo);
  options.onProgress?.("decode", 0);
  await obey(order, options.signal);
  const temporary = os.tmpdir();
  writeFileSync(join(temporary, "left-behind.mp4"), "");
  const description = {
    pid: process.pid,
    priority: os.getPriority(),
    temporary,
    folder: process.cwd(),
    variables: Object.keys(environment()),
  };
  return {
    photo: { width: 10, height: 10, damaged: false },
    faces: [faceAt(1), faceAt(2)],
    face: request.face ?? 2,
    gesture: request.gesture ?? "nostalgia",
    animated: [{ face: 2, gesture: "nostalgia", driver: JSON.stringify(description) }],
    enhanced: false,
    changes: [],
    engine: "mesh",
    shows: { x: 0, y: 0, width: 10, height: 10 },
    thumbnail: jpegOf(100),
    clip: {
      mp4: mp4Of(order.act === "big" ? 10 * 2 ** 20 : 100),
      width: 720,
      height: 720,
      fps: 25,
      frames: 100,
      seconds: 4,
    },
    timings: { decode: 1, detect: 1, landmarks: 1, enhance: 0, rig: 1, render: 1, encode: 1, total: 6 },
  };
}

/** The "clip" tells what to do, as photos do. */
/** Its width is the process's id. */
async function sticker({ photo }: AnimateRequest, { signal }: RenderOptions): Promise<Sticker> {
  await obey(orderIn(photo), signal);
  return { format: "sticker", bytes: new Uint8Array(3), width: process.pid, height: 512, fps: 20 };
}

async function convert({ mp4, width }: Original, { format, signal }: ConvertOptions): Promise<ExportedClip> {
  await obey(orderIn(mp4), signal);
  return { format, bytes: new Uint8Array(3 * 2 ** 20).fill(9), width, height: process.pid, fps: 12.5 };
}

async function obey({ act, marker = "", milliseconds = 0 }: Order, signal: AbortSignal | undefined): Promise<void> {
  if (act === "userError") {
    throw new UserError("faceTooSmall", { pixels: 9 }, { cause: new Error("the file ends in its middle") });
  }
  if (act === "bug") throw new TypeError("a bug in the pipeline");
  if (act === "crash") process.kill(process.pid, "SIGSEGV");
  if (act === "exit") process.exit(3);
  if (act === "parent") process.kill(process.ppid, "SIGKILL");
  if (act === "crashOnce" && !existsSync(marker)) {
    writeFileSync(marker, "");
    process.abort();
  }
  if (act === "child") {
    const child = spawn("sleep", ["600"], { stdio: "ignore" });
    writeFileSync(marker, String(child.pid));
    for (;;);
  }
  if (act === "spin") for (;;);
  if (act === "swell") {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(20e6, held.length));
  }
  if (act === "hang") await new Promise(() => undefined);
  if (act === "wait") {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(new Error("aborted"));
      });
    });
  }
}

/** Files that begin as theirs do; the rest is always the same byte. */
function jpegOf(length: number): Uint8Array {
  const file = new Uint8Array(length).fill(5);
  file.set([0xff, 0xd8]);
  return file;
}

function mp4Of(length: number): Uint8Array {
  const file = new Uint8Array(length).fill(7);
  file.set(Buffer.from("\0\0\0\x20ftypisom"));
  return file;
}

function environment() {
  return process.env;
}

function faceAt(index: number) {
  return {
    index,
    box: { x: index, y: 0, width: 5, height: 5 },
    pose: { yaw: 0, pitch: 0, roll: 0 },
    openEyes: true,
    openMouth: false,
    obstacle: null,
  };
}

/** The "video" tells what to do, as photos do; mirrored, the head turns the other way. */
async function measure(video: Uint8Array, { signal, mirror = false }: MeasureOptions): Promise<Movement> {
  await obey(orderIn(video), signal);
  return headTurn(mirror ? -5 : 5);
}

/** The "sound" tells what to do, as photos do. */
async function listen(sound: Uint8Array, { signal }: { readonly signal?: AbortSignal }): Promise<Song> {
  await obey(orderIn(sound), signal);
  return madeUpSong(mp4Of(1000));
}

async function reel(scenes: readonly Scene[]): Promise<Clip> {
  const mp4 = Buffer.concat(scenes.flatMap(({ mp4, caption }) => (caption === null ? [mp4] : [mp4, caption])));
  return Promise.resolve({ mp4, width: 720, height: 720, fps: 25, frames: 100, seconds: 4 });
}
