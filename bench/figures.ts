import type { Pipeline } from "../src/pipeline/pipeline.ts";
import type { AnimateRequest } from "../src/pipeline/request.ts";
import { measureFloor, rawClipOf } from "./floor.ts";
import { measureWarm, median } from "./measure.ts";
import { crowdOf, portraitOf } from "./photos.ts";

/** What `npm run bench -- --json` prints: milliseconds, megabytes, ratios. */
export type Figures = Readonly<Record<string, number>>;

/** Lasts four seconds: 101 frames. Another gesture for a photo that is remembered. */
const GESTURE = "blink";
const OTHER = "nostalgia";

/** Medians of some runs, all in this process, and the floor among them: a ratio holds where an absolute time does not. */
export async function measureFigures(pipeline: Pipeline, runs: number): Promise<Figures> {
  const two = await portraitOf(2);
  const portrait: AnimateRequest = { photo: two, gesture: GESTURE };
  const warm = await measureWarm(pipeline, portrait, runs);
  const residentMb = process.memoryUsage().rss / 2 ** 20;
  const floorMs = await measureFloor(await rawClipOf(pipeline, portrait), runs);
  const again = await timesOf(runs, async (run) => {
    const name = `again-${run}`;
    await pipeline.animate(portrait, { name });
    const start = performance.now();
    await pipeline.animate({ ...portrait, gesture: OTHER }, { name });
    pipeline.forget([name]);
    return performance.now() - start;
  });
  const againFloorMs = await measureFloor(await rawClipOf(pipeline, { ...portrait, gesture: OTHER }), runs);
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
    everyone8Ms: await everyone(8),
    everyone29Ms: await everyone(29),
    residentMb,
    extra24Ms: large24.timings.total - warm.timings.total,
    twoJobsRatio: (2 * warm.timings.total) / together,
  };
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
