/**
 * Measures how much of drawn damage is found on the heads of real photos, and what is taken for damage in the photos as they
 * are, as the table of docs/enhance.md: `npm run fidelity:scratches -- PHOTO...`. Give it photos without damage of their own.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { cutHead } from "../src/pipeline/enhance/cut-head.ts";
import { denoise, noiseSpectrum } from "../src/pipeline/enhance/denoise.ts";
import { type FaceZones, faceZones } from "../src/pipeline/enhance/face-zones.ts";
import { faceSize } from "../src/pipeline/enhance/head-region.ts";
import { findMarks } from "../src/pipeline/enhance/scratches.ts";
import { detectFaces } from "../src/pipeline/perceive/detect.ts";
import { measureFaces } from "../src/pipeline/perceive/faces.ts";
import { decodePhoto } from "../src/pipeline/photo/decode.ts";
import { luminance, type Plane } from "../src/pipeline/photo/plane.ts";
import type { Face, Photo } from "../src/pipeline/types.ts";
import { DAMAGES, type Drawn, damage } from "./damage.ts";

/** Smaller faces are left out, and larger ones reduced, as `enhanceFace` does. */
const LEAST = 80;
const MOST = 288;
/** Pictures made of each face. */
const COPIES = 6;
/** A pixel is found if one so near is, and wrong if no damage is so near. */
const NEAR = 1;
const FAR = 3;

interface Tally {
  marks: number;
  foundMarks: number;
  pixels: number;
  foundPixels: number;
}
const tallies = new Map<string, Tally>();
const totals = { faces: 0, copies: 0, wrongOnFace: 0, touchedFaces: 0, milliseconds: 0 };

/** Where marks are found in a head's picture, after the cleaning that `enhanceFace` does. */
function marksIn(rgb: readonly Plane[], zones: FaceZones, size: number): Uint8Array {
  const light = luminance(rgb);
  const clean = denoise(light, noiseSpectrum(light));
  const began = process.cpuUsage();
  const marks = findMarks(clean, zones, size);
  const { user, system } = process.cpuUsage(began);
  totals.milliseconds += (user + system) / 1000;
  return marks;
}

function isNear(flags: Uint8Array, i: number, width: number, reach: number): boolean {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) if ((flags[i + dy * width + dx] ?? 0) > 0) return true;
  return false;
}

/** Counts what was found of each mark near the face, and what was wrongly found on the face. */
function count({ truth, marks: drawn, rgb }: Drawn, found: Uint8Array, zones: FaceZones): void {
  const { width } = rgb[0]!;
  const seen = drawn.map(() => ({ pixels: 0, found: 0 }));
  for (const [i, mark] of truth.entries()) {
    if (found[i] === 1 && zones.face[i] === 1 && !isNear(truth, i, width, FAR)) totals.wrongOnFace++;
    if (mark === 0 || zones.around[i] === 0) continue;
    seen[mark - 1]!.pixels++;
    if (isNear(found, i, width, NEAR)) seen[mark - 1]!.found++;
  }
  for (const [k, { pixels, found: hits }] of seen.entries()) {
    if (pixels === 0) continue;
    const name = `${drawn[k]!.dark ? "dark" : "white"} ${drawn[k]!.kind}s`;
    const tally = tallies.get(name) ?? { marks: 0, foundMarks: 0, pixels: 0, foundPixels: 0 };
    tallies.set(name, tally);
    tally.marks++;
    if (hits > pixels / 2) tally.foundMarks++;
    tally.pixels += pixels;
    tally.foundPixels += hits;
  }
}

async function measure(photo: Photo, face: Face, name: string): Promise<void> {
  const whole = faceSize(face);
  if (whole < LEAST) return;
  const region = await cutHead(photo, face, Math.min(1, MOST / whole));
  const size = whole * region.scale;
  const colours = region.colours();
  const zones = faceZones(region, face);
  if (marksIn(colours, zones, size).includes(1)) {
    totals.touchedFaces++;
    process.stdout.write(`${name}: something is taken for damage\n`);
  }
  for (let copy = 0; copy < COPIES; copy++) {
    const kind = DAMAGES[copy % DAMAGES.length]!;
    const drawn = damage(colours, size, kind, COPIES * totals.faces + copy);
    count(drawn, marksIn(drawn.rgb, zones, size), zones);
    totals.copies++;
  }
  totals.faces++;
}

for (const path of process.argv.slice(2)) {
  const photo = await decodePhoto(readFileSync(path));
  for (const face of await measureFaces(photo, await detectFaces(photo))) await measure(photo, face, basename(path));
}
const percent = (share: number): string => `${Math.round(100 * share)} %`;
process.stdout.write("| | drawn | mostly found | of their pixels |\n| --- | --- | --- | --- |\n");
for (const [name, { marks, foundMarks, pixels, foundPixels }] of tallies)
  process.stdout.write(`| ${name} | ${marks} | ${percent(foundMarks / marks)} | ${percent(foundPixels / pixels)} |\n`);
const { faces, copies, touchedFaces, wrongOnFace, milliseconds } = totals;
process.stdout.write(
  `${faces} faces, ${touchedFaces} of them touched as they are; ${(wrongOnFace / copies).toFixed(1)} wrong pixels on the face ` +
    `a damaged picture; ${(milliseconds / (faces + copies)).toFixed(0)} ms of processor time to look for damage\n`,
);
