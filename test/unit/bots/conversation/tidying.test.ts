import { pino } from "pino";
import { expect, it } from "vitest";
import type { Context } from "../../../../src/bots/conversation/context.ts";
import { Conversation } from "../../../../src/bots/conversation/conversation.ts";
import type { ChatPort } from "../../../../src/bots/port/chat-port.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

it("tidies the journal every hour, also after it failed once", async () => {
  let sweeps = 0;
  const clock = new FakeClock();
  const journal = {
    sweep: async () => {
      sweeps += 1;
      return sweeps === 2 ? Promise.reject(new Error("SQLITE_BUSY")) : Promise.resolve();
    },
    pending: async () => Promise.resolve([]),
  };
  const queue = { on: () => () => undefined };
  const store = { photos: { onRemoved: () => undefined } };
  const policy = { retentionHours: 24 };
  const parts = { journal, clock, log: pino({ level: "silent" }), ports: new Map(), queue, store, policy };
  const context = parts as unknown as Context;
  await new Conversation(context).connect({ platform: "web" } as ChatPort);
  await clock.advance(24 * 3_600_000);
  expect(sweeps).toBe(25);
});
