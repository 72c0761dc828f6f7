import multipart from "@fastify/multipart";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { PACE } from "../../../../src/bots/web/body-pace.ts";
import { readPosted } from "../../../../src/bots/web/posted-file.ts";

it("waits for no file of somebody who has gone before it is read, so that nothing they hold stays held", async () => {
  const app = Fastify({ forceCloseConnections: true });
  await app.register(multipart);
  const given = new AbortController();
  const came = new Promise<unknown>((resolve) => {
    app.post("/", async (request) => {
      given.abort();
      await new Promise((gone) => request.raw.once("close", gone));
      resolve(await readPosted(request, PACE).catch((error: unknown) => error));
    });
  });
  const body = new FormData();
  body.append("video", new Blob(["a film"]), "video");
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  await expect(fetch(url, { method: "POST", body, signal: given.signal })).rejects.toThrow();
  expect(await came).toMatchObject({ refusal: "strange" });
  await app.close();
});
