import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

it("of pictures over 20 MB what the studio made of them is kept, with a Bot API server of one's own", async () => {
  const { user, store, world, renderer } = await startRig({ ownServer: true });
  world.largestDownload = Number.POSITIVE_INFINITY;
  const bytes = randomBytes(21_000_000);
  renderer.reduced = randomBytes(50_000);
  const chat = user().private();
  chat.sendsFile({ bytes, name: "scan.png" }, "image/png");
  await chat.nextClip();
  const { bytes: kept } = await store.usage();
  expect(kept).toBeLessThan(60_000);
});

it("files of a server in local mode are read where they lie", async () => {
  const { user, world } = await startRig({ ownServer: true });
  const folder = await mkdtemp(join(tmpdir(), "keepsake-local-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  const { bytes } = await newPicture();
  world.localFolder = folder;
  await writeFile(join(folder, "photo.jpg"), bytes);
  const chat = user().private();
  chat.sendsPhoto({ bytes, name: "photo.jpg" });
  await chat.nextClip();
  world.localFolder = join(folder, "elsewhere");
  chat.sendsPhoto(await newPicture());
  await chat.nextText("I could not fetch your photo. Please send it once more.");
});
