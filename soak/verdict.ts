import type { Sample } from "./watch.ts";

const MEGABYTE = 2 ** 20;

interface Figure {
  readonly name: string;
  readonly of: (sample: Sample) => number;
  readonly unit: string;
  /** By so much it may differ between two fifths of a soak without having grown: what is under way differs. */
  readonly play: number;
}

/** A share of what was there is allowed on top: pages that a heap has freed are not given back at once. */
const SHARE = 0.1;

const FIGURES: readonly Figure[] = [
  { name: "memory of the chat process", of: ({ chatMemory }) => chatMemory / MEGABYTE, unit: "MB", play: 12 },
  { name: "of it reachable", of: ({ heap }) => heap / MEGABYTE, unit: "MB", play: 4 },
  { name: "memory of the render processes", of: ({ renderMemory }) => renderMemory / MEGABYTE, unit: "MB", play: 150 },
  { name: "file descriptors", of: ({ descriptors }) => descriptors, unit: "", play: 4 },
  { name: "timers", of: ({ timers }) => timers, unit: "", play: 6 },
  { name: "active resources", of: ({ active }) => active, unit: "", play: 6 },
];

/** One figure over the soak: its median in each fifth, and whether it grew after the first. */
export interface Course {
  readonly name: string;
  readonly unit: string;
  readonly fifths: readonly number[];
  readonly grew: boolean;
}

/**
 * How each figure went. What starts up takes up the first fifth; from then on the last fifth may exceed the second by what
 * varies from moment to moment, and no more. Needs at least one sample in each fifth.
 */
export function coursesOf(samples: readonly Sample[]): readonly Course[] {
  const end = samples.at(-1)?.at ?? 0;
  const fifthOf = ({ at }: Sample): number => Math.min(4, Math.floor((5 * at) / end));
  return FIGURES.map(({ name, of, unit, play }) => {
    const fifths = [0, 1, 2, 3, 4].map((fifth) => median(samples.filter((one) => fifthOf(one) === fifth).map(of)));
    const [, second = 0, , , last = 0] = fifths;
    return { name, unit, fifths, grew: last > second * (1 + SHARE) + play };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("The soak was too short: a fifth of it has no sample");
  return middle;
}
