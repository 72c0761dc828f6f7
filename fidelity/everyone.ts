/** `npm run fidelity:everyone -- DIR`: animates everyone in each photo of a folder and prints what became of it. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { UserError } from "../src/errors.ts";
import { sceneOf } from "../src/pipeline/mesh/engine.ts";
import type { Scene } from "../src/pipeline/mesh/scene.ts";
import { wholePicture } from "../src/pipeline/mesh/whole.ts";
import { openPipeline, type Pipeline } from "../src/pipeline/pipeline.ts";
import type { Face } from "../src/pipeline/types.ts";
import { drawMark, makeMark } from "../src/pipeline/video/mark.ts";
import { boxAround, type FaceBox } from "../test/support/judges/face-api.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { identityDistance } from "../test/support/judges/measures.ts";
import { loadPanel, look, type Panel } from "../test/support/judges/panel.ts";
import { largestChange } from "../test/support/judges/pictures.ts";
import { ChangeMap, movablePixels, outlineOf } from "../test/support/whole-photo.ts";
import { median } from "./measure.ts";

const PHOTOS = new Set([".jpg", ".jpeg", ".png", ".webp"]);
const SEED = 1;
/** Judges look at every so many frames. */
const EVERY = 20;
/** Changes below this many levels are not seen by anybody. */
const SEEN = 8;

interface Row {
  readonly faces: number;
  readonly moved: number;
  /** Distance of each face's descriptor from the first frame's, over all faces and frames looked at. */
  readonly identity: readonly number[];
  /** Largest difference of the first and the last frame from the photo. */
  readonly ends: number;
  /** Largest change outside what heads take along. */
  readonly background: number;
  /** Share of other faces that changes when the most prominent one moves alone, 0..1. */
  readonly neighbours: number | null;
  readonly seconds: number;
  readonly size: string;
}

async function measure(panel: Panel, pipeline: Pipeline, photo: Uint8Array): Promise<Row> {
  const frames: Frame[] = [];
  const ends: Frame[] = [];
  const changes = new ChangeMap();
  const prepared = await pipeline.renderFrames({ photo, face: "all", seed: SEED }, (rgb, index, { film }) => {
    changes.see(rgb);
    const frame = { width: film.width, height: film.height, rgb: Uint8Array.from(rgb) };
    if (index % EVERY === 0) frames.push(frame);
    ends.splice(1, 1, frame);
  });
  const { faces, roles, film } = prepared;
  const scene = sceneOf(film);
  const identity = await Promise.all(roles.map(async ({ face }) => identityOf(panel, frames, face, scene)));
  const still = await wholePicture(prepared.photo);
  drawMark(makeMark(still.width, still.height), still.width, still.rgb);
  const { clip, timings } = await pipeline.animate({ photo, face: "all", seed: SEED });
  return {
    faces: faces.length,
    moved: roles.length,
    identity: identity.flat(),
    ends: Math.max(...ends.map((frame) => largestChange(frame, still))),
    background: outside(changes, movablePixels(scene)),
    neighbours: faces.length > 1 ? await touchedNeighbours(pipeline, photo) : null,
    seconds: timings.total / 1000,
    size: `${clip.width} x ${clip.height}, ${clip.frames} frames`,
  };
}

async function identityOf(panel: Panel, frames: readonly Frame[], face: Face, scene: Scene): Promise<number[]> {
  const { x, y, width, height } = face.box;
  const { scale } = scene;
  let near: FaceBox = { x: x * scale, y: y * scale, width: width * scale, height: height * scale, score: 1 };
  let still: Float32Array | null = null;
  const distances: number[] = [];
  for (const [index, frame] of frames.entries()) {
    const { descriptor, landmarks } = await look(panel, frame, near, index);
    near = boxAround(landmarks);
    if (still === null) still = descriptor;
    else distances.push(identityDistance(still, descriptor));
  }
  return distances;
}

function outside({ most }: ChangeMap, movable: Uint8Array): number {
  return most.reduce((worst, change, i) => (movable[i] === 1 ? worst : Math.max(worst, change)), 0);
}

/** Moves the most prominent face alone in the whole photo; where outlines overlap the pixels are that face's own. */
async function touchedNeighbours(pipeline: Pipeline, photo: Uint8Array): Promise<number> {
  const changes = new ChangeMap();
  const request = { photo, framing: "photo", gesture: "turn", seed: SEED } as const;
  const { faces, roles, film } = await pipeline.renderFrames(request, (rgb) => changes.see(rgb));
  const scene = sceneOf(film);
  const own = outlineOf(roles[0].face, scene);
  let [touched, all] = [0, 0];
  for (const face of faces) {
    if (face === roles[0].face) continue;
    outlineOf(face, scene).forEach((inside, i) => {
      if (inside === 0 || own[i] === 1) return;
      all++;
      if ((changes.most[i] ?? 0) >= SEEN) touched++;
    });
  }
  return touched / Math.max(1, all);
}

function line(name: string, row: Row): string {
  const worst = Math.max(...row.identity);
  const cells = [
    name,
    `${row.moved} of ${row.faces}`,
    `${median(row.identity).toFixed(3)} / ${worst.toFixed(3)}`,
    String(row.ends),
    String(row.background),
    row.neighbours === null ? "" : `${(100 * row.neighbours).toFixed(1)} %`,
    row.size,
    row.seconds.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error("name a folder of photos");
  const panel = await loadPanel();
  const pipeline = openPipeline();
  process.stdout.write(
    "| photo | faces moved | identity median / worst | first and last frame off the photo | background change worst | neighbours' faces changed | clip | seconds |\n" +
      "| --- | --- | --- | --- | --- | --- | --- | --- |\n",
  );
  for (const name of readdirSync(folder).sort()) {
    if (!PHOTOS.has(extname(name).toLowerCase())) continue;
    try {
      process.stdout.write(line(name, await measure(panel, pipeline, readFileSync(join(folder, name)))));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      process.stdout.write(`| ${name} | none: ${error.code} |  |  |  |  |  |  |\n`);
    }
  }
  await pipeline.close();
}

await main();
