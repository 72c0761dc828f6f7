import { join } from "node:path";
import { expect, it } from "vitest";
import { type RigOptions, startRig } from "../support/fake-discord/rig.ts";
import type { Seen } from "../support/fake-discord/seen.ts";
import { Transcript } from "../support/fake-discord/transcript.ts";
import { newPicture } from "../support/fake-telegram/rig.ts";
import { facesInARow, type HeldStudio } from "../support/held-studio.ts";

/** What people meet in Discord, written down in the documentation. */
const FOLDER = join(import.meta.dirname, "../../docs/transcripts");

type Options = Omit<RigOptions<HeldStudio>, "renderer">;

/** A scene of its own, on a bot of its own. */
async function scene(name: string, title: string, play: (stage: Stage) => Promise<void>, options: Options = {}) {
  // At the clock's own pace: whether something takes two seconds is part of what is told.
  const rig = await startRig({ speed: 1, ...options });
  const told = new Transcript(rig.world, title);
  const named = (who: string, language?: string) => {
    const person = rig.person(language);
    told.knows(person, who);
    return person;
  };
  await play({ ...rig, told, named });
  await expect(told.end()).toMatchFileSnapshot(join(FOLDER, `discord-${name}.md`));
}

type Rig = Awaited<ReturnType<typeof startRig>>;
type Channel = ReturnType<ReturnType<Rig["person"]>["in"]>;

interface Stage extends Rig {
  readonly told: Transcript;
  readonly named: (who: string, language?: string) => ReturnType<Rig["person"]>;
}

/** Lets Anna choose from the lists under a clip, one entry after the other, each until the message shows what it should. */
async function annaChooses(
  told: Transcript,
  channel: Channel,
  clip: Seen,
  entries: Readonly<Record<string, (seen: Seen) => boolean>>,
) {
  for (const [entry, isShown] of Object.entries(entries)) {
    told.acts(`Anna chooses ${entry}`);
    await channel.picks(clip, entry);
    await channel.becomes(clip, entry, isShown);
  }
}

it("the start", async () =>
  scene("start", "The start", async ({ told, named, world }) => {
    const anna = named("Anna");
    const channel = anna.in(world.channel());
    told.acts("Anna uses /help in a channel");
    await channel.uses("help");
    await channel.nextText(/^• In a server/);
    told.acts("Anna writes to the bot in private: Hello");
    const chat = anna.private();
    chat.says("Hello");
    await chat.nextText(/^I work with photos/);
    told.acts("Anna sends a photo of one person there");
    chat.says("", { pictures: [await newPicture()] });
    await chat.nextClip();
    await world.until("the mark to go", () => (world.marks.length === 0 ? true : undefined));
  }));

it("a portrait, and another gesture", async () =>
  scene("portrait", "A portrait, and another gesture", async ({ told, named, world }) => {
    const channel = named("Anna").in(world.channel());
    told.acts("Anna types a gesture for /animate: ki");
    await channel.types("ki");
    told.acts("Anna uses /animate with a photo of one person, without a gesture");
    await channel.animates(await newPicture());
    const clip = await channel.nextClip();
    await annaChooses(told, channel, clip, {
      Smile: ({ text }) => text === "Smile",
      "Come alive": ({ text }) => text === "Come alive",
    });
    told.acts("Anna taps ⋯, then Save as video");
    await channel.taps(clip, "⋯");
    await channel.becomes(clip, "the menu", ({ buttons }) => buttons.includes("Save as video"));
    await channel.taps(clip, "Save as video");
    await channel.next("the video", ({ ephemeral }) => ephemeral);
  }));

it("eight faces", async () =>
  scene("eight-faces", "Eight faces", async ({ told, named, renderer, world }) => {
    renderer.faces = facesInARow(8);
    const channel = named("Anna").in(world.channel());
    told.acts("Anna uses /animate with a photo of eight people");
    await channel.animates(await newPicture());
    const clip = await channel.nextClip();
    await annaChooses(told, channel, clip, {
      "Who is who?": ({ kind }) => kind === "picture",
      "Face 5": ({ text }) => text.startsWith("Face 5"),
      Everyone: ({ text }) => text.startsWith("Everyone"),
    });
  }));

