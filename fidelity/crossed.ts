import { mkdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import sharp, { type Sharp } from "sharp";
import { castOne } from "../src/pipeline/motion/cast.ts";
import type { Motion } from "../src/pipeline/motion/drive.ts";
import { type Movement, performing } from "../src/pipeline/motion/movement.ts";
import { openPipeline, type Pipeline } from "../src/pipeline/pipeline.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { identityDistance } from "../test/support/judges/measures.ts";
import { loadPanel, look, type Panel, type Sighting } from "../test/support/judges/panel.ts";
import { rowOf } from "./living.ts";
import { DIRECTION, drawn, makeSubject, type Subject } from "./photo.ts";
import { trackedBack } from "./tracked-back.ts";
import { eachVideo } from "./videos.ts";

const USAGE = `npm run fidelity:crossed -- VIDEOS PHOTO… [options]
  Has every photo make the movement of every video in a folder, and prints as Markdown how much it stays itself.
  --only WORD      only videos whose name contains this (several with commas)
  --sample N       judges look at every Nth frame (8)
  --back           also track each movement in what the first photo makes of it
  --sheets DIR     also write a sheet of each photo: of every movement the least like it, the mouth and the eyes enlarged`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    sample: { type: "string", default: "8" },
    back: { type: "boolean", default: false },
    sheets: { type: "string" },
  },
});

/** What one photo makes of one movement: how far it goes from itself at most (as `identity` in the table of gestures), and where. */
interface Crossing {
  readonly worst: number;
  readonly frame: Frame;
  readonly sighting: Sighting;
}

/** The movements of the videos in a folder that have one, by their names; tells of the others. */
async function movementsIn(pipeline: Pipeline, folder: string): Promise<ReadonlyMap<string, Movement>> {
  const movements = new Map<string, Movement>();
  await eachVideo(folder, options.only, async (file, name) => {
    movements.set(name, await pipeline.measureMovement(await readFile(file)));
  });
  return movements;
}

function played({ face }: Subject, movement: Movement): Motion {
  return castOne(face, { ...DIRECTION, drivers: [performing(movement, "filmed")], gesture: "filmed" }).motion;
}

async function cross(panel: Panel, subject: Subject, motion: Motion): Promise<Crossing> {
  let crossing: Crossing = { worst: 0, frame: subject.still, sighting: subject.sighting };
  for (let index = 0; index < motion.frames; index += Number(options.sample)) {
    const frame = drawn(subject, rowOf(motion, index));
    const sighting = await look(panel, frame, subject.box, index);
    const worst = identityDistance(subject.sighting.descriptor, sighting.descriptor);
    if (worst > crossing.worst) crossing = { worst, frame, sighting };
  }
  return crossing;
}

/** Side of each picture in a sheet, pixels. */
const TILE = 360;

/** A picture, and beside it the eyes and the mouth that it shows, enlarged. */
async function tile({ frame, sighting }: Crossing): Promise<Buffer> {
  const { width, height } = frame;
  const raw = (): Sharp => sharp(frame.rgb, { raw: { width, height, channels: 3 } });
  const around = async (from: number, to: number, wide: number): Promise<Buffer> => {
    const points = sighting.landmarks.slice(from, to);
    const middle = (axis: "x" | "y"): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    const reach = (Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x))) * wide;
    const left = Math.max(0, Math.round(middle("x") - reach));
    const top = Math.max(0, Math.round(middle("y") - reach / 2));
    const size = {
      width: Math.min(width - left, Math.round(2 * reach)),
      height: Math.min(height - top, Math.round(reach)),
    };
    const cut = await raw()
      .extract({ left, top, ...size })
      .png()
      .toBuffer();
    return sharp(cut)
      .resize(TILE, TILE / 2, { fit: "fill" })
      .png()
      .toBuffer();
  };
  const pictures = [
    { input: await raw().resize(TILE, TILE, { fit: "contain" }).png().toBuffer(), left: 0, top: 0 },
    { input: await around(36, 48, 0.65), left: TILE, top: 0 },
    { input: await around(48, 68, 0.8), left: TILE, top: TILE / 2 },
  ];
  return sharp({ create: { width: 2 * TILE, height: TILE, channels: 3, background: "black" } })
    .composite(pictures)
    .png()
    .toBuffer();
}

async function writeSheet(file: string, crossings: readonly Crossing[]): Promise<void> {
  const tiles = await Promise.all(crossings.map(tile));
  const placed = tiles.map((input, k) => ({ input, left: 2 * TILE * (k % 2), top: TILE * Math.floor(k / 2) }));
  const height = TILE * Math.ceil(tiles.length / 2);
  await sharp({ create: { width: 4 * TILE, height, channels: 3, background: "black" } })
    .composite(placed)
    .png()
    .toFile(file);
}

async function main(): Promise<void> {
  const [folder, ...photos] = positionals;
  if (folder === undefined || photos.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const [panel, pipeline] = [await loadPanel(), openPipeline()];
  const movements = await movementsIn(pipeline, folder);
  const row = (cells: readonly string[]): boolean => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row(["photo", ...[...movements.keys()].map((name) => name.split("_")[0] ?? name)]);
  row(["---", ...[...movements].map(() => "---")]);
  for (const [k, file] of photos.entries()) {
    const subject = await makeSubject({ panel, pipeline }, await readFile(file));
    const motions = [...movements.values()].map((movement) => played(subject, movement));
    const crossings: Crossing[] = [];
    for (const motion of motions) crossings.push(await cross(panel, subject, motion));
    row([basename(file), ...crossings.map(({ worst }) => worst.toFixed(2))]);
    if (k === 0 && options.back) {
      const back: number[] = [];
      for (const motion of motions) back.push(await trackedBack(motion, (values) => drawn(subject, values)));
      row(["its movement, tracked back", ...back.map((correlation) => correlation.toFixed(2))]);
    }
    if (options.sheets === undefined) continue;
    await mkdir(options.sheets, { recursive: true });
    await writeSheet(join(options.sheets, `${basename(file)}.png`), crossings);
  }
  await pipeline.close();
}

await main();
