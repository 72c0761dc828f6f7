import { AFTER_ALL, AT_REST, WHEN_EXPIRED } from "./invariants.ts";
import { Dead } from "./life.ts";
import { People } from "./people.ts";
import { Random } from "./random.ts";
import { scenarioOf } from "./scenario.ts";
import type { Invariant, Seen } from "./seen.ts";
import { Weather } from "./weather.ts";
import { inWords, World } from "./world.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Long enough for every line to come to its end, and for what was tried in vain to be tried again. */
const REST_MS = 30 * MINUTE_MS;
/** What happens hourly has happened once more. */
const HOURLY_MS = 80 * MINUTE_MS;

export interface Violation {
  /** The invariant that broke. */
  readonly invariant: string;
  readonly what: string;
}

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** The same for every run of a seed. */
  readonly hash: string;
  /** What happened, in words, if it was to be told. */
  readonly story: readonly string[];
}

/** Lives through the world of one seed, and says which invariants broke. */
export async function simulate(seed: number, told = false): Promise<Outcome> {
  const random = new Random(seed);
  const world = new World(seed, random, scenarioOf(random.fork("scenario")), told);
  const violations: Violation[] = [];
  const unhandled = (error: unknown): void => {
    if (!(error instanceof Dead)) violations.push({ invariant: "noUnhandledRejection", what: inWords(error) });
  };
  process.on("unhandledRejection", unhandled);
  try {
    await live(world, violations);
  } catch (error) {
    violations.push({ invariant: "theWorldComesToRest", what: inWords(error) });
  } finally {
    process.off("unhandledRejection", unhandled);
  }
  for (const { invariant, what } of violations) world.tell(`BROKEN ${invariant}: ${what}`);
  return { seed, violations, hash: world.story.hash, story: world.story.lines };
}

async function live(world: World, violations: Violation[]): Promise<void> {
  const { timeline, scenario } = world;
  const people = new People(world);
  const weather = new Weather(world);
  const check = (invariants: readonly Invariant[]): void => {
    const seen: Seen = { world, names: people.names };
    for (const invariant of invariants) {
      for (const what of invariant(seen)) violations.push({ invariant: invariant.name, what });
    }
  };
  world.mortal = true;
  world.start();
  people.begin();
  const ms = Math.max(scenario.acts * scenario.pauseMs, scenario.crowd * 2500) / 2;
  weather.begin(ms);
  await timeline.run(ms);
  weather.clear();
  await timeline.run(REST_MS);
  check(AT_REST);
  world.disk.willBeSearched = false;
  weather.jump(25 * HOUR_MS);
  weather.fillDiskAgain(HOURLY_MS - 15 * MINUTE_MS);
  await timeline.run(HOURLY_MS);
  check(WHEN_EXPIRED);
  // Settings are kept longest: half a year.
  weather.jump(181 * 24 * HOUR_MS);
  await timeline.run(HOURLY_MS);
  check(AFTER_ALL);
  world.bot?.parts.life.die("the end");
  await timeline.run(0);
}
