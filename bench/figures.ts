import type { Pipeline } from "../src/pipeline/pipeline.ts";
import type { AnimateRequest } from "../src/pipeline/request.ts";
import { measureFloor, rawClipOf } from "./floor.ts";
import { measureWarm, median } from "./measure.ts";
import { crowdOf, differentPortraits, portraitOf } from "./photos.ts";
import { ssimOf } from "./ssim.ts";

/** What `npm run bench -- --json` prints: milliseconds, megabytes, ratios. */
export type Figures = Readonly<Record<string, number>>;

/** They last about four seconds: 101 frames, and hardly more. The other one is for a photo that is remembered. */
const GESTURE = "blink";
const OTHER = "nod";
/** Of a photo whose face is enlarged first. */
const SMALL_MEGAPIXELS = 0.06;

/** Medians of some runs, all in this process, and the floor among them: a ratio holds where an absolute time does not. */
export async function measureFigures(pipeline: Pipeline, runs: number): Promise<Figures> {
  // First of all, because nothing else is in memory then.
  const residentMb = await residentAfter(pipeline, await differentPortraits(10));
  const two = await portraitOf(2);
  const portrait: AnimateRequest = { photo: two, gesture: GESTURE };
  const warm = await measureWarm(pipeline, portrait, runs);
  const frames = await rawClipOf(pipeline, portrait);
  const floorMs = await measureFloor(frames, runs);
  const ssim = await ssimOf((await pipeline.animate(portrait)).clip.mp4, frames);
  const again = await timesOf(runs, async (run) => {
    const name = `again-${run}`;
    await pipeline.animate(portrait, { name });
    const start = performance.now();
    await pipeline.animate({ ...portrait, gesture: OTHER }, { name });
    pipeline.forget([name]);
    return performance.now() - start;
  });
  const againFloorMs = await measureFloor(await rawClipOf(pipeline, { ...portrait, gesture: OTHER }), runs);
  const small: AnimateRequest = { photo: await portraitOf(SMALL_MEGAPIXELS), gesture: GESTURE };
  if (!(await pipeline.animate(small)).enhanced) throw new Error("the small face is not enlarged");
  const smallFaceMs = (await measureWarm(pipeline, small, runs)).timings.total;
  const large = await portraitOf(24);
  const large24 = await measureWarm(pipeline, { photo: large, gesture: GESTURE }, runs);
  const everyone = async (people: number): Promise<number> =>
    (await measureWarm(pipeline, { photo: await crowdOf(people), gesture: GESTURE, face: "all" }, runs)).timings.total;
  const [lookMs, look24Ms] = [await timesOf(runs, lookAt(pipeline, two)), await timesOf(runs, lookAt(pipeline, large))];
  const together = await timesOf(runs, async () => {
    const start = performance.now();
    await Promise.all([pipeline.animate(portrait), pipeline.animate(portrait)]);
    return performance.now() - start;
  });
  return {
    floorMs,
    warmMs: warm.timings.total,
    warmOverFloor: warm.timings.total / floorMs,
    againMs: again,
    againOverFloor: again / againFloorMs,
    frameMs: (warm.timings.render + warm.timings.encode) / warm.frames,
    lookMs,
    look24Ms,
    smallFaceMs,
    everyone8Ms: await everyone(8),
    everyone29Ms: await everyone(29),
    residentMb,
    ssim,
    extra24Ms: large24.timings.total - warm.timings.total,
    twoJobsRatio: (2 * warm.timings.total) / together,
  };
}

/** Megabytes of this process's memory after a clip of each of some photos, all of which it may remember. */
async function residentAfter(pipeline: Pipeline, photos: readonly Uint8Array[]): Promise<number> {
  const named = photos.map((photo, k) => ({ photo, name: `photo-${k}` }));
  for (const { photo, name } of named) await pipeline.animate({ photo, gesture: GESTURE }, { name });
  const bytes = process.memoryUsage().rss;
  pipeline.forget(named.map(({ name }) => name));
  return bytes / 2 ** 20;
}

function lookAt(pipeline: Pipeline, photo: Uint8Array): () => Promise<number> {
  return async () => {
    const start = performance.now();
    await pipeline.lookAt(photo);
    return performance.now() - start;
  };
}

async function timesOf(runs: number, measure: (run: number) => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < runs; run++) measured.push(await measure(run));
  return median(measured);
}
