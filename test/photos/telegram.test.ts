import { afterAll, beforeAll, it } from "vitest";
import { openBench } from "../support/fake-telegram/bot-process.ts";
import { TestUser } from "../support/fake-telegram/client.ts";
import { collected } from "../support/photos.ts";

const RENDER_MS = 90_000;

let bench: Awaited<ReturnType<typeof openBench>>;
beforeAll(async () => {
  bench = await openBench({ ENHANCE: "off" });
  await bench.start();
});
afterAll(async () => bench.close());

const cases = [
  ["none/bierstadt_landscape.jpg", /^There seems to be no face/],
  ["weird/face_24px.png", /^The face is too small|^There seems to be no face/],
  ["weird/zip_named.png", /^This file is not a picture/],
  ["weird/mp4_named.jpg", /^This file is not a picture/],
  ["weird/face.svg", /^This file is not a picture|^This kind of picture cannot be read/],
  ["weird/bomb_25000x25000_rgb.png", /^This picture has too many pixels/],
  ["weird/truncated_header_300b.jpg", /^This picture is damaged/],
] as const;

it.concurrent.each(cases)("%s is answered in words", async (name, words) => {
  const chat = new TestUser(bench.telegram).private();
  chat.sendsFile(collected(name), "image/png");
  await chat.nextText(words, RENDER_MS);
});
