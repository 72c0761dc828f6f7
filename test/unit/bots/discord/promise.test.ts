import { expect, it } from "vitest";
import { CommandLinks } from "../../../../src/bots/discord/command-links.ts";
import { Drafts } from "../../../../src/bots/discord/drafts.ts";
import type { Exchange } from "../../../../src/bots/discord/exchanges.ts";
import { DiscordPort, type PortParts } from "../../../../src/bots/discord/port.ts";
import { ChatError } from "../../../../src/bots/port/chat-port.ts";

const place = { chat: { platform: "discord", id: "5", group: true, thread: "7/9" } } as const;

/** A port whose promised reply meets these failures, one after the other. */
function openPort(failures: ChatError[]) {
  const done: string[] = [];
  const exchange = { id: "9", token: "t", ephemeral: false, tapped: null, promised: true } as Exchange;
  const webhooks = {
    edit: async (_: unknown, message: string) => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      done.push(`edit ${message}`);
      return { id: "1" };
    },
    add: async () => {
      done.push("add");
      return { id: "2" };
    },
  };
  const exchanges = { of: async () => exchange };
  const parts = { exchanges, webhooks, drafts: new Drafts("webp", new CommandLinks()) } as unknown as PortParts;
  return { port: new DiscordPort(parts), done };
}

it("a promised reply that did not get through is still promised: the next try writes it", async () => {
  const { port, done } = openPort([new ChatError("unreachable", "edit reply: 502")]);
  await expect(port.say(place, { text: "hello" })).rejects.toThrow("unreachable");
  await port.say(place, { text: "hello" });
  expect(done).toEqual(["edit @original"]);
});

it("one that somebody deleted is followed by a message of its own", async () => {
  const { port, done } = openPort([new ChatError("noMessage", "edit reply: 404")]);
  await port.say(place, { text: "hello" });
  await port.say(place, { text: "again" });
  expect(done).toEqual(["add", "add"]);
});
