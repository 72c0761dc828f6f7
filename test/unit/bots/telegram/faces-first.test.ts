import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newGroup, type Seen, type TestChat } from "../../../support/fake-telegram/client.ts";
import { newPicture, type RigOptions, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const theFaces = async (chat: TestChat): Promise<Seen> => chat.next("the faces", ({ kind }) => kind === "picture");

/** A bot that is busy with somebody else's clip, and that nobody can hurry. */
async function startBusy(options: RigOptions = {}) {
  const rig = await startRig({ concurrency: 1, ...options });
  rig.renderer.hold();
  const other = rig.user().private();
  other.sendsPhoto(await newPicture());
  await other.nextText(/^Making the clip/);
  rig.renderer.faces = facesInARow(3);
  return { ...rig, other };
}

describe("a group photo", () => {
  it("shows its faces before the first clip is begun, and never looks for them again", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    renderer.hold();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const strip = await theFaces(chat);
    expect(strip.buttons).toEqual(["1", "• 2 •", "3"]);
    expect(renderer.made).toEqual([]);
    renderer.release();
    const clip = await chat.nextClip();
    await chat.taps(clip, "Smile");
    await chat.nextClip();
    expect(renderer.looks).toBe(1);
    expect(
      chat
        .seen()
        .flatMap(({ text, history }) => [text, ...history])
        .filter((text) => /^Looking/.test(text)),
    ).toEqual([]);
  });

  it("whoever taps another face while the first one waits gets that one instead", async () => {
    const { user, renderer, queue } = await startBusy();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const strip = await theFaces(chat);
    const status = await chat.nextText(/^You are next in line/);
    await chat.taps(strip, "3");
    await chat.gone(status);
    await expect.poll(async () => (await queue.stats()).waiting, { timeout: 5000 }).toBe(1);
    renderer.release();
    expect((await chat.nextClip()).text).toMatch(/^Face 3 of 3/);
    expect(renderer.made.map(({ face }) => face)).toEqual([1, 3]);
  });

  it("whoever taps when the first one is being made gets both", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    renderer.hold();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const strip = await theFaces(chat);
    await chat.nextText(/^Making the clip/);
    await chat.taps(strip, "1");
    renderer.release();
    await chat.nextClip();
    await chat.nextClip();
    expect(renderer.made.map(({ face }) => face)).toEqual([2, 1]);
  });

  it("what somebody else of the group asked for, too, stays in line", async () => {
    const { user, renderer, queue } = await startBusy();
    const group = newGroup();
    const [anna, boris] = [user().in(group), user().in(group)];
    const photo = anna.sendsPhoto(await newPicture());
    anna.says("/animate", { id: photo });
    const strip = await theFaces(anna);
    boris.says("/animate", { id: photo });
    await boris.nextText("This one is already being made.");
    await anna.taps(strip, "3");
    await expect.poll(async () => (await queue.stats()).waiting, { timeout: 5000 }).toBe(2);
    renderer.release();
    await anna.nextClip();
    await anna.nextClip();
    expect(renderer.made.map(({ face }) => face)).toEqual([1, 2, 3]);
  });

  it("of more than eight faces turns the pages of the strip itself", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(11);
    renderer.hold();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const strip = await theFaces(chat);
    await chat.taps(strip, "›");
    const paged = await chat.becomes(strip, "the other page", ({ buttons }) => buttons.includes("11"));
    expect(paged.buttons).toEqual(["9", "10", "11", "‹"]);
  });
});

describe("a photo that cannot be animated is answered at once, without a place in line", () => {
  it.each([
    ["without a face", [], /^There seems to be no face/],
    ["with a face turned away", facesInARow(1, [1]), /^This face is turned too far/],
  ] as const)("%s", async (_, faces, words) => {
    const { user, renderer, queue } = await startBusy();
    renderer.faces = faces;
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(words);
    expect(await queue.stats()).toMatchObject({ waiting: 0, running: 1 });
  });

  it("that needs too much memory", async () => {
    const { user, renderer, store } = await startBusy();
    renderer.lookFailures.push(new UserError("tooMuchMemory"));
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/^This picture needs more memory than there is for one/);
    expect((await store.usage()).photos).toBe(1);
  });
});
