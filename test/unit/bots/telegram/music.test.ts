import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newGroup, type TestChat } from "../../../support/fake-telegram/client.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import type { Seen } from "../../../support/fake-telegram/seen.ts";
import { withClip } from "../../../support/fake-telegram/with-clip.ts";
import { soon } from "../../../support/soon.ts";

/** The clip after somebody has answered it with a song. */
async function danced(chat: TestChat, clip: Seen): Promise<Seen> {
  return chat.becomes(clip, "the music", ({ text }) => text.startsWith("Moved to your music"));
}

describe("a clip that is answered with music", () => {
  it.each(["voice", "audio"] as const)("moves to it, and is sent so that it can be heard (%s)", async (kind) => {
    const { chat, clip, renderer } = await withClip();
    chat.sendsSound(clip, { kind });
    const shown = await danced(chat, clip);
    expect(renderer.made.at(-1)).toMatchObject({ song: { frames: 250, perBar: 4 } });
    expect(shown.message.video).toBeDefined();
    expect(shown.message.animation).toBeUndefined();
    expect(shown.text).toContain("the sound is yours, the movement is artificial");
  });

  it("is told once, and beforehand, what happens to music", async () => {
    const { chat, clip } = await withClip();
    chat.sendsSound(clip);
    await chat.nextText(/the lips stay closed.*the file itself is deleted at once/s);
    const first = await danced(chat, clip);
    chat.sendsSound(first);
    await chat.becomes(first, "the second one", ({ replaced }) => replaced > first.replaced);
    expect(chat.seen().filter(({ text }) => text.includes("file itself is deleted"))).toHaveLength(1);
  });

  it("keeps what is heard of it in the clip alone, and takes it from there for another clip", async () => {
    const { chat, clip, renderer, store } = await withClip();
    chat.sendsSound(clip);
    const first = await danced(chat, clip);
    const { gesture = "" } = renderer.made.at(-1) ?? {};
    await chat.taps(first, "More …");
    const menu = await chat.becomes(first, "the menu", ({ buttons }) => buttons.includes("Stronger"));
    await chat.taps(menu, "Stronger");
    await chat.becomes(menu, "a stronger one", ({ text }) => text.includes("strong"));
    const [newest] = await store.clips.recentOf(`telegram:${chat.chat.id}`, 1);
    expect(newest?.gesture).toBe(gesture);
    expect(renderer.heard).toBe(1);
    const kept = (await store.songs.get(gesture))?.sound ?? new Uint8Array(0);
    expect(Buffer.from(kept).toString()).not.toBe("some bars of it");
    expect(renderer.made.at(-1)?.song?.sound).toEqual(kept);
  });

  it("is listened to no further when that is cancelled, and the next song has its place", async () => {
    const { chat, clip, renderer } = await withClip();
    renderer.hold();
    chat.sendsSound(clip);
    const told = await chat.becomes(clip, "a word", ({ buttons }) => buttons.includes("Cancel"));
    await soon(() => expect(renderer.heard).toBe(1));
    await chat.taps(told, "Cancel");
    const back = await chat.becomes(clip, "as before", ({ buttons }) => buttons.includes("Smile"));
    chat.sendsSound(back);
    await soon(() => expect(renderer.heard).toBe(2));
    renderer.release();
    await danced(chat, back);
  });

  it.each([
    ["soundNoBeat", /no steady beat/],
    ["soundTooShort", /too short/],
    ["soundUnreadable", /no sound here/],
  ] as const)("says what is wrong with it (%s)", async (code, words) => {
    const { chat, clip, renderer } = await withClip();
    renderer.listenFailures.push(new UserError(code));
    chat.sendsSound(clip);
    await chat.nextText(words);
  });

  it("may be a photo as well; in a group only where the bot is addressed", async () => {
    const { user, renderer } = await startRig();
    const chat = user().in(newGroup());
    const photo = chat.sendsPhoto(await newPicture());
    chat.sendsSound({ id: photo });
    chat.sendsSound({ id: photo }, { kind: "audio", caption: "/animate" });
    await chat.next("a clip to the music", ({ text }) => text.startsWith("Moved to your music"));
    expect(renderer.heard).toBe(1);
  });

  it("explains itself where there is no clip, and is forgotten with its person", async () => {
    const { chat, clip, renderer, store } = await withClip();
    chat.sendsSound(undefined);
    await chat.nextText(/^I can let a face move to this/);
    chat.sendsSound(clip);
    await danced(chat, clip);
    const { gesture = "" } = renderer.made.at(-1) ?? {};
    chat.says("/privacy");
    await chat.nextText(/a song or a voice message, it is listened to for its beat and deleted at once/);
    chat.says("/forget");
    await chat.nextText(/^Deleted:/);
    expect(await store.songs.get(gesture)).toBeNull();
  });
});
