import { accessSync, constants, existsSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import sharp from "sharp";
import type { Config } from "../config.ts";
import { isFirstStart } from "../first-start.ts";
import { MODELS_FOLDER, readManifest, readModel } from "../pipeline/models/manifest.ts";
import { OPTIONAL_MODELS } from "../pipeline/models/optional.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import { encodersOf, findFfmpeg } from "../pipeline/video/ffmpeg-binary.ts";
import { CLIP_FORMATS, ENCODERS } from "../pipeline/video/formats.ts";
import { MEMORY } from "../queue/render/scratch.ts";
import { diskSpace } from "../store/room.ts";
import type { Check, Found } from "./finding.ts";

/** Bytes of memory of the process that talks, of the one that looks at photos, and of each that makes clips. */
const [TALKING, LOOKING, RENDERING] = [350e6, 700e6, 700e6];
const LEAST_NODE = 20;

/** Looks at this machine. Without settings, because they are wrong, at what does not depend on them. */
export function machineChecks(config: Config | null): readonly Check[] {
  const independent: readonly Check[] = [
    { what: "Node.js", look: () => nodeFound(process.versions.node) },
    { what: "ffmpeg", look: findEncoders },
    { what: "Models", look: checkModels },
    { what: "A photo", look: lookAtPhoto },
  ];
  if (config === null) return independent;
  return [
    ...independent,
    { what: "Memory", look: () => memoryFound(memoryOfThisProcess(), config.renderers) },
    { what: "Memory for clips", look: () => sharedMemoryFound(MEMORY.folder) },
    { what: "Data", look: () => dataFound(resolve(config.dataDir), config.dataLimit) },
    { what: "User", look: () => userFound(process.getuid?.()) },
    { what: "Secrets", look: () => secretsFound(resolve(".env"), config) },
  ];
}

export function nodeFound(version: string): Found {
  const major = Number.parseInt(version, 10);
  if (major >= LEAST_NODE) return { state: "ok", says: version };
  return { state: "wrong", says: `${version} is too old; install Node.js ${LEAST_NODE} or newer` };
}

async function findEncoders(): Promise<Found> {
  const path = await findFfmpeg();
  const encoders = await encodersOf(path);
  if (!encoders.has(ENCODERS.mp4)) {
    return { state: "wrong", says: `${path} cannot encode H.264 (libx264); install another, or take FFMPEG_PATH out` };
  }
  const lacking = CLIP_FORMATS.filter((format) => !encoders.has(ENCODERS[format])).join(", ");
  if (lacking === "") return { state: "ok", says: `${path}, for mp4, gif, webp and webm` };
  return { state: "worse", says: `${path} makes mp4, but not ${lacking}; another ffmpeg can be named by FFMPEG_PATH` };
}

async function checkModels(): Promise<Found> {
  const { models } = await readManifest();
  const optional = OPTIONAL_MODELS.filter(({ file }) => existsSync(join(MODELS_FOLDER, file)));
  for (const { file } of [...models, ...optional]) await readModel(file);
  return { state: "ok", says: `${models.length + optional.length} files, all as they should be` };
}

/** Decodes a grey picture and searches it for faces: so the native parts are there and run on this processor. */
async function lookAtPhoto(): Promise<Found> {
  const grey = { width: 320, height: 240, channels: 3, background: { r: 128, g: 128, b: 128 } } as const;
  // A picture in one colour counts as damaged.
  const photo = await sharp({ create: { ...grey, noise: { type: "gaussian", mean: 128, sigma: 30 } } })
    .png()
    .toBuffer();
  const pipeline = openPipeline();
  const start = performance.now();
  try {
    await pipeline.findFaces(photo);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    return { state: "ok", says: `can be read and searched for faces (${seconds} s, with starting)` };
  } finally {
    await pipeline.close();
  }
}

/** `memory` in bytes, as much as this process may use of the machine's. */
export function memoryFound(memory: number, renderers: number): Found {
  const needed = TALKING + LOOKING + renderers * RENDERING;
  const says = `${gigabytes(memory)}, where ${gigabytes(needed)} are needed for RENDERERS=${renderers}`;
  if (memory >= needed) return { state: "ok", says };
  const fitting = Math.max(1, Math.floor((memory - TALKING - LOOKING) / RENDERING));
  return { state: fitting < renderers ? "wrong" : "worse", says: `${says}; set RENDERERS=${fitting}` };
}

/** Where clips lie while they are encoded. */
export function sharedMemoryFound(folder: string, free = existsSync(folder) ? diskSpace(folder).free : 0): Found {
  if (free >= MEMORY.megabytesNeeded * 2 ** 20) return { state: "ok", says: `${gigabytes(free)} in ${folder}` };
  const says = `less than ${MEMORY.megabytesNeeded} MB in ${folder}, so unfinished clips lie unencrypted in the data folder`;
  return { state: "worse", says: `${says}; in a container start it with --shm-size=512m` };
}

/** `limit` in bytes, of what may be kept. */
export function dataFound(folder: string, limit: number): Found {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.W_OK);
  } catch {
    return { state: "wrong", says: `nothing can be written to ${there}; give it to the user who runs Keepsake` };
  }
  const { free } = diskSpace(there);
  const says = `${folder}, ${gigabytes(free)} free`;
  if (free >= limit) return { state: "ok", says };
  return { state: "worse", says: `${says}, less than DATA_LIMIT allows (${gigabytes(limit)})` };
}

export function userFound(uid: number | undefined): Found {
  if (uid !== 0) return { state: "ok", says: "an ordinary one" };
  return {
    state: "worse",
    says: "root, which Keepsake does not need to be; docs/operating.md gives it a user of its own",
  };
}

/** `path` of the file of settings. */
export function secretsFound(path: string, { dataKey, dataDir }: Pick<Config, "dataKey" | "dataDir">): Found {
  if (dataKey === undefined && !isFirstStart(dataDir)) {
    const says = `there is data in ${resolve(dataDir)}, but no DATA_KEY to open it; put back the one of its backup (${path})`;
    return { state: "wrong", says };
  }
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined)
    return { state: "ok", says: `no ${path}${dataKey === undefined ? "; DATA_KEY will be kept there" : ""}` };
  if (process.platform === "win32" || (mode & 0o007) === 0) return { state: "ok", says: `${path} is closed to others` };
  return { state: "worse", says: `others can read ${path}; chmod 600 ${path} (the next start does it, too)` };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** Bytes: what the machine has, or what a container lets us have of it. */
function memoryOfThisProcess(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
