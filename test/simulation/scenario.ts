import type { QueueLimits } from "../../src/queue/contract/limits.ts";
import type { Profile } from "./platform.ts";
import type { Random } from "./random.ts";

const HOUR_MS = 3_600_000;

const PROFILES: readonly Profile[] = [
  {
    name: "north",
    removableMs: 48 * HOUR_MS,
    replaces: true,
    inPlace: true,
    folds: "menus",
    captions: true,
    silentMs: 2000,
    doubts: true,
    shapes: ["gif", "sticker", "round", "live"],
  },
  {
    name: "south",
    replaces: true,
    inPlace: true,
    folds: "lists",
    silentMs: 2000,
    loops: { format: "webp", longSide: 400, fps: 20 },
  },
  { name: "west" },
  { name: "page", ours: true, editEveryMs: 200 },
];

/** What goes wrong in a world; how often, 0 for never. */
export interface Troubles {
  /** The process dies after about so many steps. */
  readonly stepsToDeath: number;
  readonly deaths: number;
  readonly restarts: number;
  readonly outages: number;
  readonly losesAnswers: number;
  readonly refuses: number;
  readonly fullDisks: number;
  /** Nothing can be noted about how renderings went. */
  readonly metricsFail: boolean;
  readonly clockJumps: number;
  /** A platform is switched off at the end. */
  readonly switchedOff: boolean;
  /** An earlier version left a row that this one cannot read. */
  readonly strangeRows: boolean;
  /** Pictures that crash, hang or are none. */
  readonly badPictures: number;
}

export interface Scenario {
  readonly platforms: readonly Profile[];
  readonly people: number;
  readonly groups: number;
  /** How many things people do, one after the other. */
  readonly acts: number;
  /** Longest time between two of them. */
  readonly pauseMs: number;
  readonly renderers: number;
  readonly slowestRenderMs: number;
  readonly limits: Partial<QueueLimits>;
  /** So many new people come one after the other, each with one photo. */
  readonly crowd: number;
  readonly troubles: Troubles;
}

/** Whether messages may be lost, or a process with what it knew. */
export function isInterrupted({ troubles }: Scenario): boolean {
  const { deaths, restarts, outages, losesAnswers, fullDisks, switchedOff, strangeRows } = troubles;
  return switchedOff || strangeRows || deaths + restarts + outages + losesAnswers + fullDisks > 0;
}

const CALM: Troubles = {
  stepsToDeath: 0,
  deaths: 0,
  restarts: 0,
  outages: 0,
  losesAnswers: 0,
  refuses: 0,
  fullDisks: 0,
  metricsFail: false,
  clockJumps: 0,
  switchedOff: false,
  strangeRows: false,
  badPictures: 0,
};

/** What kind of world a seed makes: each has some of the troubles only, so that one does not hide the other. */
export function scenarioOf(random: Random): Scenario {
  if (random.chance(0.003)) return crowd(random);
  const platforms = PROFILES.filter(() => random.chance(0.6));
  return {
    platforms: platforms.length === 0 ? PROFILES.slice(0, 1) : platforms,
    people: random.between(1, 5),
    groups: random.between(0, 1),
    acts: random.between(2, 16),
    pauseMs: random.between(2, 60) * 1000,
    renderers: random.between(1, 2),
    slowestRenderMs: random.between(2, 40) * 1000,
    limits: random.chance(0.3) ? { waitingPerUser: 1, clipsPerUserPerHour: 3 } : {},
    crowd: 0,
    troubles: random.chance(0.25) ? CALM : troublesOf(random),
  };
}

function troublesOf(random: Random): Troubles {
  const sometimes = (most: number): number => (random.chance(0.35) ? random.between(1, most) : 0);
  return {
    stepsToDeath: random.pick([30, 100, 300]) ?? 100,
    deaths: sometimes(4),
    restarts: sometimes(2),
    outages: sometimes(3),
    losesAnswers: random.chance(0.25) ? 0.05 : 0,
    refuses: random.chance(0.25) ? 0.2 : 0,
    fullDisks: random.chance(0.2) ? random.between(1, 3) : 0,
    metricsFail: random.chance(0.1),
    clockJumps: sometimes(2),
    switchedOff: random.chance(0.1),
    strangeRows: random.chance(0.1),
    badPictures: random.chance(0.5) ? 0.3 : 0,
  };
}

function crowd(random: Random): Scenario {
  return {
    platforms: PROFILES.slice(0, 1),
    people: 1,
    groups: 0,
    acts: 4,
    pauseMs: 40_000,
    renderers: 1,
    slowestRenderMs: 3000,
    limits: { waiting: random.between(6, 12) },
    crowd: 90,
    troubles: CALM,
  };
}
