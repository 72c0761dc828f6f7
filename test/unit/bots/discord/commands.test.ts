import { expect, it, vi } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const MARK = "The movement is made by a computer and never happened; the small “AI” mark says so.";
const EPHEMERAL = 64;

it("the first answer to /animate is the clip, under which the first time stands what everybody should know", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel());
  expect(await channel.animates(await newPicture())).toMatchObject({ type: 5, flags: 0 });
  const clip = await channel.nextClip();
  expect(clip.text).toContain(`Come alive\n\n${MARK}`);
  expect(clip).toMatchObject({ ephemeral: false, rows: 2, buttons: ["Gentler", "Stronger", "Whole photo", "⋯"] });
  expect(channel.seen()).toHaveLength(1);
  expect(world.promised).toBe(0);
  await channel.animates(await newPicture());
  expect((await channel.nextClip()).text).toBe("Come alive");
});

it("what takes longer is told in the reply, which becomes the clip, and can be called off there", async () => {
  const { person, world, renderer } = await startRig();
  const place = world.channel();
  const [anna, boris] = [person().in(place), person().in(place)];
  renderer.hold();
  await anna.animates(await newPicture());
  const status = await anna.nextText(/^Making the clip … about \d+ s$/);
  expect(status.buttons).toEqual(["Cancel"]);
  renderer.release();
  expect((await anna.nextClip()).id).toBe(status.id);
  renderer.hold();
  await anna.animates(await newPicture());
  const second = await anna.nextText(/^Making the clip/);
  await boris.taps(second, "Cancel");
  await boris.nextText("Only the person who asked for it can cancel it.");
  await anna.taps(second, "Cancel");
  await anna.gone(second);
  expect(renderer.made).toHaveLength(1);
});

it("/animate takes a gesture, a face, a framing and a strength", async () => {
  const { person, world, renderer } = await startRig();
  renderer.faces = facesInARow(3);
  const channel = person().in(world.channel());
  await channel.animates(await newPicture(), { gesture: "smile", face: 2, framing: "photo", strength: 4 });
  expect((await channel.nextClip()).text).toMatch(/^Face 2 of 3 · Smile · strong\n/);
  await channel.animates(await newPicture(), { everyone: true, face: 3, strength: 1 });
  expect((await channel.nextClip()).text).toBe("Everyone · Come alive · very gentle");
  expect(renderer.made).toEqual([
    { gesture: "smile", face: 2, framing: "photo", strength: 1.25 },
    { gesture: "nostalgia", face: "all", framing: "photo", strength: 0.4 },
  ]);
});

it("gestures are offered in the person's own language while they type, and understood if they just write", async () => {
  const { person, world, renderer, gestures } = await startRig();
  const place = world.channel();
  const [anna, boris, eve] = [person("es-ES").in(place), person("de").in(place), person().in(world.channel())];
  expect(await anna.types("")).toHaveLength(gestures.names.length);
  expect((await anna.types("")).slice(0, 2)).toEqual(["Cobrar vida", "Sonreír"]);
  expect(await anna.types("sonrei")).toEqual(["Sonreír"]);
  expect(await anna.types("cabeza")).toEqual(["Girar la cabeza", "Ladear la cabeza", "Negar con la cabeza"]);
  expect(await boris.types("kopf d")).toEqual(["Kopf drehen"]);
  // In any of our languages, and with small mistakes.
  expect(await boris.types("smlie")).toEqual(["Lächeln"]);
  expect(await boris.types("xyz")).toEqual([]);
  await boris.animates(await newPicture(), { gesture: "sanft lächeln" });
  expect((await boris.nextClip()).text).toMatch(/^Ein Lächeln · sanft\n/);
  await eve.animates(await newPicture(), { gesture: "juggle three oranges" });
  await eve.nextText(/^I did not quite understand/);
  await eve.nextClip();
  expect(renderer.made.map(({ gesture, strength }) => [gesture, strength])).toEqual([
    ["smile", 0.7],
    ["nostalgia", 1],
  ]);
});

it("the Apps menu of a message animates its picture, which stays its sender's", async () => {
  const { person, world, store } = await startRig();
  const [anna, boris] = [person(), person()];
  const channel = world.channel();
  const message = anna.in(channel).says("Grandmother", { pictures: [await newPicture()] });
  await boris.in(channel).opensMenu(message, "Animate");
  const clip = await boris.in(channel).nextClip();
  const find = async () => store.deliveries.find("discord", `discord:${channel.id}`, clip.id);
  await vi.waitFor(async () => expect((await find())?.user).toBe(`discord:${boris.id}`));
  const delivery = await find();
  expect((await store.photos.get(delivery?.photo ?? ""))?.owner).toBe(`discord:${anna.id}`);
});

