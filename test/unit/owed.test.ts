import { expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { Owed } from "../../src/owed.ts";
import { FakeClock } from "../support/fake-clock.ts";

function openOwed() {
  const clock = new FakeClock();
  const logged: string[] = [];
  const owed = new Owed(
    clock,
    createLog("error", [], (line) => logged.push(line)),
  );
  let failures = 2;
  let tries = 0;
  const write = () => {
    tries += 1;
    if (failures-- > 0) throw new Error("no room");
  };
  return { clock, logged, owed, write, tries: () => tries };
}

it("what cannot be written is tried again every minute until it is", async () => {
  const { clock, logged, owed, write, tries } = openOwed();
  await owed.make("a", "A note is missing", write);
  expect([tries(), owed.has("a"), logged]).toEqual([1, true, [expect.stringContaining("A note is missing")]]);
  await clock.advance(60_000);
  expect([tries(), owed.has("a")]).toEqual([2, true]);
  await clock.advance(60_000);
  expect([tries(), owed.has("a")]).toEqual([3, false]);
  await clock.advance(600_000);
  expect(tries()).toBe(3);
});

it("and no more when all is over", async () => {
  const { clock, owed, write, tries } = openOwed();
  await owed.make("a", "A note is missing", write);
  owed.close();
  await clock.advance(600_000);
  expect([tries(), owed.has("a")]).toEqual([1, false]);
});
