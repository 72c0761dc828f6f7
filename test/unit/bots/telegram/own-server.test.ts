import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it, onTestFinished } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

it("pictures over 20 MB are reduced, with a Bot API server of one's own", async () => {
  const { user, store, world } = await startRig({ ownServer: true });
  world.largestDownload = Number.POSITIVE_INFINITY;
  const [width, height] = [3000, 2600];
  const raw = { width, height, channels: 3 } as const;
  const bytes = await sharp(randomBytes(width * height * 3), { raw })
    .png({ compressionLevel: 1 })
    .toBuffer();
  expect(bytes.length).toBeGreaterThan(21_000_000);
  const chat = user().private();
  chat.sendsFile({ bytes, name: "scan.png" }, "image/png");
  await chat.nextClip();
  const { bytes: kept } = await store.usage();
  expect(kept).toBeLessThan(20_000_000);
});

it("files of a server in local mode are read where they lie", async () => {
  const { user, world } = await startRig({ ownServer: true });
  const folder = await mkdtemp(join(tmpdir(), "keepsake-local-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
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
