import { Bot, GrammyError, HttpError, InputFile } from "grammy";
import { expect, it, onTestFinished } from "vitest";
import { newGroup, TestUser } from "../../../support/fake-telegram/client.ts";
import { badGateway, flood } from "../../../support/fake-telegram/failures.ts";
import { summon } from "../../../support/fake-telegram/guests.ts";
import { FakeTelegram, TOKEN } from "../../../support/fake-telegram/server.ts";

/** Another library's bot, so that our Bot API server is not made to measure for ours. */
async function start() {
  const telegram = await FakeTelegram.start();
  onTestFinished(async () => telegram.stop());
  const bot = new Bot(TOKEN, { client: { apiRoot: telegram.url } });
  return { telegram, bot, chat: new TestUser(telegram).private() };
}

it("polls, confirms what it got, and answers", async () => {
  const { telegram, bot, chat } = await start();
  const got: string[] = [];
  bot.on("message:text", async (context) => {
    got.push(context.message.text);
    await context.reply(`You said ${context.message.text}`);
  });
  const running = bot.start();
  onTestFinished(async () => bot.stop());
  chat.says("one");
  await chat.nextText("You said one");
  chat.says("two");
  await chat.nextText("You said two");
  await bot.stop();
  await running;
  expect(got).toEqual(["one", "two"]);
  expect(telegram.world.updates).toEqual([]);
});

it("uploads an animation with a thumbnail, edits, and deletes", async () => {
  const { bot, chat } = await start();
  const jpeg = new InputFile(Buffer.from([0xff, 0xd8, 0xff]), "t.jpg");
  const sent = await bot.api.sendAnimation(chat.chat.id, new InputFile(Buffer.from("mp4"), "c.mp4"), {
    width: 2,
    height: 2,
    duration: 1,
    thumbnail: jpeg,
    caption: "A clip",
    reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "a" }]] },
  });
  const clip = await chat.nextClip();
  expect(clip).toMatchObject({ text: "A clip", buttons: ["a"] });
  await bot.api.sendAnimation(chat.chat.id, sent.animation.file_id, { width: 2, height: 2, duration: 1 });
  expect((await chat.nextClip()).message.animation?.file_id).toBe(sent.animation.file_id);
  await bot.api.editMessageReplyMarkup(chat.chat.id, sent.message_id, { reply_markup: { inline_keyboard: [] } });
  expect(chat.again(clip).buttons).toEqual([]);
  await bot.api.deleteMessage(chat.chat.id, sent.message_id);
  await chat.gone(clip);
});

it("downloads what was sent", async () => {
  const { telegram, bot, chat } = await start();
  chat.sendsPhoto({ bytes: Buffer.from("a photo"), name: "p.jpg" });
  const [update] = await bot.api.getUpdates();
  const file = await bot.api.getFile(update?.message?.photo?.at(-1)?.file_id ?? "");
  const response = await fetch(`${telegram.url}/file/bot${TOKEN}/${file.file_path ?? ""}`);
  expect(await response.text()).toBe("a photo");
});

it("is told no in the words that Telegram uses", async () => {
  const { telegram, bot, chat } = await start();
  const refused = async (work: Promise<unknown>): Promise<GrammyError> => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    if (error instanceof GrammyError) return error;
    throw new Error(`not refused: ${String(error)}`);
  };
  expect((await refused(bot.api.sendMessage(1, "x"))).description).toMatch(/chat not found/);
  expect((await refused(bot.api.sendMessage(chat.chat.id, " "))).description).toMatch(/text is empty/);
  expect((await refused(bot.api.answerCallbackQuery("x"))).description).toMatch(/query is too old/);
  expect((await refused(bot.api.deleteMessage(chat.chat.id, 99))).description).toMatch(/to delete not found/);
  const long = { inline_keyboard: [[{ text: "a", callback_data: "x".repeat(65) }]] };
  expect((await refused(bot.api.sendMessage(chat.chat.id, "x", { reply_markup: long }))).description).toMatch(
    /BUTTON_DATA_INVALID/,
  );
  telegram.script.fail("sendMessage", flood(7));
  expect((await refused(bot.api.sendMessage(chat.chat.id, "x"))).parameters.retry_after).toBe(7);
  telegram.world.blocked.add(chat.chat.id);
  expect((await refused(bot.api.sendMessage(chat.chat.id, "x"))).error_code).toBe(403);
});

it("turns words into a clip and a clip into a picture, changes captions, and marks messages", async () => {
  const { telegram, bot, chat } = await start();
  const { id } = chat.chat;
  const clip = new InputFile(Buffer.from("mp4"), "c.mp4");
  const jpeg = new InputFile(Buffer.from([0xff, 0xd8, 0xff]), "t.jpg");
  const said = await bot.api.sendMessage(id, "Wait");
  const seen = await chat.nextText("Wait");
  await bot.api.editMessageMedia(id, said.message_id, {
    type: "animation",
    media: clip,
    thumbnail: jpeg,
    caption: "A clip",
    width: 2,
    height: 2,
    duration: 1,
  });
  expect(chat.again(seen)).toMatchObject({ kind: "clip", text: "A clip" });
  await bot.api.editMessageCaption(id, said.message_id, { caption: "Another line" });
  expect(chat.again(seen)).toMatchObject({ kind: "clip", text: "Another line" });
  await bot.api.editMessageMedia(id, said.message_id, { type: "photo", media: jpeg });
  expect(chat.again(seen).kind).toBe("picture");
  const photo = chat.says("hello");
  await bot.api.setMessageReaction(id, photo, [{ type: "emoji", emoji: "👀" }]);
  await bot.api.setMessageReaction(id, photo, []);
  expect(telegram.world.marks.map(({ emoji }) => emoji)).toEqual(["👀", null]);
});

