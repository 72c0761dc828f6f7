import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Pipeline } from "../src/pipeline/pipeline.ts";
import type { AnimateRequest, Animation } from "../src/pipeline/request.ts";

export type Timings = Animation["timings"];

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Median milliseconds of every stage over some runs in this process, after one that is not counted. */
export async function measureWarm(
  pipeline: Pipeline,
  request: AnimateRequest,
  runs: number,
): Promise<{ timings: Timings; frames: number; width: number; height: number }> {
  const { clip } = await pipeline.animate(request);
  const measured: Timings[] = [];
  for (let run = 0; run < runs; run++) measured.push((await pipeline.animate(request)).timings);
  const stages = Object.keys(measured[0] ?? {}) as (keyof Timings)[];
  const timings = Object.fromEntries(stages.map((stage) => [stage, median(measured.map((t) => t[stage]))]));
  return {
    timings: timings as Record<keyof Timings, number>,
    frames: clip.frames,
    width: clip.width,
    height: clip.height,
  };
}

/** Median milliseconds of the whole command in a process of its own, from its start to its end. */
export async function measureCold(photo: string, out: string, runs: number, gesture: string): Promise<number> {
  const command = join(import.meta.dirname, "../bin/keepsake.js");
  const args = [command, "animate", photo, "--gesture", gesture, "--out", out, "--force"];
  const measured: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
    if (code !== 0) throw new Error(`the command ended with status ${code ?? "none"}`);
    measured.push(performance.now() - start);
  }
  return median(measured);
}
