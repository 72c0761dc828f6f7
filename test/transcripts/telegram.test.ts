import { join } from "node:path";
import { expect, it } from "vitest";
import { newGroup } from "../support/fake-telegram/client.ts";
import { guestAnswer, summon } from "../support/fake-telegram/guests.ts";
import { newPicture, type RigOptions, startRig } from "../support/fake-telegram/rig.ts";
import { Transcript } from "../support/fake-telegram/transcript.ts";
import { BOT } from "../support/fake-telegram/world.ts";
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

type Rig = Awaited<ReturnType<typeof startRig>>;
type Stage = Rig & { readonly told: Transcript };
type Chat = ReturnType<ReturnType<Rig["user"]>["private"]>;

/** Somebody starts the bot and reads its first words. */
async function begins(chat: Chat) {
  chat.says("/start");
  await chat.next("the first words", ({ text }) => text.startsWith("Hello"));
}

/** Somebody sends a photo; resolves with its clip when the photo's mark has gone. */
async function animates(chat: Chat, world: Rig["world"]) {
  chat.sendsPhoto(await newPicture());
  const clip = await chat.nextClip();
  await markToGo(world);
  return clip;
}

/** A photo is marked, and then the mark is taken away. */
async function markToGo(world: Rig["world"]) {
  await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
}

it("the start", async () =>
  scene("start", "The start, in private", async ({ told, user }) => {
    const chat = user().private();
    told.acts("Anna starts the bot");
    await begins(chat);
  }));

it("a portrait, and another gesture", async () =>
  scene("portrait", "A portrait, and another gesture", async ({ told, user, world }) => {
    const chat = user().private();
    await begins(chat);
    told.acts("Anna sends a photo of one person");
    const clip = await animates(chat, world);
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
    await begins(chat);
    told.acts("Anna sends a photo of eight people");
    const clip = await animates(chat, world);
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
    await markToGo(world);
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
    await markToGo(world);
  }));

it("a group", async () =>
  scene("group", "A group of three", async ({ told, user, world }) => {
    const group = newGroup();
    const [anna, boris, carla] = [user().in(group), user().in(group), user().in(group)];
    const photo = anna.sendsPhoto(await newPicture());
    told.acts("Anna has sent a photo; Boris answers it with /animate");
    boris.says("/animate", { id: photo });
    const clip = await boris.nextClip();
    await markToGo(world);
    told.acts("Carla taps Smile");
    await carla.taps(clip, "Smile");
    await carla.becomes(clip, "a smile", ({ text }) => text === "Smile");
    told.acts("Anna answers the clip: How lovely. Then Carla taps Laugh");
    anna.says("How lovely", clip);
    await carla.taps(clip, "Laugh");
    await carla.next("a laugh", ({ text }) => text === "Laugh");
    await carla.becomes(clip, "without buttons", ({ buttons }) => buttons.length === 0);
  }));

it("five photos at once", async () =>
  scene("five-photos", "Five photos at once", async ({ told, user, world, renderer }) => {
    const chat = user().private();
    await begins(chat);
    renderer.hold();
    told.acts("Anna sends an album of five photos");
    for (let n = 0; n < 5; n += 1) chat.sendsPhoto(await newPicture(), { album: "five" });
    await world.until("all marks", () => (world.marks.length === 5 ? true : undefined));
    renderer.release();
    for (let n = 0; n < 5; n += 1) await chat.nextClip();
    await world.until("the marks to go", () => (world.reactions.size === 0 ? true : undefined));
  }));

it("a sticker", async () =>
  scene("save-as", "Save as a sticker", async ({ told, user, world }) => {
    const chat = user().private();
    await begins(chat);
    const clip = await animates(chat, world);
    told.acts("Anna taps ⋯");
    await chat.taps(clip, "⋯");
    const menu = await chat.becomes(clip, "a menu", ({ buttons }) => buttons.includes("Save as …"));
    told.acts("Anna taps Save as …");
    await chat.taps(menu, "Save as …");
    const shapes = await chat.becomes(clip, "the shapes", ({ buttons }) => buttons.includes("Sticker"));
    told.acts("Anna taps Sticker");
    await chat.taps(shapes, "Sticker");
    await chat.next("a sticker", ({ kind }) => kind === "sticker");
  }));

it("a movement from a video", async () =>
  scene("movement", "A movement from a video", async ({ told, user, world }) => {
    const chat = user().private();
    await begins(chat);
    const clip = await animates(chat, world);
    told.acts("Anna answers the clip with a round video of herself");
    chat.sendsVideo(clip);
    const moved = await chat.becomes(clip, "the movement", ({ text }) => text.startsWith("Filmed movement"));
    told.acts("Anna taps Keep this movement");
    await chat.taps(moved, "Keep this movement");
    await chat.becomes(moved, "the menu", ({ buttons }) => buttons.includes("Delete movement"));
    told.acts("Anna answers the clip: /movement my nod");
    chat.says("/movement my nod", moved);
    await chat.nextText(/is called “my nod” now/);
  }));

it("removal by somebody in the picture", async () =>
  scene("removal", "Removal by somebody in the picture", async ({ told, user, world }) => {
    const group = newGroup();
    const [sender, pictured] = [user(), user()];
    sender.private();
    const [anna, carla] = [sender.in(group), pictured.in(group)];
    anna.sendsPhoto(await newPicture(), { caption: "/animate" });
    const clip = await anna.nextClip();
    await markToGo(world);
    told.acts("Anna has had a clip made in a group. Carla, who is in it, taps ⋯");
    await carla.taps(clip, "⋯");
    const menu = await carla.becomes(clip, "a menu", ({ buttons }) => buttons.includes("This is me: remove"));
    told.acts("Carla taps This is me: remove");
    await carla.taps(menu, "This is me: remove");
    const asked = await carla.becomes(clip, "a question", ({ buttons }) => buttons.includes("Yes, take it down"));
    told.acts("Carla taps Yes, take it down (the message that follows is Anna's, in private)");
    await carla.taps(asked, "Yes, take it down");
    await carla.gone(clip);
    await world.until("a word to Anna", () => (world.visible(sender.id).length > 0 ? true : undefined));
  }));

it("a guest", async () =>
  scene("guest", "Where the bot is no member", async ({ told, user, world }) => {
    const anna = user();
    anna.private();
    told.acts(`Anna, who has written to the bot before, answers a photo in some group: @${BOT.username ?? ""} smile`);
    const query = summon(world, anna.user, newGroup(), `@${BOT.username ?? ""} smile`, await newPicture());
    await guestAnswer(world, query, ({ kind }) => kind === "clip");
  }));

it("in any chat", async () =>
  scene("inline", "In any chat, by the bot's name", async ({ told, user, world }) => {
    const [anna, boris] = [user(), user()];
    const chat = anna.private();
    await begins(chat);
    await animates(chat, world);
    told.acts("Anna, who has a clip, types the bot's name somewhere");
    await anna.searchInline("");
    told.acts("Boris, who has none, does so");
    await boris.searchInline("");
  }));

it("a word to one person", async () =>
  scene("whisper", "Help in a group", async ({ told, user }) => {
    const group = newGroup();
    const anna = user().in(group);
    told.acts("Anna asks for /help in a group");
    anna.says("/help");
    await anna.nextText(/reply to a photo with/);
  }));
