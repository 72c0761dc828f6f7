import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { shippedDrivers } from "../src/pipeline/motion/shipped-drivers.ts";
import { openPipeline } from "../src/pipeline/pipeline.ts";
import { loadPanel, type Panel } from "../test/support/judges/panel.ts";
import { type Measurers, measurePhoto } from "./photo.ts";
import { reenact } from "./reenact.ts";
import { clearRows, openRows, type Row } from "./rows.ts";
import { reportOf } from "./table.ts";

const USAGE = `npm run fidelity -- DIR [options]
  Animates every photo in a folder (and re-enacts every video) and prints a Markdown table of what independent models see.
  --gestures a,b   only these gestures
  --sample N       judges look at every Nth frame (5); eyes at every 2nd at least
  --only WORD      only pictures whose path contains this (several with commas)
  --kind KIND      photos or videos only
  --jobs N         processes that share the work (2)
  --rows FILE      where measured rows are kept, so that a run can be taken up again (.cache/fidelity.jsonl)
  --fresh          forget rows of an earlier run
  --sheets DIR     also write a sheet of each photo at full size: lids half-way, the widest turns, the deepest breath, a smile
  --before DIR     also write each sheet beside the one that an earlier engine wrote into this folder (--only: of which photos)
  --time           also make one whole clip of each photo and time it
  --json FILE      also write all rows to a file`;

const PHOTOS = new Set([".jpg", ".jpeg", ".png", ".webp", ".avif", ".tiff"]);
const VIDEOS = new Set([".mp4", ".mkv", ".webm", ".mov"]);

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      gestures: { type: "string" },
      sample: { type: "string", default: "5" },
      only: { type: "string" },
      kind: { type: "string" },
      jobs: { type: "string", default: "2" },
      rows: { type: "string", default: ".cache/fidelity.jsonl" },
      shard: { type: "string" },
      fresh: { type: "boolean", default: false },
      time: { type: "boolean", default: false },
      json: { type: "string" },
      sheets: { type: "string" },
      before: { type: "string" },
    },
  });
}

type Options = ReturnType<typeof readArguments>["values"];

/** Files to measure, by their path within the folder; sorted, so that every process sees the same list. */
function listFiles(folder: string, options: Options): { photos: string[]; videos: string[] } {
  const words = options.only?.split(",");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => words === undefined || words.some((word) => name.includes(word)))
    .sort();
  const of = (kinds: ReadonlySet<string>, kind: string): string[] =>
    options.kind === undefined || options.kind === kind
      ? files.filter((name) => kinds.has(extname(name).toLowerCase()))
      : [];
  return { photos: of(PHOTOS, "photos"), videos: of(VIDEOS, "videos") };
}

/** Measures what belongs to one process and is not measured yet. */
async function runShard(folder: string, options: Options, shard: number, shards: number): Promise<void> {
  const store = openRows(options.rows, shard);
  const panel = await loadPanel();
  const { photos, videos } = listFiles(folder, options);
  const mine = (_: string, i: number): boolean => i % shards === shard;
  for (const name of videos.filter(mine)) await runVideo(panel, folder, name, options, store);
  const pipeline = openPipeline();
  for (const name of photos.filter(mine)) await runPhoto({ panel, pipeline }, folder, name, options, store);
  await pipeline.close();
}

type Store = ReturnType<typeof openRows>;

async function runVideo(panel: Panel, folder: string, name: string, options: Options, store: Store): Promise<void> {
  if (store.rows.some((row) => (row.kind === "reenactment" ? row.video === name : row.photo === name))) return;
  try {
    store.add(await reenact(panel, join(folder, name), name, { sample: Number(options.sample) }));
  } catch (error) {
    store.add({ kind: "skip", photo: name, gesture: null, reason: String(error) });
  }
  process.stderr.write(`${name}\n`);
}

async function runPhoto(
  measurers: Measurers,
  folder: string,
  name: string,
  options: Options,
  store: Store,
): Promise<void> {
  const known = store.rows.filter((row) => row.kind !== "reenactment" && row.photo === name);
  if (known.some((row) => row.kind === "skip" && row.gesture === null)) return;
  const done = new Set(known.map((row) => ("gesture" in row ? row.gesture : null)));
  const wanted = options.gestures?.split(",") ?? [...new Set(shippedDrivers().map(({ gesture }) => gesture))];
  const gestures = wanted.filter((gesture) => !done.has(gesture));
  if (gestures.length === 0) return;
  const start = performance.now();
  const living = !known.some(({ kind }) => kind === "living");
  const { sheets, before, time } = options;
  const settings = { gestures, sample: Number(options.sample), time, living, sheets, before };
  try {
    await measurePhoto(measurers, join(folder, name), name, settings, (row) => store.add(row));
  } catch (error) {
    store.add({ kind: "skip", photo: name, gesture: null, reason: `bug: ${String(error)}` });
  }
  process.stderr.write(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}

async function startShard(folder: string, shard: number, shards: number): Promise<void> {
  const own = process.argv.slice(2).filter((argument) => argument !== "--fresh");
  const command = [...process.execArgv, import.meta.filename, ...own, "--shard", `${shard}/${shards}`];
  return new Promise((resolve, reject) => {
    spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] })
      .on("error", reject)
      .on("exit", (code) =>
        code === 0 ? resolve() : reject(new Error(`a process measuring ${folder} ended with ${code}`)),
      );
  });
}

async function main(): Promise<void> {
  const { values: options, positionals } = readArguments();
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  if (options.shard !== undefined) {
    const [shard = 0, shards = 1] = options.shard.split("/").map(Number);
    await runShard(folder, options, shard, shards);
    return;
  }
  if (options.fresh) clearRows(options.rows);
  const shards = Number(options.jobs);
  await Promise.all(Array.from({ length: shards }, async (_, shard) => startShard(folder, shard, shards)));
  const rows: readonly Row[] = openRows(options.rows, 0).rows;
  process.stdout.write(reportOf(rows));
  if (options.json !== undefined) await writeFile(options.json, JSON.stringify(rows, null, 1));
}

await main();
