import { randomBytes } from "node:crypto";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
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

async function localFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-local-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

it("files of a server in local mode are read where they lie, and nowhere else", async () => {
  const [folder, elsewhere] = [await localFolder(), await localFolder()];
  const { user, world, logged } = await startRig({ ownServer: true, filesFolder: folder });
  const { bytes } = await newPicture();
  world.localFolder = folder;
  await writeFile(join(folder, "photo.jpg"), bytes);
  const chat = user().private();
  chat.sendsPhoto({ bytes, name: "photo.jpg" });
  await chat.nextClip();
  const refused = "I could not download your photo. Please send it once more.";
  world.localFolder = join(folder, "missing");
  chat.sendsPhoto(await newPicture());
  await chat.nextText(refused);
  await writeFile(join(elsewhere, "photo.jpg"), bytes);
  await symlink(elsewhere, join(folder, "way-out"));
  for (const outside of [elsewhere, join(folder, "..", basename(elsewhere)), join(folder, "way-out")]) {
    world.localFolder = outside;
    chat.sendsPhoto(await newPicture());
    await chat.nextText(refused);
  }
  expect(logged.filter((line) => line.includes("outside of TELEGRAM_FILES"))).toHaveLength(3);
});

it("without a folder no file is read from the disk, and the log says what is missing", async () => {
  const folder = await localFolder();
  const { user, world, logged } = await startRig({ ownServer: true });
  const { bytes } = await newPicture();
  world.localFolder = folder;
  await writeFile(join(folder, "photo.jpg"), bytes);
  const chat = user().private();
  chat.sendsPhoto({ bytes, name: "photo.jpg" });
  await chat.nextText("I could not download your photo. Please send it once more.");
  expect(logged.join("")).toContain("TELEGRAM_FILES does not say where");
});
