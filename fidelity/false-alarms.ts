/**
 * Looks for the invisible mark where none is, and tells how far by accident a search comes, as the table of docs/marks.md:
 * `npm run fidelity:marks -- DIR...` with folders of photos and videos that Keepsake has not made.
 */
import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openPipeline } from "../src/pipeline/index.ts";
import { randomFrom } from "../src/pipeline/motion/vary.ts";
import { FOUND_BELOW, sightings } from "../src/pipeline/video/watermark/find.ts";
import { clipOf, filesIn, photoOf, picturesOf, type Unmarked } from "./unmarked.ts";
import { type Chance, drawn, viewOf } from "./views.ts";

const USAGE = `npm run fidelity:marks -- DIR... [options]
  Searches views of unmarked pictures whole: photos, scenes of videos, clips as they are before the mark, and drawings.
  --views N        how many parts of each picture (7)
  --drawings N     (400)
  --clips N        of so many photos clips are made (12)
  --seed N         other views (1)
  --rows FILE      also append each search to a file, as JSON`;

/** The ways to look: what they are called, and how the agreement is found. */
const WAYS = ["as it is", "scales and turns", "slants"] as const;

interface Search {
  readonly kind: Unmarked["kind"];
  /** The best agreement of each way. */
  readonly z: readonly number[];
  readonly odds: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    views: { type: "string", default: "7" },
    drawings: { type: "string", default: "400" },
    clips: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    rows: { type: "string" },
  },
});

/** Every picture there is, one after the other: none is held longer than it takes to search it. */
async function* sources(folders: readonly string[], clips: number): AsyncGenerator<Unmarked> {
  const found = folders.map(filesIn);
  const photos = found.flatMap((files) => files.photos);
  const pipeline = openPipeline();
  const every = Math.max(1, Math.floor(photos.length / Math.max(1, clips)));
  for (const [i, file] of photos.entries()) {
    const photo = await photoOf(file);
    if (photo !== null) yield photo;
    const clip = clips > 0 && i % every === 0 ? await clipOf(pipeline, file) : null;
    if (clip !== null) yield clip;
  }
  await pipeline.close();
  for (const file of found.flatMap(({ videos }) => videos)) yield* picturesOf(file);
}

function searchIn({ kind, brightness }: Unmarked, chance: Chance): Search {
  const seen = [...sightings(viewOf(brightness, chance))];
  const search = { kind, z: seen.map(({ agreement }) => agreement), odds: Math.min(...seen.map(({ odds }) => odds)) };
  if (values.rows !== undefined) appendFileSync(values.rows, `${JSON.stringify(search)}\n`);
  return search;
}

/** What was found, as Markdown. */
function reportOf(searches: readonly Search[]): string {
  const lines = WAYS.map((way, i) => {
    const z = searches.map((search) => search.z[i]!).sort((a, b) => a - b);
    const at = (share: number): string => z[Math.min(z.length - 1, Math.floor(share * z.length))]!.toFixed(2);
    return `| ${way} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`;
  });
  const kinds = [...new Set(searches.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => `${searches.filter((search) => search.kind === kind).length} ${kind}`);
  const odds = searches.map((search) => search.odds).sort((a, b) => a - b);
  const alarms = odds.filter((one) => one < FOUND_BELOW).length;
  // If the bound were met exactly, one of n searches would come to odds of 1 / n.
  const kept = [0.1, 0.01, 0.001].map((bound) => {
    const share = odds.filter((one) => one < bound).length / odds.length;
    return `below ${bound}: ${(100 * share).toFixed(2)} %`;
  });
  return [
    `${searches.length} searches (${counts.join(", ")}), ${alarms} false alarms; least odds ${odds[0]!.toExponential(1)}`,
    `odds stated ${kept.join(", ")}`,
    "",
    "| way | z, median | 99 % | highest |",
    "| --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n");
}

async function main(): Promise<void> {
  if (positionals.length === 0) return void process.stderr.write(`${USAGE}\n`);
  const chance = randomFrom(Number(values.seed));
  const searches: Search[] = [];
  const search = (source: Unmarked): void => {
    searches.push(searchIn(source, chance));
    if (searches.length % 100 === 0) process.stderr.write(`${searches.length} searches\n`);
  };
  for (let i = 0; i < Number(values.drawings); i++) search(drawn(chance));
  for await (const source of sources(positionals, Number(values.clips)))
    for (let i = 0; i < Number(values.views); i++) search(source);
  process.stdout.write(reportOf(searches));
}

await main();
