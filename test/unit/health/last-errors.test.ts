import { expect, it } from "vitest";
import { LastErrors } from "../../../src/health/last-errors.ts";
import { createLog } from "../../../src/log.ts";

it("remembers what the log called an error, without stacks and secrets, the last one first", () => {
  const errors = new LastErrors();
  const hear = (line: string): void => errors.note(line);
  const log = createLog("info", ["an-open-sesame"], () => undefined, hear);
  log.warn("not so bad");
  log.error({ err: new Error("no way to an-open-sesame") }, "A job failed");
  log.info({ text: '"level":50' }, "only talks of one");
  log.error("The sweep failed");
  expect(errors.list.map(({ text }) => text)).toEqual(["The sweep failed", "A job failed: no way to [secret]"]);
  for (let i = 0; i < 20; i++) log.error(`error ${i}`);
  expect(errors.list).toHaveLength(10);
  expect(errors.list[0]?.text).toBe("error 19");
});
