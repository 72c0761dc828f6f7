import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { DiscordApi } from "../../../../src/bots/discord/api.ts";
import { QuickClock } from "../../../support/fake-telegram/quick-clock.ts";

it.each([
  [1, 1],
  [undefined, 4],
])("a call that may be tried %s times makes %i requests, and no more", async (tries, requests) => {
  let seen = 0;
  const server = createServer((_, response) => {
    seen += 1;
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const api = new DiscordApi({ token: "t", apiRoot: `http://127.0.0.1:${port}/api` }, new QuickClock());
  onTestFinished(() => {
    api.close();
    server.close();
  });
  const call = { method: "GET", route: "/users/@me", what: "who am I", ...(tries && { tries }) } as const;
  await expect(api.call(call)).rejects.toMatchObject({ code: "unreachable", status: 503 });
  expect(seen).toBe(requests);
});
