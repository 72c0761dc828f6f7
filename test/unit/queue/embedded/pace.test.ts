import { describe, expect, it } from "vitest";
import { Pace } from "../../../../src/queue/embedded/pace.ts";
import { Quota } from "../../../../src/queue/embedded/quota.ts";

describe("Pace", () => {
  it("guesses before the first job", () => {
    expect(new Pace().secondsUntilDone(0, 0, 2)).toBe(8);
  });

  it("goes by the median of recent jobs, so that one slow job does not frighten anybody", () => {
    const pace = new Pace([1000, 90_000, 3000]);
    expect(pace.medianMs).toBe(3000);
    pace.note(5000);
    expect(pace.medianMs).toBe(4000);
    for (let n = 0; n < 25; n += 1) pace.note(2000);
    expect(pace.medianMs).toBe(2000);
  });

  it.each([
    // place, running, slots, seconds at 3 s a job
    [0, 2, 2, 3],
    [1, 2, 2, 6],
    [2, 2, 2, 6],
    [3, 2, 2, 9],
    [1, 1, 1, 6],
    [10, 1, 1, 33],
    [1, 0, 2, 3],
  ])("place %i with %i of %i slots running: %i s", (place, running, slots, seconds) => {
    expect(new Pace([3000]).secondsUntilDone(place, running, slots)).toBe(seconds);
  });
});

describe("Quota", () => {
  it("frees as the oldest clip gets an hour old", () => {
    const quota = new Quota(2);
    quota.take("a", "1", 0);
    quota.take("a", "2", 600_000);
    expect(quota.waitFor("b", 600_000)).toBe(0);
    expect(quota.waitFor("a", 600_000)).toBe(3_000_000);
    expect(quota.waitFor("a", 3_600_000)).toBe(0);
    quota.take("a", "3", 3_600_000);
    expect(quota.waitFor("a", 3_600_000)).toBe(600_000);
    quota.giveBack("a", "3");
    expect(quota.waitFor("a", 3_600_000)).toBe(0);
  });

  it("waits for enough of them when the limit was lowered", () => {
    const quota = new Quota(1);
    quota.take("a", "1", 0);
    quota.take("a", "2", 1000);
    expect(quota.waitFor("a", 2000)).toBe(3_599_000);
  });
});
