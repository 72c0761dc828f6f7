/** `npm run simulate`: lives through many worlds, several at a time, and tells which of them broke an invariant. */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.ts";
import { OLD_BUGS, type OldBug } from "./old-bugs.ts";
import { type Outcome, simulate } from "./simulate.ts";
import type { Range } from "./worker.ts";

const HELP = `Lives through made-up days of the bot, each made from one number, and looks whether its promises hold.

  npm run simulate                       10,000 seeds, on all cores
  npm run simulate -- --seeds 500        so many
  npm run simulate -- --from 20001       from this seed on
  npm run simulate -- --seed 4711        tells the story of one seed, and what broke in it
  npm run simulate -- --old-bugs         puts each old bug back, and tells at which seed it is found
  npm run simulate -- --old-bugs B2,B7   puts these back

  --jobs 2     processes at a time
  --help       this

Status 1 when an invariant broke (with --old-bugs: when a bug was not found). See docs/testing.md.
`;

/** A world leaves much behind that is used for a moment only. */
const YOUNG_HEAP = "--max-semi-space-size=64";
/** Seeds that a process is given at a time. */
const RANGE = 50;
/** So many failing seeds are told. */
const TOLD = 20;

interface Options {
  readonly from: number;
  readonly seeds: number;
  readonly jobs: number;
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "10000" },
      from: { type: "string", default: "1" },
      seed: { type: "string" },
      jobs: { type: "string", default: String(availableParallelism()) },
      "old-bugs": { type: "string" },
      help: { type: "boolean", default: false },
    },
    args: process.argv.slice(2).flatMap((arg, at, all) => (isBare(arg, all[at + 1]) ? [arg, "all"] : [arg])),
  });
  if (values.help) {
    say(HELP);
    return true;
  }
  if (values.seed !== undefined) return tellOne(Number(values.seed));
  const options = { from: Number(values.from), seeds: Number(values.seeds), jobs: Number(values.jobs) };
  const bugs = values["old-bugs"];
  return bugs === undefined ? tellMany(options) : findOldBugs(bugs, options);
}

/** `--old-bugs` without a list. */
function isBare(arg: string, next: string | undefined): boolean {
  return arg === "--old-bugs" && (next === undefined || next.startsWith("--"));
}

async function tellOne(seed: number): Promise<boolean> {
  const { story, violations, hash } = await simulate(seed, true);
  say(`${story.join("\n")}\nseed ${seed}, trace ${hash}: ${violations.length === 0 ? "all is well" : "broken"}\n`);
  return violations.length === 0;
}

async function tellMany(options: Options): Promise<boolean> {
  const began = Date.now();
  const broken: Outcome[] = [];
  await liveThrough(await bundle(), options, (outcomes) => {
    broken.push(...outcomes.filter(({ violations }) => violations.length > 0));
    return true;
  });
  broken.sort((a, b) => a.seed - b.seed);
  for (const { seed, violations } of broken.slice(0, TOLD)) {
    for (const { invariant, what } of violations) say(`seed ${seed}: ${invariant}: ${what.split("\n")[0] ?? ""}\n`);
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  say(`${options.seeds} seeds in ${seconds} s: ${broken.length} broke an invariant\n`);
  return broken.length === 0;
}

async function findOldBugs(names: string, options: Options): Promise<boolean> {
  const wanted = names === "all" ? OLD_BUGS : OLD_BUGS.filter(({ name }) => names.split(",").includes(name));
  let all = true;
  for (const bug of wanted) {
    const found = await findOldBug(bug, options);
    say(`| ${bug.name} | ${bug.what} | ${found === null ? "not found" : found.seed} | ${invariantsOf(found)} |\n`);
    all &&= found !== null;
  }
  return all;
}

/** The first seed that breaks an invariant with the bug and none without it. */
async function findOldBug(bug: OldBug, options: Options): Promise<Outcome | null> {
  let found: Outcome | null = null;
  await liveThrough(await bundle(bug), options, (outcomes) => {
    const [first] = outcomes.filter(({ violations }) => violations.length > 0);
    if (first !== undefined && (found === null || first.seed < found.seed)) found = first;
    return found === null;
  });
  return found;
}

function invariantsOf(outcome: Outcome | null): string {
  return [...new Set(outcome?.violations.map(({ invariant }) => invariant))].join(", ");
}

/** Shares the seeds out among processes. `take` says whether to go on; ranges that are under way are finished all the same. */
async function liveThrough(
  program: string,
  { from, seeds, jobs }: Options,
  take: (outcomes: readonly Outcome[]) => boolean,
): Promise<void> {
  let next = from;
  const end = from + seeds;
  const work = async (): Promise<void> => {
    const child = fork(program, [], { execArgv: [YOUNG_HEAP] });
    const answer = async (range: Range): Promise<Outcome[]> =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null): void => reject(new Error(`a simulation ended with ${code ?? "a signal"}`));
        child.once("exit", ended);
        child.once("message", (outcomes) => {
          child.off("exit", ended);
          resolve(outcomes as Outcome[]);
        });
        child.send(range);
      });
    while (next < end) {
      const range = { from: next, to: Math.min(next + RANGE, end) - 1 };
      next += RANGE;
      if (!take(await answer(range))) next = end;
    }
    child.removeAllListeners();
    child.disconnect();
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

function say(text: string): void {
  process.stdout.write(text);
}

process.exitCode = (await main()) ? 0 : 1;
