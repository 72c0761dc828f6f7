import { parseArgs } from "node:util";
import { processModels } from "../src/pipeline/models/onnx.ts";
import type { Movement } from "../src/pipeline/motion/movement.ts";
import { type BestPart, bestPartOf } from "../src/pipeline/record/measure.ts";
import { measureMotion } from "../src/pipeline/record/motion.ts";
import { movementOf } from "../src/pipeline/record/movement.ts";
import { findFfmpeg } from "../src/pipeline/video/ffmpeg-binary.ts";
import { readVideo } from "../src/pipeline/video/ffmpeg-read.ts";
import { boxAround, type Landmarks68 } from "../test/support/judges/face-api.ts";
import { CLOSED_PART } from "../test/support/judges/lids.ts";
import { loadPanel, type Panel } from "../test/support/judges/panel.ts";
import { median } from "./measure.ts";
import { areShut, restlessness } from "./rest.ts";
import { eachVideo } from "./videos.ts";

const USAGE = `npm run fidelity:filmed -- VIDEOS [--only WORD,…]
  What the movements measured in a folder's videos have of the blinks that judges see in these, and how still they are where a face rests.`;

/** Eyes that stay closed for longer do not blink, seconds. */
const LONGEST_BLINK = 0.6;
/** A blink is kept when the movement's lids meet so near to when they did. */
const NEAR_SECONDS = 0.12;
/** A movement fades in and out; what is in its first and last half second is not asked for. */
const FADE_SECONDS = 0.5;

/** When both eyes of a face are shut, to the judge of lids, in the best part of a video, seconds from its beginning: the middle of each blink. */
async function blinksIn(panel: Panel, file: string, { from, fps, meshes }: BestPart): Promise<number[]> {
  const sightings: { readonly frame: number; readonly landmarks: Landmarks68; readonly openings: readonly number[] }[] =
    [];
  const to = from + meshes.length / fps;
  let index = 0;
  for await (const { photo } of readVideo(file, { from, to, fps, longestSide: 720 })) {
    // A blink of 120 ms is seen in every other frame, too.
    if (index++ % 2 !== 0) continue;
    const last = sightings.at(-1);
    const box = last === undefined ? (await panel.face.find(photo, 0.15))[0] : boxAround(last.landmarks);
    if (box === undefined) continue;
    const landmarks = await panel.face.landmarks(photo, box);
    const lids = await panel.lids.eyes(photo, landmarks);
    sightings.push({ frame: index - 1, landmarks, openings: lids.map(({ opening }) => opening) });
  }
  const open = [0, 1].map((side) => median(sightings.map(({ openings }) => openings[side] ?? 0)));
  const shut = sightings.map(({ openings }) =>
    openings.every((opening, side) => opening < CLOSED_PART * (open[side] ?? 0)),
  );
  return runsOf(shut)
    .filter(([first, last]) => (2 * (last - first + 1)) / fps <= LONGEST_BLINK)
    .map(([first, last]) => ((sightings[first]?.frame ?? 0) + (sightings[last]?.frame ?? 0)) / 2 / fps);
}

/** The first and the last place of each run of what is true. */
function runsOf(values: readonly boolean[]): (readonly [first: number, last: number])[] {
  return values.flatMap((value, i) => {
    if (!value || values[i - 1] === true) return [];
    const end = values.indexOf(false, i);
    return [[i, (end === -1 ? values.length : end) - 1] as const];
  });
}

function isKept(movement: Movement, at: number): boolean {
  return [-1, -0.67, -0.33, 0, 0.33, 0.67, 1].some((part) => areShut(movement, at + part * NEAR_SECONDS));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const panel = await loadPanel();
  const options = { ffmpeg: await findFfmpeg(), models: processModels, signal: new AbortController().signal };
  process.stdout.write(
    "| video | blinks seen | kept | of 120 ms, kept | at rest, px of 720: measured | in the clip |\n",
  );
  process.stdout.write("| --- | --- | --- | --- | --- | --- |\n");
  await eachVideo(folder, values.only, async (file, name) => {
    const part = await bestPartOf(file, options);
    const movement = movementOf(measureMotion(part.meshes, part.fps));
    const blinks = (await blinksIn(panel, file, part)).filter(
      (at) => at > FADE_SECONDS && at < movement.seconds - FADE_SECONDS,
    );
    const lost = blinks.filter((at) => !isKept(movement, at));
    const { measured, played, blinks: quick } = await restlessness(file, part);
    const told = lost.length === 0 ? "" : ` (not at ${lost.map((at) => at.toFixed(2)).join(", ")} s)`;
    const kept = `${blinks.length - lost.length}${told}`;
    process.stdout.write(
      `| ${name} | ${blinks.length} | ${kept} | ${Math.round(100 * quick)} % | ${measured.toFixed(2)} | ${played.toFixed(2)} |\n`,
    );
  });
}

await main();
