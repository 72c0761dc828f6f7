import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { newGroup } from "../../../support/fake-telegram/client.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { BOT } from "../../../support/fake-telegram/world.ts";

async function withGroup() {
  const rig = await startRig();
  const group = newGroup();
  const anna = rig.user();
  return { ...rig, group, anna: anna.in(group), annaId: anna.id, boris: rig.user().in(group) };
}

describe("in a group the bot is asked", () => {
  it("by /animate in answer to somebody's photo", async () => {
    const { anna, boris, renderer, annaId, store } = await withGroup();
    const photo = anna.sendsPhoto(await newPicture());
    boris.says(`/animate@${BOT.username ?? ""} smile`, { id: photo });
    const clip = await boris.nextClip();
    expect(clip.repliesTo).toBe(photo);
    expect(renderer.made).toEqual([{ face: 1, gesture: "smile", strength: 1 }]);
    const delivered = await vi.waitFor(async () => {
      const found = await store.deliveries.find("telegram", `telegram:${anna.chat.id}`, String(clip.id));
      if (found === null) throw new Error("not noted yet");
      return found;
    });
    expect((await store.photos.get(delivered.photo))?.owner).toBe(`telegram:${annaId}`);
    expect(delivered.user).not.toBe(`telegram:${annaId}`);
  });

  it("by /animate in a photo's caption", async () => {
    const { anna } = await withGroup();
    const photo = anna.sendsPhoto(await newPicture(), { caption: "/animate" });
    expect((await anna.nextClip()).repliesTo).toBe(photo);
  });

  it("by a photo in answer to one of its messages", async () => {
    const { anna } = await withGroup();
    anna.says(`/help@${BOT.username ?? ""}`);
    const help = await anna.nextText(/reply to a photo with \/animate/);
    const photo = anna.sendsPhoto(await newPicture(), { to: help });
    expect((await anna.nextClip()).repliesTo).toBe(photo);
  });

  it("by its name in answer to a photo, where that reaches it", async () => {
    const { anna, world } = await withGroup();
    const photo = anna.sendsPhoto(await newPicture());
    const text = `@${BOT.username ?? ""} please`;
    const entities = [{ type: "mention", offset: 0, length: text.length - 7 }];
    const from = { id: 99, is_bot: false, first_name: "Someone" };
    const held = world.find(anna.chat.id, photo);
    world.tell({
      message: { message_id: 9001, date: 1, chat: anna.chat, from, text, entities, reply_to_message: held?.message },
    });
    expect((await anna.nextClip()).repliesTo).toBe(photo);
  });
});

describe("in a group the bot keeps quiet", () => {
  it("about photos, stickers and talk that are not meant for it, even as an administrator", async () => {
    const { anna, world, clock, telegram } = await withGroup();
    const picture = await newPicture();
    const file = world.addFile(picture.bytes, "p.jpg");
    const base = { date: 1, chat: anna.chat, from: { id: 99, is_bot: false, first_name: "Someone" } };
    const photo = [{ file_id: file.id, file_unique_id: "u", width: 10, height: 10 }];
    world.tell({ message: { ...base, message_id: 8001, photo } });
    world.tell({ message: { ...base, message_id: 8002, photo, media_group_id: "album" } });
    world.tell({ message: { ...base, message_id: 8003, text: "how lovely" } });
    world.tell({
      message: {
        ...base,
        message_id: 8004,
        sticker: {
          file_id: "s",
          file_unique_id: "s",
          width: 1,
          height: 1,
          type: "regular",
          is_animated: false,
          is_video: false,
        },
      },
    });
    world.tell({
      message: {
        ...base,
        message_id: 8005,
        text: "/animate@another_bot",
        entities: [{ type: "bot_command", offset: 0, length: 20 }],
      },
    });
    anna.says(`/help@${BOT.username ?? ""}`);
    await anna.nextText(/Send a photo/);
    await clock.passed(3000);
    expect(anna.seen()).toHaveLength(1);
    expect(telegram.calls("getFile")).toHaveLength(0);
  });

  it("when somebody answers a clip with a word", async () => {
    const { anna, boris, clock } = await withGroup();
    const photo = anna.sendsPhoto(await newPicture());
    anna.says("/animate", { id: photo });
    const clip = await anna.nextClip();
    const before = anna.seen().length;
    boris.says("Oh, grandmother!", clip);
    boris.says("/help");
    await boris.nextText(/Send a photo/);
    await clock.passed(2000);
    expect(anna.seen().filter(({ deleted }) => !deleted).length).toBeLessThanOrEqual(before + 1);
  });

  it("in chats that the operator does not allow, after saying so once", async () => {
    const group = newGroup();
    const rig = await startRig({ policy: { allowedChats: ["telegram:-1", "42"] } });
    const anna = rig.user().in(group);
    const photo = anna.sendsPhoto(await newPicture());
    anna.says("/animate", { id: photo });
    await anna.nextText(new RegExp(`This chat’s ID is ${group.id}`));
    anna.says("/animate", { id: photo });
    anna.says("/privacy");
    await anna.nextText(/What is kept/);
    expect(anna.seen()).toHaveLength(2);
    expect(rig.telegram.calls("getFile")).toHaveLength(0);
  });
});

