import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newGroup, type TestChat } from "../../../support/fake-telegram/client.ts";
import { newPicture, type RigOptions, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

/** A private chat in which a clip of a photo with so many faces has arrived. */
async function withClip(faces = 1, options: RigOptions = {}) {
  const rig = await startRig(options);
  rig.renderer.faces = facesInARow(faces);
  const chat = rig.user().private();
  const photo = chat.sendsPhoto(await newPicture());
  return { ...rig, chat, photo, clip: await chat.nextClip() };
}

/** The same in a group, where somebody else asked for the clip. */
async function inGroup(options: RigOptions = {}) {
  const rig = await startRig(options);
  const group = newGroup();
  const [anna, boris] = [rig.user(), rig.user("ru")];
  const chats = { anna: anna.in(group), boris: boris.in(group) };
  const photo = chats.anna.sendsPhoto(await newPicture());
  chats.anna.says("/animate", { id: photo });
  const clip = await chats.anna.nextClip();
  await chats.boris.nextClip();
  return {
    ...rig,
    ...chats,
    anna: chats.anna,
    boris: chats.boris,
    ids: { anna: anna.id, boris: boris.id },
    photo,
    clip,
  };
}

const clips = (chat: TestChat): number => chat.seen().filter(({ kind }) => kind === "clip").length;

describe("a tap", () => {
  it("is answered within a second, also while something renders", async () => {
    const { chat, clip, renderer } = await withClip();
    renderer.hold();
    const [first, second] = await Promise.all([chat.taps(clip, "Smile"), chat.taps(clip, "Laugh")]);
    expect(Math.max(first.afterMs, second.afterMs)).toBeLessThan(1000);
  });

  it("on another gesture and back renders each only once", async () => {
    const { chat, clip, renderer } = await withClip();
    await chat.taps(clip, "Smile");
    const smile = await chat.nextClip();
    expect(smile.buttons).toContain("• Smile •");
    await chat.taps(smile, "Come alive");
    await chat.nextClip();
    expect(renderer.made.map(({ gesture }) => gesture)).toEqual(["nostalgia", "smile"]);
  });

  it("on stronger and gentler changes the strength step by step", async () => {
    const { chat, clip, renderer } = await withClip();
    await chat.chooses(clip, "Stronger");
    const strong = await chat.nextClip();
    expect(strong.text).toMatch(/ · strong$/);
    await chat.chooses(strong, "Stronger");
    const strongest = await chat.nextClip();
    expect(strongest.buttons).not.toContain("Stronger");
    expect(renderer.made.map(({ strength }) => strength)).toEqual([1, 1.25, 1.5]);
  });

  it("on everyone moves them all in the whole photo, with every gesture, until a single face is tapped", async () => {
    const { chat, clip, renderer } = await withClip(3);
    await chat.taps(clip, "Everyone");
    const everyone = await chat.nextClip();
    expect(everyone.text).toBe("Everyone · Come alive");
    await chat.chooses(everyone, "Nod");
    const nod = await chat.nextClip();
    expect(nod.buttons).toEqual(expect.arrayContaining(["• Everyone •", "• Nod •"]));
    await chat.chooses(nod, "1");
    expect((await chat.nextClip()).text).toBe("Face 1 of 3 · Nod");
    expect(renderer.made.slice(1)).toMatchObject([
      { face: "all", framing: "photo", gesture: "nostalgia" },
      { face: "all", framing: "photo", gesture: "nod" },
      { face: 1, gesture: "nod" },
    ]);
    expect(renderer.made[3]).not.toHaveProperty("framing");
  });

  it("on everyone tells how many move, and why not all of them", async () => {
    const { chat, renderer } = await withClip(1);
    renderer.faces = facesInARow(3).map((face) => (face.index === 2 ? { ...face, obstacle: "faceTooSmall" } : face));
    chat.sendsPhoto(await newPicture());
    await chat.taps(await chat.nextClip(), "Everyone");
    expect((await chat.nextClip()).text).toBe(
      "Everyone · Come alive\nMoving: 2 of 3 faces. The others are too small or turned too far away.",
    );
  });

  it("on everyone of a crowd tells that only the largest move", async () => {
    const { chat, clip } = await withClip(44);
    await chat.taps(clip, "Everyone");
    await chat.chooses(await chat.nextClip(), "Stronger");
    expect((await chat.nextClip()).text).toBe(
      "Everyone · Come alive · strong\nMoving: 40 of 44 faces. No more than these, the largest, can move at once.",
    );
  });

  it("on the whole photo keeps the face, and on the close-up comes back without rendering", async () => {
    const { chat, clip, renderer } = await withClip(1);
    await chat.chooses(clip, "Whole photo");
    const whole = await chat.nextClip();
    expect(whole.buttons).not.toContain("Everyone");
    await chat.chooses(whole, "Close-up");
    await chat.nextClip();
    expect(renderer.made).toMatchObject([{ gesture: "nostalgia" }, { face: 1, framing: "photo" }]);
  });

  it("twice at once is one clip", async () => {
    const { chat, clip, renderer } = await withClip();
    renderer.hold();
    const [one, two] = await Promise.all([chat.taps(clip, "Smile"), chat.taps(clip, "Smile")]);
    expect([one.text, two.text]).toContain("On it.");
    renderer.release();
    await chat.nextClip();
    expect(renderer.made).toHaveLength(2);
    expect(clips(chat)).toBe(1);
    expect((await chat.taps(chat.again(clip), "Smile")).text).toBe("This is the one shown here.");
  });

  it("on what is being made says so", async () => {
    const { chat, clip, renderer } = await withClip();
    renderer.hold();
    await chat.taps(clip, "Smile");
    expect((await chat.taps(clip, "Smile")).text).toBe("This one is already being made.");
  });

  it("on Save as … and File sends a document", async () => {
    const { chat, clip, renderer } = await withClip();
    await chat.chooses(clip, "Save as …");
    const shapes = await chat.becomes(clip, "the shapes", ({ buttons }) => buttons.includes("File"));
    await chat.taps(shapes, "File");
    const file = await chat.next("a file", ({ kind }) => kind === "file");
    expect(file.buttons).toEqual([]);
    expect(renderer.made).toHaveLength(1);
    chat.says("/file", clip);
    await chat.next("the file again", ({ kind, id }) => kind === "file" && id !== file.id);
  });

  it("on a button of a photo that is gone says what to do", async () => {
    const { chat, clip, store, clock } = await withClip();
    clock.skip(25 * 3_600_000);
    await store.sweep(clock.now(), new Set());
    expect((await chat.taps(clip, "Smile")).text).toBe(
      "This photo has already been deleted. To make another clip, please send it again.",
    );
  });

  it("with data that is none of ours is answered, too", async () => {
    const { chat, clip, logged } = await withClip();
    for (const data of ["", "z", "m:aaaa:1:smile:9", "m:../../etc:1:smile:3", "🙂".repeat(16)]) {
      expect((await chat.tapsData(clip, data)).text).toBe("This button no longer works. Please send the photo again.");
    }
    expect(logged.join("")).not.toContain('"level":50');
  });

  it("forwarded to another chat does nothing there", async () => {
    const { clip, user } = await withClip();
    const stranger = user().private();
    stranger.says("/help");
    await stranger.nextText(/Send a photo/);
    const data = (clip.message as { reply_markup?: { inline_keyboard: { callback_data?: string }[][] } }).reply_markup
      ?.inline_keyboard[1]?.[0]?.callback_data;
    expect(
      (await stranger.tapsData({ ...clip, message: { ...clip.message, chat: stranger.chat } }, data ?? "")).text,
    ).toMatch(/^This photo has already been deleted/);
  });

  it("for a face that cannot be animated offers the others", async () => {
    const { chat, clip, renderer } = await withClip(3);
    renderer.failures.push(new UserError("faceTurnedAway"));
    await chat.chooses(clip, "3");
    const sorry = await chat.nextText(/^This face is turned too far to the side/);
    expect(sorry.buttons).toEqual(["1", "2"]);
    await chat.chooses(sorry, "1");
    const instead = await chat.becomes(sorry, "a clip", ({ kind }) => kind === "clip");
    expect(instead.text).toMatch(/^Face 1 of 3/);
  });
});

describe("in a group", () => {
  it("somebody else may tap, in their own language and on their own account", async () => {
    const { anna, boris, clip, renderer } = await inGroup({ limits: { clipsPerUserPerHour: 1 } });
    expect((await boris.taps(clip, "Smile")).text).toBe("Уже делаю.");
    const smile = await boris.nextClip();
    expect(smile.buttons).toContain("Ещё…");
    expect(renderer.made).toHaveLength(2);
    await anna.chooses(anna.again(clip), "Blink");
    await anna.nextText(/^You have had as many clips as one person can have in an hour/);
  });

  it("only the sender may delete the photo", async () => {
    const { anna, boris, clip, store } = await inGroup();
    expect((await boris.chooses(clip, "Удалить")).text).toBe("Удалить снимок может только тот, кто его прислал.");
    await anna.taps(anna.again(clip), "‹ Назад");
    await anna.becomes(clip, "as before", ({ buttons }) => buttons.includes("More …"));
    await anna.chooses(clip, "Delete");
    const asking = await anna.becomes(clip, "a question", ({ buttons }) => buttons.includes("Yes, delete it"));
    expect((await anna.taps(asking, "Yes, delete it")).text).toBe("Deleted: the photo and all clips made from it.");
    await anna.gone(clip);
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
  });

  it("who asked for a clip may delete that one", async () => {
    const { anna, boris, clip, store } = await inGroup();
    anna.says("How lovely", clip);
    await boris.taps(clip, "Smile");
    const smile = await boris.nextClip();
    await boris.chooses(smile, "Удалить");
    const asking = await boris.becomes(smile, "a question", ({ buttons }) => buttons.includes("Да, удалить"));
    expect((await boris.taps(asking, "Да, удалить")).text).toBe("Удалено: этот ролик.");
    await boris.gone(smile);
    expect(anna.again(clip).deleted).toBe(false);
    expect(await store.usage()).toMatchObject({ photos: 1, clips: 1 });
  });
});
