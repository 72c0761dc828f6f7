import { join } from "node:path";
import { expect, it } from "vitest";
import { newGroup } from "../support/fake-telegram/client.ts";
import { newPicture, type RigOptions, startRig } from "../support/fake-telegram/rig.ts";
import { Transcript } from "../support/fake-telegram/transcript.ts";
import { facesInARow } from "../support/held-studio.ts";

/** What people meet in Telegram, written down in the documentation. */
const FOLDER = join(import.meta.dirname, "../../docs/transcripts");

/** A scene of its own, on a bot of its own. */
async function scene(name: string, title: string, play: (stage: Stage) => Promise<void>, options: RigOptions = {}) {
  // At the clock's own pace: whether something takes two seconds is part of what is told.
  const rig = await startRig({ speed: 1, ...options });
  const told = new Transcript(rig.world, title);
  // What the bot tells Telegram of itself belongs to no scene.
  await rig.world.until("the texts", () => (rig.world.texts.has("shortDescription ru") ? true : undefined));
  await play({ ...rig, told });
  await expect(told.end()).toMatchFileSnapshot(join(FOLDER, `telegram-${name}.md`));
}

type Stage = Awaited<ReturnType<typeof startRig>> & { readonly told: Transcript };

it("the start", async () =>
  scene("start", "The start, in private", async ({ told, user }) => {
    const chat = user().private();
    told.acts("Anna starts the bot");
    chat.says("/start");
    await chat.next("the first words", ({ text }) => text.startsWith("Hello"));
  }));

it("a portrait, and another gesture", async () =>
  scene("portrait", "A portrait, and another gesture", async ({ told, user, world }) => {
    const chat = user().private();
    chat.says("/start");
    await chat.next("the first words", ({ text }) => text.startsWith("Hello"));
    told.acts("Anna sends a photo of one person");
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
    told.acts("Anna taps Smile");
    await chat.taps(clip, "Smile");
    const smile = await chat.becomes(clip, "a smile", ({ text }) => text === "Smile");
    told.acts("Anna taps Come alive");
    await chat.taps(smile, "Come alive");
    await chat.becomes(clip, "as before", ({ text }) => text === "Come alive");
  }));

it("eight faces", async () =>
  scene("eight-faces", "Eight faces", async ({ told, user, renderer, world }) => {
    renderer.faces = facesInARow(8);
    const chat = user().private();
    chat.says("/start");
    await chat.next("the first words", ({ text }) => text.startsWith("Hello"));
    told.acts("Anna sends a photo of eight people");
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
    told.acts("Anna taps Faces");
    await chat.taps(clip, "Faces");
    const strip = await chat.becomes(clip, "the faces", ({ kind }) => kind === "picture");
    told.acts("Anna taps 5");
    await chat.taps(strip, "5");
    await chat.becomes(clip, "the fifth", ({ text }) => text.startsWith("Face 5"));
    told.acts("Anna taps Everyone");
    await chat.taps(chat.again(clip), "Everyone");
    await chat.becomes(clip, "everyone", ({ text }) => text.startsWith("Everyone"));
  }));

it("no face", async () =>
  scene("no-face", "A photo without a face", async ({ told, user, renderer, world }) => {
    renderer.faces = [];
    const chat = user().private();
    told.acts("Anna sends a photo of a landscape");
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/There seems to be no face/);
    await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
  }));

it("a cancelled clip", async () =>
  scene("cancel", "Cancel", async ({ told, user, renderer, world }) => {
    const chat = user().private();
    renderer.hold();
    told.acts("Anna sends a photo, and it takes longer than two seconds");
    chat.sendsPhoto(await newPicture());
    const status = await chat.nextText(/^Making the clip/);
    told.acts("Anna taps Cancel");
    await chat.taps(status, "Cancel");
    await chat.gone(status);
    await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
  }));

it("a group", async () =>
  scene("group", "A group of three", async ({ told, user, world }) => {
    const group = newGroup();
    const [anna, boris, carla] = [user().in(group), user().in(group), user().in(group)];
    const photo = anna.sendsPhoto(await newPicture());
    told.acts("Anna has sent a photo; Boris answers it with /animate");
    boris.says("/animate", { id: photo });
    const clip = await boris.nextClip();
    await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
    told.acts("Carla taps Smile");
    await carla.taps(clip, "Smile");
    await carla.becomes(clip, "a smile", ({ text }) => text === "Smile");
    told.acts("Anna answers the clip: How lovely. Then Carla taps Laugh");
    anna.says("How lovely", clip);
    await carla.taps(clip, "Laugh");
    await carla.next("a laugh", ({ text }) => text === "Laugh");
    await carla.becomes(clip, "without buttons", ({ buttons }) => buttons.length === 0);
  }));
