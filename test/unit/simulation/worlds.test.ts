import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { changed, OLD_BUGS } from "../../simulation/old-bugs.ts";
import { simulate } from "../../simulation/simulate.ts";

/** As many as take a few seconds; `npm run simulate` takes more. */
const SEEDS = 200;

it("in some hundred made-up worlds the bot keeps its promises", { timeout: 300_000 }, async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { violations } = await simulate(seed);
    expect(violations, `npm run simulate -- --seed ${seed}`).toEqual([]);
  }
});

it("a seed makes the same world again, whatever was simulated before", { timeout: 60_000 }, async () => {
  for (const seed of [3, 16, 69]) {
    const first = await simulate(seed);
    await simulate(seed + 1);
    expect((await simulate(seed)).hash).toBe(first.hash);
  }
});

it("two seeds make two worlds", async () => {
  expect((await simulate(1)).hash).not.toBe((await simulate(2)).hash);
});

it("a story tells what happened, and when", async () => {
  const { story } = await simulate(1, true);
  expect(story[0]).toBe("0:00:00.000  process 1 starts");
  expect(story.length).toBeGreaterThan(5);
});

it.each(OLD_BUGS.map((bug) => [bug.name, bug] as const))("%s can still be put back", (_name, { changes }) => {
  const sources = new Map<string, string>();
  for (const change of changes) {
    const { file } = change;
    sources.set(file, changed(sources.get(file) ?? readFileSync(file, "utf8"), change));
  }
  expect(sources.size).toBeGreaterThan(0);
});