it("of several pictures in a message one is chosen from a list that only the asking person sees", async () => {
  const { person, world } = await startRig();
  const channel = world.channel();
  const [anna, boris] = [person().in(channel), person("es-ES").in(channel)];
  const pictures = [await newPicture(), await newPicture(), await newPicture()];
  const message = anna.says("All of them", { pictures });
  expect(await boris.opensMenu(message, "Animate")).toMatchObject({ type: 4, flags: EPHEMERAL });
  const question = await boris.nextText("¿Cuál de las imágenes?");
  expect(question.entries).toEqual(["Imagen 1", "Imagen 2", "Imagen 3"]);
  expect(anna.seen()).toEqual([]);
  await boris.picks(question, "Imagen 2");
  await boris.nextClip();
  await boris.gone(question);
  const wanted = world.find(message)?.message.attachments[1]?.url ?? "";
  expect(boris.seen().filter(({ kind }) => kind === "clip")).toHaveLength(1);
  expect(wanted).not.toBe("");
});

it("only the picture that was chosen is fetched", async () => {
  const { person, world, discord } = await startRig();
  const channel = person().in(world.channel());
  const message = channel.says("Both", { pictures: [await newPicture(), await newPicture()] });
  await channel.opensMenu(message, "Animate");
  await channel.picks(await channel.nextText("Which of the pictures?"), "Picture 2");
  await channel.nextClip();
  const [, second] = world.find(message)?.message.attachments ?? [];
  expect(discord.fetched).toEqual([new URL(second?.url ?? "").pathname]);
});

it("a message without a picture gets a word on how it works", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel());
  expect(await channel.opensMenu(channel.says("Hello"), "Animate")).toMatchObject({ type: 5, flags: EPHEMERAL });
  await channel.nextText(/^Choose a photo with <\/animate:\d+>, or press/);
});

it("what concerns one person is answered to that person alone, in their language", async () => {
  const { person, world } = await startRig({ policy: { operatorContact: "archive@example.org" } });
  const place = world.channel();
  const [anna, boris] = [person("ru").in(place), person().in(place)];
  expect(await anna.uses("privacy")).toMatchObject({ type: 5, flags: EPHEMERAL });
  const privacy = await anna.nextText(/archive@example\.org/);
  expect(privacy).toMatchObject({ ephemeral: true });
  expect(privacy.text).toMatch(/^Что хранится/);
  expect(privacy.text).toMatch(/<\/forget:\d+>/);
  await anna.uses("help");
  await anna.nextText(/Приложения > Оживить/);
  await anna.uses("report");
  await anna.nextText(/Пожаловаться на ролик/);
  expect(boris.seen()).toEqual([]);
  expect(world.promised).toBe(0);
});

it("/forget deletes everything at once, the messages as well", async () => {
  const { person, world, store } = await startRig();
  const anna = person();
  const channel = anna.in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  await channel.uses("forget");
  await channel.nextText(/^Deleted: your photo/);
  await channel.gone(clip);
  expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
});

it("a clip is reported by its Apps menu, and the operator can delete it in private", async () => {
  const operator = { id: "" };
  const policy = { admins: [] as string[] };
  const { person, world, store } = await startRig({ policy });
  const [admin, anna, boris] = [person(), person(), person()];
  operator.id = admin.id;
  policy.admins.push(`discord:${admin.id}`);
  const channel = world.channel();
  await anna.in(channel).animates(await newPicture());
  const clip = await anna.in(channel).nextClip();
  await boris.in(channel).opensMenu(clip.id, "Report clip");
  await boris.in(channel).nextText(/^Thank you\. The operator/);
  const report = await admin.private().nextText(/^Somebody has reported a clip/);
  await admin.private().taps(report, "Delete this clip");
  await anna.in(channel).gone(clip);
  expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
});

it("servers, channels and persons can be let in by their ids", async () => {
  const policy = { allowedChats: [] as string[] };
  const { person, world, renderer } = await startRig({ policy });
  const [home, elsewhere] = [world.channel(), world.channel()];
  policy.allowedChats.push(`discord:${home.guild ?? ""}`);
  const anna = person();
  await anna.in(elsewhere).animates(await newPicture());
  await anna.in(elsewhere).nextText(/^This bot serves only/);
  await anna.in(elsewhere).animates(await newPicture());
  await anna.in(elsewhere).nextText(/^This bot serves only/);
  await anna.in(home).animates(await newPicture());
  await anna.in(home).nextClip();
  expect(renderer.made).toHaveLength(1);
});
