import { expect, it } from "vitest";
import { Quota } from "../../../../src/queue/embedded/quota.ts";

const HOUR = 3_600_000;

it("keeps nothing of people who came once and never again", () => {
  const quota = new Quota(3);
  for (let n = 0; n < 100; n += 1) quota.take(`test:${n}`, `job-${n}`, n);
  quota.giveBack("test:99", "job-99");
  expect(quota.size).toBe(99);
  quota.sweep(HOUR + 49);
  expect(quota.size).toBe(49);
  expect(quota.waitFor("test:60", HOUR + 49)).toBe(0);
});
