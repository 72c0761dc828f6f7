import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newGroup } from "../../../support/fake-telegram/client.ts";
import { newPicture, type RigOptions, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";
import { soon } from "../../../support/soon.ts";

/** A private chat in which a photo with so many faces has been answered. */
async function answered(faces = 1, options: RigOptions = {}) {
  const rig = await startRig(options);
  rig.renderer.faces = facesInARow(faces);
  const chat = rig.user().private();
  const photo = chat.sendsPhoto(await newPicture());
  return { ...rig, chat, photo, clip: await chat.nextClip() };
}

describe("a photo has one message", () => {
  it("which is the clip; that it was seen is told by a mark, without a sound or a word", async () => {
    const { chat, photo, world } = await answered();
    expect(chat.seen()).toHaveLength(1);
    await world.until("the mark to go", () => (world.marks.length === 2 ? true : undefined));
    expect(world.marks).toEqual([
      { chat: chat.chat.id, message: photo, emoji: "👀" },
      { chat: chat.chat.id, message: photo, emoji: null },
    ]);
  });

  it("which says after two seconds how long it takes, can be cancelled, and becomes the clip", async () => {
    const { user, renderer } = await startRig();
    const chat = user().private();
    renderer.hold();
    const photo = chat.sendsPhoto(await newPicture());
    const status = await chat.nextText(/^Making the clip … about \d+ s$/);
    expect(status).toMatchObject({ repliesTo: photo, buttons: ["Cancel"] });
    renderer.release();
    const clip = await chat.becomes(status, "the clip", ({ kind }) => kind === "clip");
    expect(clip.message.animation).toMatchObject({ width: 720, height: 720, duration: 4 });
    expect(clip.buttons).toContain("Smile");
    expect(chat.seen()).toHaveLength(1);
  });

  it("in which another gesture takes the clip's place, and the earlier one comes back without an upload", async () => {
    const { chat, clip, renderer, telegram } = await answered();
    await chat.taps(clip, "Smile");
    const smile = await chat.becomes(clip, "a smile", ({ text }) => text.startsWith("Smile"));
    await chat.taps(smile, "Come alive");
    const back = await chat.becomes(clip, "as before", ({ text }) => text.startsWith("Come alive"));
    expect(back.message.animation?.file_id).toBe(clip.message.animation?.file_id);
    expect(renderer.made.map(({ gesture }) => gesture)).toEqual(["nostalgia", "smile"]);
    expect(chat.seen()).toHaveLength(1);
    const { media } = telegram.calls("editMessageMedia").at(-1)?.params ?? {};
    expect(media).toMatchObject({ media: clip.message.animation?.file_id });
  });

  it("which tells of a slow gesture under the clip itself", async () => {
    const { chat, clip, renderer } = await answered();
    renderer.hold();
    await chat.taps(clip, "Smile");
    const told = await chat.becomes(clip, "a word", ({ text }) => /^Making the clip … about/.test(text));
    expect(told).toMatchObject({ kind: "clip", buttons: ["Cancel"] });
    renderer.release();
    await chat.becomes(clip, "a smile", ({ text }) => text.startsWith("Smile"));
    expect(chat.seen()).toHaveLength(1);
  });

  it("which shows its clip again when another one could not be made", async () => {
    const { chat, clip, renderer } = await answered(3);
    renderer.failures.push(new UserError("faceTurnedAway"));
    await chat.taps(clip, "Everyone");
    await chat.nextText(/^This face is turned too far/);
    expect(chat.again(clip)).toMatchObject({ kind: "clip", text: clip.text.split("\n")[0], buttons: clip.buttons });
  });

  it("where the server cannot turn words into a clip, the clip comes and the words go", async () => {
    const { user, renderer } = await startRig({ oldServer: true });
    const chat = user().private();
    renderer.hold();
    chat.sendsPhoto(await newPicture());
    const status = await chat.nextText(/^Making the clip/);
    renderer.release();
    const clip = await chat.nextClip();
    await chat.gone(status);
    expect(clip.buttons).toContain("• Come alive •");
  });
});

describe("what is cancelled", () => {
  it("is made for nobody, and nothing stays of it", async () => {
    const { user, renderer, world, queue } = await startRig();
    const chat = user().private();
    renderer.hold();
    chat.sendsPhoto(await newPicture());
    const status = await chat.nextText(/^Making the clip/);
    expect((await chat.taps(status, "Cancel")).text).toBe("Cancelled.");
    await chat.gone(status);
    expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
    expect(chat.seen()).toEqual([]);
    await soon(() => expect(world.marks.at(-1)?.emoji).toBeNull());
  });

  it("leaves the clip that was there", async () => {
    const { chat, clip, renderer } = await answered();
    renderer.hold();
    await chat.taps(clip, "Smile");
    const told = await chat.becomes(clip, "a word", ({ buttons }) => buttons.includes("Cancel"));
    await chat.taps(told, "Cancel");
    const back = await chat.becomes(clip, "as before", ({ buttons }) => buttons.includes("Smile"));
    expect(back.text).toBe("Come alive");
  });

  it("is cancelled by nobody else", async () => {
    const rig = await startRig();
    const group = newGroup();
    const [anna, boris] = [rig.user().in(group), rig.user().in(group)];
    rig.renderer.hold();
    const photo = anna.sendsPhoto(await newPicture());
    anna.says("/animate", { id: photo });
    const status = await anna.nextText(/^Making the clip/);
    expect((await boris.taps(status, "Cancel")).text).toBe("Only the person who asked for it can cancel it.");
    rig.renderer.release();
    await anna.becomes(status, "the clip", ({ kind }) => kind === "clip");
  });
});

describe("five to eight buttons", () => {
  it("are seen at a time, what is shown in a colour", async () => {
    const { clip } = await answered();
    expect(clip.rows).toEqual([
      ["• Come alive •", "Smile", "Laugh"],
      ["More …", "Share", "⋯"],
    ]);
    expect(JSON.stringify(clip.message)).toContain('"text":"Come alive"');
    expect((await answered(8)).clip.rows).toEqual([
      ["• Come alive •", "Smile", "Laugh"],
      ["More …", "Everyone", "Faces"],
      ["Share", "⋯"],
    ]);
  });

  it("have no Share where the bot has no inline mode", async () => {
    expect((await answered(1, { withoutInline: true })).clip.buttons).not.toContain("Share");
  });

  it("lead to the others and back, in the same message", async () => {
    const { chat, clip } = await answered();
    await chat.taps(clip, "More …");
    const more = await chat.becomes(clip, "more", ({ buttons }) => buttons.includes("Nod"));
    expect(more.buttons).toEqual(expect.arrayContaining(["Gentler", "Stronger", "Whole photo", "‹ Back"]));
    expect(more.buttons).not.toContain("Smile");
    await chat.taps(more, "‹ Back");
    const back = await chat.becomes(clip, "as before", ({ buttons }) => buttons.includes("Smile"));
    expect(back.rows).toEqual(clip.rows);
  });

  it("say so when what is shown is tapped, and send nothing", async () => {
    const { chat, clip, telegram } = await answered();
    const before = telegram.world.calls.length;
    expect((await chat.taps(clip, "Come alive")).text).toBe("This is the one shown here.");
    expect(telegram.world.calls.slice(before).map(({ method }) => method)).not.toContain("sendAnimation");
    expect(chat.seen()).toHaveLength(1);
  });

  it("show the faces with their numbers in the clip's place, in pages of eight, and the clip again", async () => {
    const { chat, clip } = await answered(11);
    await chat.taps(clip, "Faces");
    const strip = await chat.becomes(clip, "the faces", ({ kind }) => kind === "picture");
    expect(strip.rows).toEqual([["1", "• 2 •", "3", "4", "5", "6", "7", "8"], ["›"], ["‹ Back"]]);
    await chat.taps(strip, "›");
    const next = await chat.becomes(clip, "more faces", ({ buttons }) => buttons.includes("9"));
    expect(next.buttons).toEqual(["9", "10", "11", "‹", "‹ Back"]);
    await chat.taps(next, "10");
    const tenth = await chat.becomes(clip, "the tenth", ({ kind }) => kind === "clip");
    expect(tenth.text).toBe("Face 10 of 11 · Come alive");
    await chat.taps(tenth, "Faces");
    await chat.taps(await chat.becomes(clip, "the faces", ({ kind }) => kind === "picture"), "‹ Back");
    expect((await chat.becomes(clip, "the clip", ({ kind }) => kind === "clip")).text).toBe(tenth.text);
    expect(chat.seen()).toHaveLength(1);
  });

  it("ask in the message whether to delete, and keep what is kept", async () => {
    const { chat, clip, store } = await answered();
    await chat.taps(clip, "⋯");
    const other = await chat.becomes(clip, "a menu", ({ buttons }) => buttons.includes("Delete"));
    expect((await chat.taps(other, "Delete")).text).toBeUndefined();
    const asking = await chat.becomes(clip, "a question", ({ text }) => text === "Delete the photo and all its clips?");
    expect(asking.buttons).toEqual(["Yes, delete it", "Keep it"]);
    await chat.taps(asking, "Keep it");
    const back = await chat.becomes(clip, "as before", ({ text }) => text === "Come alive");
    expect(back.rows).toEqual(clip.rows);
    await chat.taps(clip, "⋯");
    await chat.taps(await chat.becomes(clip, "a menu", ({ buttons }) => buttons.includes("Delete")), "Delete");
    await chat.taps(await chat.becomes(clip, "a question", ({ buttons }) => buttons.length === 2), "Yes, delete it");
    await chat.gone(clip);
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
  });
});

describe("the photo that comes with the bot", () => {
  it("is tried by a tap, and is one's own from then on", async () => {
    const { user, store, renderer } = await startRig();
    const anna = user();
    const chat = anna.private();
    chat.says("/start");
    const first = await chat.nextClip();
    await chat.taps(first, "Try this photo");
    const clip = await chat.nextClip();
    expect(clip).toMatchObject({ text: "Come alive", repliesTo: first.id });
    await chat.taps(clip, "Smile");
    await chat.becomes(clip, "a smile", ({ text }) => text === "Smile");
    expect(renderer.made.map(({ gesture }) => gesture)).toEqual(["nostalgia", "smile"]);
    expect(await store.usage()).toMatchObject({ photos: 1, clips: 2 });
    chat.says("/forget");
    await chat.nextText(/^Deleted: your photo/);
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
  });

  it("is uploaded once, whoever begins", async () => {
    const { user, telegram } = await startRig();
    for (const chat of [user().private(), user("ru").private()]) {
      chat.says("/start");
      await chat.nextClip();
    }
    const [first, second] = telegram.calls("sendAnimation").map(({ params }) => typeof params["animation"]);
    expect([first, second]).toEqual(["object", "string"]);
  });

  it("is no reason to be silent where it cannot be sent", async () => {
    const { user, script } = await startRig();
    script.fail("sendAnimation", { kind: "refuse", status: 400, description: "Bad Request: not enough rights" });
    const chat = user().private();
    chat.says("/start");
    await chat.nextText(/^Hello[^]+The movement is made by a computer/);
  });
});

describe("what everybody should know of clips", () => {
  it("stands in the first words, and under no clip", async () => {
    const { user } = await startRig();
    const chat = user().private();
    chat.says("/start");
    const first = await chat.nextClip();
    expect(first.text).toMatch(/^Hello[^]+The movement is made by a computer and never happened/);
    expect(first.buttons).toEqual(["Try this photo"]);
    chat.sendsPhoto(await newPicture());
    expect((await chat.nextClip()).text).toBe("Come alive");
  });

  it("stands in a group under the first clip, once", async () => {
    const { user } = await startRig();
    const chat = user().in(newGroup());
    for (const expected of [/^Come alive\n\nThe movement is made by a computer/, /^Come alive$/]) {
      chat.says("/animate", { id: chat.sendsPhoto(await newPicture()) });
      expect((await chat.nextClip()).text).toMatch(expected);
    }
  });
});

describe("in a group", () => {
  it("a clip that somebody has answered stays, and loses its buttons to the new one", async () => {
    const { user } = await startRig();
    const group = newGroup();
    const [anna, boris] = [user().in(group), user().in(group)];
    anna.says("/animate", { id: anna.sendsPhoto(await newPicture()) });
    const clip = await anna.nextClip();
    boris.says("How lovely", clip);
    await anna.taps(clip, "Smile");
    const smile = await anna.nextClip();
    expect(smile.text).toMatch(/^Smile/);
    expect(anna.again(clip)).toMatchObject({ kind: "clip", text: clip.text });
    await anna.becomes(clip, "without buttons", ({ buttons }) => buttons.length === 0);
    anna.says("Yes", smile);
    await anna.taps(smile, "Laugh");
    await anna.becomes(smile, "a laugh", ({ text }) => text.startsWith("Laugh"));
  });
});
