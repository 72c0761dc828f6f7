import { expect, it } from "vitest";
import { Takedowns } from "../../../../src/bots/conversation/takedowns.ts";

const HOUR = 3_600_000;

function openTakedowns() {
  const clock = { now: 0 };
  return { clock, takedowns: new Takedowns(() => clock.now) };
}

it("a person has three a day, wherever", () => {
  const { takedowns, clock } = openTakedowns();
  for (const chat of ["a", "b", "c"]) expect(takedowns.take("anna", chat)).toBe(true);
  expect(takedowns.take("anna", "d")).toBe(false);
  expect(takedowns.take("boris", "a")).toBe(true);
  clock.now = 24 * HOUR;
  expect(takedowns.take("anna", "d")).toBe(true);
});

it("a chat has ten a day, whoever asks and however often they are forgotten", () => {
  const { takedowns } = openTakedowns();
  for (let n = 0; n < 10; n += 1) {
    expect(takedowns.take("anna", "a")).toBe(true);
    takedowns.forget("anna");
  }
  expect(takedowns.take("boris", "a")).toBe(false);
  expect(takedowns.take("boris", "b")).toBe(true);
});
