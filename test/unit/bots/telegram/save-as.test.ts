import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newGroup, type TestChat } from "../../../support/fake-telegram/client.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import type { Seen } from "../../../support/fake-telegram/seen.ts";
import { withClip } from "../../../support/fake-telegram/with-clip.ts";

async function opensSaveAs(chat: TestChat, clip: Seen): Promise<readonly string[]> {
  await chat.taps(clip, "⋯");
  const menu = await chat.becomes(clip, "a menu", ({ buttons }) => buttons.includes("Save as …"));
  await chat.taps(menu, "Save as …");
  return (await chat.becomes(clip, "the shapes", ({ buttons }) => buttons.includes("GIF"))).buttons;
}

describe("a clip is saved", () => {
  it("in five shapes, behind two taps", async () => {
    const { chat, clip } = await withClip();
    expect(await opensSaveAs(chat, clip)).toEqual(["File", "GIF", "Sticker", "Round video", "Live photo", "‹ Back"]);
  });

  it.each([
    ["Sticker", "sticker"],
    ["Round video", "round"],
    ["GIF", "file"],
    ["Live photo", "live"],
  ] as const)("as %s, in a message of its own, without buttons", async (label, kind) => {
    const { chat, clip } = await withClip();
    await opensSaveAs(chat, clip);
    expect(await chat.taps(chat.again(clip), label)).toMatchObject({ text: "On it." });
    const saved = await chat.next(label, (seen) => seen.kind === kind);
    expect(saved.buttons).toEqual([]);
    expect(saved.repliesTo).toBe(clip.repliesTo);
  });

  it("without another conversion the second time", async () => {
    const { chat, clip, telegram } = await withClip();
    await opensSaveAs(chat, clip);
    await chat.taps(chat.again(clip), "Sticker");
    await chat.next("a sticker", ({ kind }) => kind === "sticker");
    await chat.taps(chat.again(clip), "Sticker");
    await chat.next("a second one", ({ kind }) => kind === "sticker");
    const [first, second] = telegram.calls("sendSticker").map(({ params }) => params["sticker"]);
    expect(first).not.toEqual(second);
    expect(second).toMatch(/^FILE/);
  });

  it("without what the encoders at hand cannot make", async () => {
    const rig = await startRig();
    rig.renderer.able = ["mp4", "gif"];
    const chat = rig.user().private();
    chat.sendsPhoto(await newPicture());
    expect(await opensSaveAs(chat, await chat.nextClip())).toEqual(["File", "GIF", "Round video", "‹ Back"]);
  });

  it("without what shows a single face where there are several", async () => {
    const { chat, clip } = await withClip();
    await chat.chooses(clip, "Whole photo");
    const isThere = ({ replaced, buttons }: Seen): boolean => replaced > clip.replaced && buttons.includes("⋯");
    const whole = await chat.becomes(clip, "the whole photo", isThere);
    expect(await opensSaveAs(chat, whole)).toEqual(["File", "GIF", "Live photo", "‹ Back"]);
  });

  it("and why not is said where the person cannot be told from the background", async () => {
    const { chat, clip, renderer } = await withClip();
    renderer.convertFailures.push(new UserError("cannotCutOut"));
    await opensSaveAs(chat, clip);
    await chat.taps(chat.again(clip), "Sticker");
    await chat.nextText(/^I could not tell the person from the background/);
  });

  it("by an old server without live photos, which it is asked for once", async () => {
    const { chat, clip, telegram } = await withClip({ oldServer: true });
    await opensSaveAs(chat, clip);
    await chat.taps(chat.again(clip), "Live photo");
    await chat.nextText(/^This chat does not allow that/);
    await chat.taps(chat.again(clip), "‹ Back");
    await chat.becomes(clip, "as before", ({ buttons }) => buttons.includes("⋯"));
    expect(await opensSaveAs(chat, clip)).not.toContain("Live photo");
    expect(telegram.calls("sendLivePhoto")).toHaveLength(1);
  });

  it("also by somebody else in a group, one at a time", async () => {
    const rig = await startRig();
    const group = newGroup();
    const [anna, boris] = [rig.user().in(group), rig.user().in(group)];
    anna.sendsPhoto(await newPicture(), { caption: "/animate" });
    const clip = await anna.nextClip();
    await opensSaveAs(boris, clip);
    const now = boris.again(clip);
    const [first, second] = await Promise.all([boris.taps(now, "Sticker"), boris.taps(now, "Round video")]);
    expect([first.text, second.text].sort()).toEqual(["On it.", "This one is already being made."]);
    await boris.next("one of them", ({ kind }) => kind === "sticker" || kind === "round");
  });
});
