import { setTimeout as sleep } from "node:timers/promises";
import { GivenUp, TestPerson } from "../test/support/fake-discord/client.ts";
import type { FakeDiscord } from "../test/support/fake-discord/server.ts";
import { newGroup, TestUser } from "../test/support/fake-telegram/client.ts";
import type { FakeTelegram } from "../test/support/fake-telegram/server.ts";
import { anotherPortrait } from "../test/support/photos.ts";
import { Visitor } from "../test/support/web-rig.ts";

/** Each photo is a clip, then a tap on its buttons. */
const CLIPS_EACH = 2;
/** After so many photos somebody asks to be forgotten, and somebody new comes. */
const PHOTOS_EACH = 5;
const ANSWER_MS = 300_000;
const LOOK_EVERY_MS = 500;

/** A meeting of somebody with the bot. */
export interface Meeting {
  /** Whether there is time for another photo. */
  readonly goOn: () => boolean;
  /** What is awaited from now on. */
  readonly await: (what: string) => void;
}

/** Somebody who uses the bot: `meet` resolves when they have had some photos animated, as long as they may, and left. */
export interface Acquaintance {
  readonly name: string;
  readonly meet: (meeting: Meeting) => Promise<{ readonly clips: number }>;
}

/** A clip has become one of the gesture that was tapped. */
function isSmile({ kind, text }: { readonly kind: string; readonly text: string }): boolean {
  return kind === "clip" && text.startsWith("Smile");
}

/** What Discord has given up the bot answers all the same, in the channel; the soak counts them (`Lateness`). */
async function unlessGivenUp(answer: Promise<unknown>): Promise<void> {
  await answer.catch((error: unknown) => {
    if (!(error instanceof GivenUp)) throw error;
  });
}

/** A private chat in Telegram, every other time a group. */
export function telegramChat(telegram: FakeTelegram): Acquaintance {
  let met = 0;
  return {
    name: "Telegram",
    meet: async (meeting) => {
      const user = new TestUser(telegram);
      const group = met++ % 2 === 1;
      const chat = group ? user.in(newGroup()) : user.private();
      let photo = 0;
      for (; photo < PHOTOS_EACH && meeting.goOn(); photo += 1) {
        meeting.await("a clip");
        chat.sendsPhoto(await anotherPortrait(), group ? { caption: "/animate" } : {});
        const clip = await chat.nextClip(ANSWER_MS);
        meeting.await("a smile in its place");
        await chat.taps(clip, "Smile");
        await chat.becomes(clip, "a smile", isSmile, ANSWER_MS);
      }
      meeting.await("help");
      chat.says("/help");
      await chat.nextText(/Send a photo/, ANSWER_MS);
      meeting.await("to be forgotten");
      chat.says("/forget");
      await chat.nextText(/^Deleted:/, ANSWER_MS);
      return { clips: photo * CLIPS_EACH };
    },
  };
}

/** A channel of a Discord server. */
export function discordChannel(discord: FakeDiscord): Acquaintance {
  return {
    name: "Discord",
    meet: async (meeting) => {
      const channel = new TestPerson(discord).in(discord.world.channel());
      let photo = 0;
      for (; photo < PHOTOS_EACH && meeting.goOn(); photo += 1) {
        meeting.await("a clip");
        const portrait = await anotherPortrait();
        await unlessGivenUp(channel.animates(portrait));
        const clip = await channel.nextClip(ANSWER_MS);
        meeting.await("a smile in its place");
        await unlessGivenUp(channel.picks(clip, "Smile"));
        await channel.becomes(clip, "a smile", isSmile, ANSWER_MS);
      }
      meeting.await("to be forgotten");
      await unlessGivenUp(channel.uses("forget"));
      await channel.nextText(/^Deleted:/, ANSWER_MS);
      return { clips: photo * CLIPS_EACH };
    },
  };
}

/** A browser at the page, which looks again and again as one does that is reloaded. */
export function pageVisitor(url: string): Acquaintance {
  return {
    name: "page",
    meet: async (meeting) => {
      const visitor = await Visitor.enter(url);
      const clips = async () => (await visitor.history()).filter(({ clipUrl }) => clipUrl !== null);
      const until = async (count: number) => {
        for (const end = Date.now() + ANSWER_MS; Date.now() < end; ) {
          const found = await clips();
          if (found.length >= count) return found;
          await sleep(LOOK_EVERY_MS);
        }
        throw new Error(`no clip ${count} on the page`);
      };
      let photo = 0;
      for (; photo < PHOTOS_EACH && meeting.goOn(); photo += 1) {
        meeting.await("a clip");
        const { bytes } = await anotherPortrait();
        const { status } = await visitor.postPhoto(bytes);
        if (status !== 204) throw new Error(`the page took no photo: ${status}`);
        const found = await until(CLIPS_EACH * photo + 1);
        const clip = found.at(-1);
        const wink = clip?.keyboard.flatMap(({ buttons }) => buttons).find(({ label }) => /Wink/.test(label));
        if (clip === undefined || wink === undefined) throw new Error("a clip without its buttons");
        meeting.await("a wink");
        const press = await visitor.post("/api/presses", { message: clip.id, data: wink.data });
        if (!press.ok) throw new Error(`the page took no tap: ${press.status}`);
        await until(CLIPS_EACH * (photo + 1));
      }
      await visitor.post("/api/commands", { name: "forget" });
      return { clips: photo * CLIPS_EACH };
    },
  };
}
