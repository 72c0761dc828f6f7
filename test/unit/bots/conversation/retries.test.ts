import { expect, it } from "vitest";
import { Retries } from "../../../../src/bots/conversation/retries.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

const MINUTE_MS = 60_000;

function openRetries() {
  const clock = new FakeClock();
  const tried: number[] = [];
  const began = clock.now();
  const retries = new Retries(clock, (id) => {
    tried.push((clock.now() - began) / 1000);
    retries.later(id);
  });
  return { clock, tried, retries };
}

it("tries come ever later, ten minutes apart at most, until it is answered", async () => {
  const { clock, tried, retries } = openRetries();
  retries.later("a");
  await clock.advance(40 * MINUTE_MS);
  expect(tried).toEqual([15, 45, 105, 225, 465, 945, 1545, 2145]);
  retries.ended("a");
  await clock.advance(40 * MINUTE_MS);
  expect(tried).toHaveLength(8);
});

it("none begins when all is over, also of what fails only then", async () => {
  const { clock, tried, retries } = openRetries();
  retries.later("a");
  retries.close();
  retries.later("b");
  await clock.advance(MINUTE_MS);
  expect(tried).toEqual([]);
});