it("is refused what Telegram refuses of these, and on an old server what that does not know", async () => {
  const { telegram, bot, chat } = await start();
  const { id } = chat.chat;
  const why = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.catch((reason: unknown) => reason);
    return error instanceof GrammyError ? error.description : `not refused: ${String(error)}`;
  };
  const clip = () => new InputFile(Buffer.from("mp4"), "c.mp4");
  const said = await bot.api.sendMessage(id, "Wait");
  const media = { type: "animation", media: clip() } as const;
  expect(await why(bot.api.editMessageMedia(id, 999, media))).toMatch(/message to edit not found/);
  expect(await why(bot.api.editMessageMedia(id, chat.says("mine"), media))).toMatch(/can't be edited/);
  expect(await why(bot.api.editMessageMedia(id, said.message_id, { type: "photo", media: clip() }))).toMatch(
    /PHOTO_INVALID/,
  );
  expect(await why(bot.api.editMessageCaption(id, said.message_id, { caption: "x" }))).toMatch(
    /no caption in the message/,
  );
  expect(
    await why(bot.api.editMessageMedia(id, said.message_id, { type: "animation", media: "no such file" })),
  ).toMatch(/wrong remote file/);
  const heart = { type: "emoji", emoji: "🦄" } as const;
  expect(await why(bot.api.setMessageReaction(id, said.message_id, [heart]))).toMatch(/REACTION_INVALID/);
  expect(await why(bot.api.setMessageReaction(id, 999, []))).toMatch(/message to react not found/);
  telegram.world.isOld = true;
  expect(await why(bot.api.editMessageMedia(id, said.message_id, media))).toMatch(/no media in the message to edit/);
  expect(await why(bot.api.raw.answerGuestQuery({ guest_query_id: "x", result: {} as never }))).toMatch(
    /method not found/,
  );
});

it("meets failures of the network as such", async () => {
  const { telegram, bot, chat } = await start();
  for (const failure of [badGateway, { kind: "drop" }, { kind: "dropAfter" }] as const) {
    telegram.script.fail("sendMessage", failure);
    await expect(bot.api.sendMessage(chat.chat.id, "hello")).rejects.toBeInstanceOf(HttpError);
  }
  expect(chat.seen()).toHaveLength(1);
});

it("sends clips in other shapes, which are refused as Telegram refuses them", async () => {
  const { bot, chat } = await start();
  const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(10)]);
  const file = (bytes: Uint8Array): InputFile => new InputFile(bytes, "file");
  const to = chat.chat.id;
  const sticker = await bot.api.sendSticker(to, file(webm));
  await bot.api.sendSticker(to, sticker.sticker.file_id);
  const other = await bot.api.sendSticker(to, file(Buffer.from("mp4"))).catch((error: unknown) => error);
  expect(other).toMatchObject({ description: "Bad Request: STICKER_VIDEO_NOWEBM" });
  const large = Buffer.concat([webm, Buffer.alloc(256 * 1024)]);
  expect(await bot.api.sendSticker(to, file(large)).catch((error: unknown) => error)).toBeInstanceOf(GrammyError);
  const round = await bot.api.sendVideoNote(to, file(Buffer.from("mp4")), { length: 640, duration: 4 });
  expect(round.video_note.length).toBe(640);
  const wide = bot.api.sendVideoNote(to, file(Buffer.from("mp4")), { length: 720, duration: 4 });
  await expect(wide).rejects.toBeInstanceOf(GrammyError);
  const jpeg = Buffer.from([0xff, 0xd8, 0xff]);
  await bot.api.sendLivePhoto(to, file(Buffer.from("mp4")), file(jpeg));
  expect(chat.seen().map(({ kind }) => kind)).toEqual(["sticker", "sticker", "round", "live"]);
});

it("answers as a guest once, and changes that with what Telegram has", async () => {
  const { telegram, bot, chat } = await start();
  const query = summon(telegram.world, new TestUser(telegram).user, newGroup(), "please", {
    bytes: Buffer.from("p"),
    name: "p",
  });
  const [update] = await bot.api.getUpdates({ allowed_updates: ["guest_message"] });
  expect(update?.guest_message).toMatchObject({ guest_query_id: query });
  const word = { type: "article", id: "1", title: "t", input_message_content: { message_text: "One moment" } } as const;
  const { inline_message_id: id } = await bot.api.answerGuestQuery(query, word);
  await expect(bot.api.answerGuestQuery(query, word)).rejects.toBeInstanceOf(GrammyError);
  const mp4 = new InputFile(Buffer.from("mp4"), "c.mp4");
  const upload = bot.api.editMessageMediaInline(id, { type: "animation", media: mp4 });
  await expect(upload).rejects.toThrow("can't upload");
  const kept = await bot.api.sendAnimation(chat.chat.id, mp4, { width: 2, height: 2, duration: 1 });
  expect(await bot.api.editMessageMediaInline(id, { type: "animation", media: kept.animation.file_id })).toBe(true);
});
