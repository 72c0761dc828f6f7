import { describe, expect, it, vi } from "vitest";
import { LOCALES, OTHER_LOCALES } from "../../../../src/texts/locales.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

describe("commands", () => {
  it("are registered with descriptions in every language", async () => {
    const { world, telegram } = await startRig();
    await vi.waitFor(() => expect(telegram.calls("setMyShortDescription")).toHaveLength(LOCALES.length), 10_000);
    expect([...world.texts.keys()].sort()).toEqual(
      ["commands", "commands in all_group_chats", "description", "shortDescription"]
        .flatMap((what) => [what, ...OTHER_LOCALES.map((locale) => `${what} ${locale}`)])
        .sort(),
    );
    expect(JSON.stringify(world.texts.get("commands zh"))).toContain("立即删除我的全部数据");
    const { commands } = world.texts.get("commands in all_group_chats") as { commands: { command: string }[] };
    expect(commands.map(({ command }) => command)).toEqual(["animate", "help"]);
  });

  it("/start, /help and unknown ones are answered", async () => {
    const { user } = await startRig();
    const chat = user("zh-hans").private();
    chat.says("/start deep-link");
    await chat.next("the first words", ({ text }) => text.startsWith("您好"));
    chat.says("/help");
    await chat.nextText(/用 \/animate 回复一张照片/);
    chat.says("/dance");
    await chat.nextText(/^我处理的是照片/);
    chat.says("/animate");
    await chat.nextText("直接发给我一张照片，我就会让照片里的人动起来。");
  });

  it("/animate in answer to an earlier photo makes what it says", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    const chat = user().private();
    const photo = chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    chat.says("/animate blink 3", { id: photo });
    expect((await chat.nextClip()).text).toMatch(/^Face 3 of 3 · Blink/);
    expect(renderer.made).toHaveLength(2);
  });

  it("words are wishes, about what they answer or about the last photo", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    const chat = user("de").private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    chat.says("lass sie bitte zwinkern");
    // In private what was shown last makes room, as it does for a tap.
    const wink = await chat.nextClip();
    expect(wink.id).toBe(clip.id);
    expect(wink.text).toMatch(/Ein Zwinkern$/);
    chat.says("etwas sanfter, Gesicht 1", { id: clip.id });
    expect((await chat.nextClip()).text).toMatch(/^Gesicht 1 von 3 · Ein Zwinkern · sanft/);
    chat.says("Ihr Lächeln fehlt mir");
    await chat.nextText(/^Das habe ich nicht ganz verstanden.*Zwinkern/);
    chat.says("Vielen Dank!");
    await chat.nextText("Sehr gern.");
  });

  it("/privacy says what is kept, how long, and who runs the bot", async () => {
    const { user } = await startRig({ policy: { retentionHours: 48, operatorContact: "archive@example.org" } });
    const chat = user().private();
    chat.says("/privacy");
    const { text } = await chat.nextText(/What is kept/);
    expect(text).toContain("after 48 hours");
    expect(text).toContain("archive@example.org");
  });
});

describe("/forget", () => {
  it("removes photos, clips, records and our messages, and says so", async () => {
    const { user, store, renderer } = await startRig();
    renderer.faces = facesInARow(2);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    chat.says("/forget");
    await chat.nextText("Deleted: your photo, all clips made from it, and everything noted about you.");
    await chat.gone(clip);
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0, bytes: 0 });
    expect(chat.seen().filter(({ kind }) => kind === "picture")).toHaveLength(0);
    expect((await chat.taps(clip, "Smile")).text).toMatch(/^This photo has already been deleted/);
    chat.says("/forget");
    await chat.nextText("There is nothing left of yours here: no photo, no clip.");
  });

  it("says what Telegram will not remove, and what to do about it", async () => {
    const { user, script } = await startRig();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    const description = "Bad Request: message can't be deleted for everyone";
    script.fail("deleteMessage", { kind: "refuse", status: 400, description });
    chat.says("/forget");
    const { text } = await chat.nextText(/^One of my messages is still in its chat/);
    expect(text).toContain("less than two days old");
    expect(chat.again(clip).deleted).toBe(false);
  });

  it("withdraws what is in work", async () => {
    const { user, renderer, store, queue } = await startRig();
    renderer.hold();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const status = await chat.nextText(/^Making the clip/);
    chat.says("/forget");
    await chat.nextText(/^Deleted: your photo/);
    await chat.gone(status);
    renderer.release();
    expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0, unanswered: 0 });
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
  });

  it("catches a photo that is still on its way", async () => {
    const { user, script, store } = await startRig();
    script.failFile({ kind: "slow", pieces: 4, everyMs: 300 });
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const status = await chat.nextText("Looking for faces …");
    chat.says("/forget");
    await chat.nextText(/^There is nothing left of yours/);
    await chat.gone(status);
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
    expect(chat.seen().filter(({ kind }) => kind === "clip")).toHaveLength(0);
  });
});

describe("/report", () => {
  it("tells the operator, who can delete the clip", async () => {
    const rig = await startRig({ policy: { admins: ["telegram:4242"] } });
    const admin = rig.user();
    (admin as { user: typeof admin.user }).user = { ...admin.user, id: 4242 };
    const office = admin.private();
    const chat = rig.user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    chat.says("/report", clip);
    await chat.nextText(/The operator of this bot has been told/);
    const report = await office.nextText(/^Somebody has reported a clip. Chat \d+, message \d+/);
    expect((await office.taps(report, "Delete this clip")).text).toMatch(/^Deleted/);
    await chat.gone(clip);
  });

  it("gives the operator's address where nobody could be told", async () => {
    const { user } = await startRig({ policy: { operatorContact: "archive@example.org" } });
    const chat = user().private();
    chat.says("/report");
    await chat.nextText(/^To report a clip, reply to it with \/report/);
    chat.sendsPhoto(await newPicture());
    chat.says("/report", await chat.nextClip());
    await chat.nextText(/archive@example.org/);
  });
});

describe("sharing", () => {
  it("offers one's own clips in any chat, and nobody else's", async () => {
    const { user, world } = await startRig();
    const [anna, boris] = [user(), user()];
    const chat = anna.private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    await vi.waitFor(async () => expect(await anna.searchInline("")).toHaveLength(1));
    const [offered] = await anna.searchInline("");
    expect(offered).toMatchObject({ type: "mpeg4_gif", mpeg4_file_id: clip.message.animation?.file_id });
    expect(await boris.searchInline("")).toEqual([]);
    expect([...world.inlineButtons.values()]).toEqual(["Send me a photo first"]);
    const call = world.calls.findLast(({ method }) => method === "answerInlineQuery");
    expect(call?.params).toMatchObject({ is_personal: true, cache_time: 0 });
  });

  it("the share button leads to the very clip", async () => {
    const { user } = await startRig();
    const anna = user();
    const chat = anna.private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    await chat.taps(clip, "Smile");
    const smile = await chat.nextClip();
    const buttons = (
      smile.message as { reply_markup?: { inline_keyboard: { text: string; switch_inline_query?: string }[][] } }
    ).reply_markup;
    const share = buttons?.inline_keyboard.flat().find(({ text }) => text === "Share")?.switch_inline_query ?? "";
    await vi.waitFor(async () => {
      const offered = await anna.searchInline(share);
      expect(offered).toMatchObject([{ mpeg4_file_id: smile.message.animation?.file_id }]);
    });
  });
});
