import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { UserError } from "../../src/errors.ts";
import type { AnimateOptions, AnimateRequest, Animation } from "../../src/pipeline/request.ts";

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
    | "child";
  /** A file that says that it has crashed before. */
  readonly marker?: string;
  readonly milliseconds?: number;
}

export function photoThatSays(order: Order): Uint8Array {
  return Buffer.from(JSON.stringify(order));
}

/** Loaded into render processes by the tests. */
export function openPipeline() {
  return { animate, warmUp: () => undefined };
}

/** The `driver` of what it returns describes the process. */
async function animate(request: AnimateRequest, options: AnimateOptions = {}): Promise<Animation> {
  const order = JSON.parse(Buffer.from(request.photo).toString()) as Order;
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
    engine: "mesh",
    clip: {
      mp4: new Uint8Array(order.act === "big" ? 10 * 2 ** 20 : 100).fill(7),
      width: 720,
      height: 720,
      fps: 25,
      frames: 100,
      seconds: 4,
    },
    timings: { decode: 1, detect: 1, landmarks: 1, enhance: 0, rig: 1, render: 1, encode: 1, total: 6 },
  };
}

async function obey({ act, marker = "", milliseconds = 0 }: Order, signal: AbortSignal | undefined): Promise<void> {
  if (act === "userError") throw new UserError("faceTooSmall", { pixels: 9 });
  if (act === "bug") throw new TypeError("a bug in the pipeline");
  if (act === "crash") process.kill(process.pid, "SIGSEGV");
  if (act === "exit") process.exit(3);
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

function environment() {
  return process.env;
}

function faceAt(index: number) {
  return {
    index,
    box: { x: index, y: 0, width: 5, height: 5 },
    score: 0.9,
    pose: { yaw: 0, pitch: 0, roll: 0 },
    openEyes: true,
    openMouth: false,
    mesh: new Float32Array(478 * 3),
    obstacle: null,
  };
}