describe("an album", () => {
  it("in a private chat is taken as far as there is room, with one word about the rest", async () => {
    const { user, renderer } = await startRig({ limits: { waitingPerUser: 4 } });
    const chat = user().private();
    renderer.hold();
    const pictures = await Promise.all(Array.from({ length: 10 }, async () => newPicture()));
    for (const picture of pictures) chat.sendsPhoto(picture, { album: "ten" });
    await chat.nextText(/^6 photos of the album are left over, because I take only a few at a time/);
    renderer.release();
    for (let i = 0; i < 4; i++) await chat.nextClip();
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(4);
    expect(chat.seen().filter(({ text }) => text.includes("left over"))).toHaveLength(1);
  });

  it("in a group is meant as a whole when its caption asks", async () => {
    const { anna, world, renderer } = await withGroup();
    const from = { id: 99, is_bot: false, first_name: "Someone" };
    for (const [index, caption] of [undefined, "/animate", undefined].entries()) {
      const picture = await newPicture();
      const file = world.addFile(picture.bytes, "p.jpg");
      const photo = [{ file_id: file.id, file_unique_id: file.unique, width: 10, height: 10 }];
      const asked =
        caption === undefined ? {} : { caption, caption_entities: [{ type: "bot_command", offset: 0, length: 8 }] };
      world.tell({
        message: { message_id: 7001 + index, date: 1, chat: anna.chat, from, photo, media_group_id: "three", ...asked },
      });
    }
    for (let i = 0; i < 3; i++) await anna.nextClip();
    expect(renderer.made).toHaveLength(3);
  });
});

it("a group that becomes a supergroup is the same chat to its people", async () => {
  const rig = await startRig();
  const { world, renderer, user } = rig;
  const group = { ...newGroup(), type: "group" } as ReturnType<typeof newGroup>;
  const [anna, boris] = [user(), user()];
  const before = anna.in(group);
  before.sendsPhoto(await newPicture(), { caption: "/animate" });
  const first = await before.nextClip();
  renderer.hold();
  await before.taps(first, "Smile");
  await before.becomes(first, "a word", ({ text }) => text.startsWith("Making the clip"));
  const after = boris.in(world.becomesSupergroup(group, -1_000_000_000_000 - first.id));
  // Numbers begin anew there: one that we know from the old group is somebody else's.
  const theirs = { message_id: first.id, date: 1, chat: after.chat, from: boris.user, text: "hello" };
  world.keep(theirs);
  await vi.waitFor(async () => {
    const chats = rig.store.records.all(z.object({ chat: z.string() }), "SELECT chat FROM photos");
    expect(chats).toEqual([{ chat: `telegram:${after.chat.id}` }]);
  }, 10_000);
  renderer.release();
  const clip = await after.nextClip();
  expect(clip.repliesTo).toBeUndefined();
  await after.chooses(clip, "Stronger");
  await after.nextClip();
  const words = anna.in(after.chat);
  words.says(`/forget@${BOT.username ?? ""}`);
  await words.nextText(/are still in their chats|is still in its chat/);
  expect(world.find(after.chat.id, first.id)?.message).toMatchObject({ text: "hello" });
});