it("no face", async () =>
  scene("no-face", "A photo without a face", async ({ told, named, renderer, world }) => {
    renderer.faces = [];
    const channel = named("Anna").in(world.channel());
    told.acts("Anna uses /animate with a photo of a landscape");
    await channel.animates(await newPicture());
    await channel.nextText(/There seems to be no face/);
  }));

it("five photos at once", async () =>
  scene(
    "five-photos",
    "Five photos at once, in private",
    async ({ told, named, world }) => {
      const chat = named("Anna").private();
      const pictures = await Promise.all(Array.from({ length: 5 }, async () => newPicture()));
      told.acts("Anna sends five photos in one message");
      chat.says("", { pictures });
      for (let i = 0; i < pictures.length; i++) await chat.nextClip();
      await world.until("the mark to go", () => (world.marks.length === 0 ? true : undefined));
    },
    { concurrency: 1 },
  ));

it("a picture of several", async () =>
  scene("several-pictures", "A message with several pictures", async ({ told, named, world }) => {
    const place = world.channel();
    const [anna, boris] = [named("Anna").in(place), named("Boris").in(place)];
    const message = anna.says("All of them", {
      pictures: [await newPicture(), await newPicture(), await newPicture()],
    });
    told.acts("Anna has posted three pictures; Boris chooses Apps > Animate on her message");
    await boris.opensMenu(message, "Animate");
    const question = await boris.nextText("Which of the pictures?");
    told.acts("Boris chooses Picture 2");
    await boris.picks(question, "Picture 2");
    await boris.nextClip();
    await boris.gone(question);
  }));

it("a cancelled clip", async () =>
  scene("cancel", "Cancel", async ({ told, named, renderer, world }) => {
    const channel = named("Anna").in(world.channel());
    renderer.hold();
    told.acts("Anna uses /animate with a photo, and it takes longer than two seconds");
    await channel.animates(await newPicture());
    const status = await channel.nextText(/^Making the clip/);
    told.acts("Anna taps Cancel");
    await channel.taps(status, "Cancel");
    await channel.gone(status);
  }));

it("a group", async () =>
  scene("group", "A channel, and three people in it", async ({ told, named, world }) => {
    const place = world.channel();
    const [anna, boris, carla] = [named("Anna").in(place), named("Boris").in(place), named("Carla", "es-ES").in(place)];
    const photo = anna.says("Grandmother, 1934", { pictures: [await newPicture()] });
    told.acts("Anna has posted a photo; Boris chooses Apps > Animate on it");
    await boris.opensMenu(photo, "Animate");
    const clip = await boris.nextClip();
    told.acts("Carla, whose Discord is in Spanish, chooses Smile");
    await carla.picks(clip, "Smile");
    await carla.becomes(clip, "a smile", ({ text }) => text === "Una sonrisa");
    told.acts("Anna answers the clip: How lovely. Then Carla chooses Reír");
    anna.says("How lovely", { to: clip });
    await carla.picks(clip, "Reír");
    await carla.next("a laugh", ({ kind, id }) => kind === "clip" && id !== clip.id);
    await carla.becomes(clip, "without buttons", ({ rows }) => rows === 0);
  }));

it("a removal", async () =>
  scene("removal", "Removal by somebody who is in the picture", async ({ told, named, world }) => {
    const place = world.channel();
    const [anna, boris] = [named("Anna"), named("Boris").in(place)];
    told.acts("Anna uses /animate with a photo");
    await anna.in(place).animates(await newPicture());
    const clip = await boris.nextClip();
    told.acts("Boris, who is in the picture, taps ⋯");
    await boris.taps(clip, "⋯");
    await boris.becomes(clip, "the menu", ({ buttons }) => buttons.includes("This is me: remove"));
    told.acts("Boris taps This is me: remove");
    await boris.taps(clip, "This is me: remove");
    await boris.becomes(clip, "the question", ({ buttons }) => buttons.includes("Yes, take it down"));
    told.acts("Boris taps Yes, take it down");
    await boris.taps(clip, "Yes, take it down");
    await boris.gone(clip);
    await anna.private().nextText(/^Somebody in a photo/);
  }));
