import { getEventListeners } from "node:events";
import { pino } from "pino";
import { expect, it } from "vitest";
import type { TelegramApi } from "../../../../src/bots/telegram/api.ts";
import { Polling } from "../../../../src/bots/telegram/polling.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

it("leaves nothing behind of the tries that failed, however many", async () => {
  const clock = new FakeClock();
  const signals = new Set<AbortSignal>();
  let tries = 0;
  const call: TelegramApi["call"] = async (_method, _params, options) => {
    tries += 1;
    if (options?.signal !== undefined) signals.add(options.signal);
    throw new Error("nothing can be written down");
  };
  const api = { call } as unknown as TelegramApi;
  const polling = new Polling({ api, clock, log: pino({ level: "silent" }), receive: async () => undefined });
  polling.start();
  await clock.advance(3_600_000);
  expect(tries).toBeGreaterThan(100);
  const [signal, ...others] = signals;
  expect(others).toEqual([]);
  expect(getEventListeners(signal!, "abort").length).toBeLessThanOrEqual(1);
  await polling.stop();
});
