import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pipeline } from "../src/pipeline/pipeline.ts";
import type { AnimateRequest } from "../src/pipeline/request.ts";
import { runFfmpeg } from "../src/pipeline/video/ffmpeg.ts";
import { clipOptions, FIRST_CRF, type FrameFormat, rawFrameOptions } from "../src/pipeline/video/ffmpeg-args.ts";
import { makePlanes } from "../src/pipeline/video/planes.ts";
import { median } from "./measure.ts";

/** Frames of a clip as ffmpeg is given them, all in memory. */
export interface RawClip extends FrameFormat {
  readonly planes: readonly Uint8Array[];
}

/** Draws the frames of a request and keeps them. */
export async function rawClipOf(pipeline: Pipeline, request: AnimateRequest): Promise<RawClip> {
  const planes: Uint8Array[] = [];
  let turn: ReturnType<typeof makePlanes> | undefined;
  const { film } = await pipeline.renderFrames(request, (rgb, _, { film: { width, height } }) => {
    turn ??= makePlanes(width, height);
    planes.push(Uint8Array.from(turn.of(rgb)));
  });
  return { width: film.width, height: film.height, fps: film.fps, planes };
}

/** Median milliseconds of nothing but encoding: no clip can be made in less. */
export async function measureFloor(clip: RawClip, runs: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-floor-"));
  try {
    const measured: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await runFfmpeg({
        input: each(clip.planes),
        inputOptions: rawFrameOptions(clip),
        outputOptions: clipOptions(FIRST_CRF),
        output: join(folder, "clip.mp4"),
      });
      measured.push(performance.now() - start);
    }
    return median(measured);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* each(planes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const frame of planes) yield await Promise.resolve(frame);
}
