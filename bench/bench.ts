import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";
import type * as pipelineModule from "../src/pipeline/pipeline.ts";
import type { Pipeline } from "../src/pipeline/pipeline.ts";
import { built } from "./built.ts";
import { measureFigures } from "./figures.ts";
import { measureCold, measureWarm, type Timings } from "./measure.ts";
import { fiveOfThem, portraitOf } from "./photos.ts";
import { profileClips } from "./profile.ts";

/** How often each thing is measured; `--runs 1` for a quick look. */
const asked = process.argv.indexOf("--runs");
const RUNS = asked < 0 ? 5 : Number(process.argv[asked + 1]);
/** Lasts four seconds: 100 frames. */
const GESTURE = "blink";
const STAGES = [
  "decode",
  "detect",
  "landmarks",
  "enhance",
  "rig",
  "render",
  "encode",
  "total",
] as const satisfies (keyof Timings)[];

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |\n`;
const ms = (value: number): string => value.toFixed(0);

const clip = ({ width, height, frames }: { width: number; height: number; frames: number }): string =>
  `${width} x ${height}, ${frames} frames`;

async function main(): Promise<void> {
  if (process.argv.includes("--profile")) {
    process.stdout.write(await profileClips(RUNS));
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "keepsake-bench-"));
  const { openPipeline } = await built<typeof pipelineModule>("pipeline/pipeline");
  const pipeline = openPipeline();
  try {
    process.stdout.write(
      process.argv.includes("--json") ? await figures(pipeline, folder) : await report(pipeline, folder),
    );
  } finally {
    await pipeline.close();
    await rm(folder, { recursive: true });
  }
}

async function figures(pipeline: Pipeline, folder: string): Promise<string> {
  const measured = await measureFigures(pipeline, RUNS);
  const photo = join(folder, "photo.jpg");
  await writeFile(photo, await portraitOf(2));
  const coldMs = await measureCold(photo, join(folder, "clip.mp4"), RUNS, GESTURE);
  return `${JSON.stringify({ ...measured, coldMs, machine: machine() }, null, 2)}\n`;
}

async function report(pipeline: Pipeline, folder: string): Promise<string> {
  const two = await portraitOf(2);
  const warm = await measureWarm(pipeline, { photo: two, gesture: GESTURE }, RUNS);
  // Before the large photo is even made, because the peak never sinks again.
  const peak = process.resourceUsage().maxRSS / 1024;
  const five = await measureWarm(pipeline, { photo: await fiveOfThem(), gesture: GESTURE, face: "all" }, RUNS);
  const large = await measureWarm(pipeline, { photo: await portraitOf(24), gesture: GESTURE }, RUNS);
  const photo = join(folder, "photo.jpg");
  await writeFile(photo, two);
  const cold = await measureCold(photo, join(folder, "clip.mp4"), RUNS, GESTURE);
  const perFrame = warm.timings.render / warm.frames;
  return [
    `## One face and five (median of ${RUNS})\n\n`,
    row("stage", "2 megapixels, ms", "24 megapixels, ms", "five faces, ms"),
    row("---", "---:", "---:", "---:"),
    row("clip", clip(warm), clip(large), clip(five)),
    ...STAGES.map((stage) => row(stage, ms(warm.timings[stage]), ms(large.timings[stage]), ms(five.timings[stage]))),
    "\n",
    row("figure", "measured", "at most"),
    row("---", "---:", "---:"),
    row("warm, from file to MP4", `${(warm.timings.total / 1000).toFixed(2)} s`, "3 s"),
    row("rendering, per frame", `${perFrame.toFixed(1)} ms`, "12 ms"),
    row("cold command", `${(cold / 1000).toFixed(2)} s`, "5 s"),
    row("resident memory, 2 megapixels", `${peak.toFixed(0)} MB`, "700 MB"),
    row("five faces over one", (five.timings.total / warm.timings.total).toFixed(2), "2.5"),
    row("24 megapixels, added", `${((large.timings.total - warm.timings.total) / 1000).toFixed(2)} s`, "1 s"),
    `\n${machine()}\n`,
  ].join("");
}

function machine(): string {
  const processors = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${processors[0]?.model.trim() ?? "unknown CPU"}, ${processors.length} cores, ${memory} GB; ${type()} ${release()}; Node ${process.version}`;
}

await main();
