import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newGroup, type TestChat } from "../../../support/fake-telegram/client.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import type { Seen } from "../../../support/fake-telegram/seen.ts";
import { withClip } from "../../../support/fake-telegram/with-clip.ts";
import { soon } from "../../../support/soon.ts";

/** The clip after somebody has answered it with a video. */
async function moved(chat: TestChat, clip: Seen): Promise<Seen> {
  return chat.becomes(clip, "the movement", ({ text }) => text.startsWith("Filmed movement"));
}

describe("a clip that is answered with a video", () => {
  it.each(["video_note", "video", "animation"] as const)("makes its movement (%s)", async (kind) => {
    const { chat, clip, renderer } = await withClip();
    chat.sendsVideo(clip, { kind });
    await moved(chat, clip);
    expect(renderer.made.at(-1)).toMatchObject({ movement: { seconds: 3 } });
  });

  it("is told once, and beforehand, what happens to videos", async () => {
    const { chat, clip } = await withClip();
    chat.sendsVideo(clip);
    const told = await chat.nextText(/measured and then deleted at once.*no words are put into anybody’s mouth/s);
    const first = await moved(chat, clip);
    expect(told.id).toBeGreaterThan(clip.id);
    chat.sendsVideo(first);
    await chat.becomes(first, "the second one", ({ replaced }) => replaced > first.replaced);
    expect(chat.seen().filter(({ text }) => text.includes("put into anybody’s mouth"))).toHaveLength(1);
  });

  it("measures the same video once, and keeps nothing of it but numbers", async () => {
    const { chat, clip, renderer, store } = await withClip();
    const bytes = Buffer.from("the same video");
    chat.sendsVideo(clip, { bytes });
    const first = await moved(chat, clip);
    await chat.taps(first, "Smile");
    await chat.becomes(first, "a smile", ({ text }) => text.startsWith("Smile"));
    chat.sendsVideo(first, { bytes });
    await moved(chat, first);
    expect(renderer.measured).toBe(1);
    expect(await store.usage()).toMatchObject({ photos: 1, clips: 3 });
  });

  it("is measured no further when that is cancelled, and the next video has its place", async () => {
    const { chat, clip, renderer } = await withClip();
    renderer.hold();
    chat.sendsVideo(clip);
    const told = await chat.becomes(clip, "a word", ({ buttons }) => buttons.includes("Cancel"));
    await chat.taps(told, "Cancel");
    const back = await chat.becomes(clip, "as before", ({ buttons }) => buttons.includes("Smile"));
    chat.sendsVideo(back, { bytes: Buffer.from("another video") });
    await soon(() => expect(renderer.measured).toBe(2));
    renderer.release();
    await moved(chat, back);
  });

  it.each([
    ["videoSeveralFaces", /several faces in this video/],
    ["videoStill", /hardly moves/],
    ["videoUnreadable", /not a video that can be read/],
  ] as const)("says what is wrong with it (%s)", async (code, words) => {
    const { chat, clip, renderer } = await withClip();
    renderer.measureFailures.push(new UserError(code));
    chat.sendsVideo(clip);
    await chat.nextText(words);
  });

  it("may be a photo as well", async () => {
    const { user, renderer } = await startRig();
    const chat = user().private();
    const photo = chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    chat.sendsVideo({ id: photo });
    await chat.next("a clip of the movement", ({ text, id }) => id > clip.id && text.startsWith("Filmed"));
    expect(renderer.made.at(-1)).toMatchObject({ movement: { seconds: 3 } });
  });

  it("in a group only where the bot is addressed: people answer with GIFs there", async () => {
    const { user, renderer } = await startRig();
    const chat = user().in(newGroup());
    chat.sendsPhoto(await newPicture(), { caption: "/animate" });
    const clip = await chat.nextClip();
    chat.sendsVideo(clip, { kind: "animation" });
    chat.sendsVideo(clip, { kind: "video", caption: "/animate" });
    await chat.next("a clip of the movement", ({ text }) => text.startsWith("Filmed"));
    expect(renderer.measured).toBe(1);
  });
});

describe("a movement", () => {
  it("is kept by a tap, found under More for other photos, and deleted there", async () => {
    const { chat, clip } = await withClip();
    chat.sendsVideo(clip);
    const first = await moved(chat, clip);
    expect(await chat.taps(first, "Keep this movement")).toMatchObject({ text: /^Kept as “Movement 1”/ });
    chat.sendsPhoto(await newPicture());
    const other = await chat.next("a clip of another photo", ({ kind, id }) => kind === "clip" && id > first.id);
    await chat.taps(other, "More …");
    const menu = await chat.becomes(other, "the movement", ({ buttons }) => buttons.includes("Movement 1"));
    await chat.taps(menu, "Movement 1");
    const again = await moved(chat, menu);
    await chat.taps(again, "More …");
    const kept = await chat.becomes(again, "the menu", ({ buttons }) => buttons.includes("Delete movement"));
    expect(await chat.taps(kept, "Delete movement")).toMatchObject({ text: "This movement is deleted." });
    await chat.becomes(again, "no movement", ({ buttons }) => !buttons.includes("Movement 1"));
  });

  it("that is kept is not offered to be kept when its clip is shown again", async () => {
    const { chat, clip, renderer } = await withClip();
    chat.sendsVideo(clip);
    const first = await moved(chat, clip);
    await chat.taps(first, "Keep this movement");
    renderer.failures.push(new UserError("faceTurnedAway"));
    await chat.taps(first, "Smile");
    await chat.nextText(/^This face is turned too far/);
    const again = chat.again(first);
    expect(again.buttons).toContain("Smile");
    expect(again.buttons).not.toContain("Keep this movement");
  });

  it("is named with /movement, by whoever sent the video alone, and goes with /forget", async () => {
    const { chat, clip, store, person, user } = await withClip();
    chat.sendsVideo(clip);
    const first = await moved(chat, clip);
    chat.says("/movement my  nod", first);
    await chat.nextText(/is called “my nod” now/);
    const owner = `telegram:${person.id}`;
    const [kept] = await store.movements.keptOf(owner);
    expect(kept?.title).toBe("my nod");
    expect(await store.movements.keep(kept?.gesture ?? "", `telegram:${user().id}`, "mine")).toBe("notYours");
    chat.says("/forget");
    await chat.nextText(/^Deleted:/);
    expect(await store.movements.keptOf(owner)).toEqual([]);
    expect(await store.movements.get(kept?.gesture ?? "")).toBeNull();
  });

  it("is explained where there is none, and /privacy tells of it", async () => {
    const { chat, clip } = await withClip();
    chat.says("/movement nod", clip);
    await chat.nextText(/^Reply to a clip or a photo with a video/);
    chat.says("/privacy");
    await chat.nextText(/the video is measured and deleted at once/);
  });
});
