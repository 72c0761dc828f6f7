import { describe, expect, it } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { NO_MARKS, WITH_MARKS } from "../../../support/held-studio.ts";

describe("/verify", () => {
  it("in answer to a clip says that it was made here, and that its movement is artificial", async () => {
    const { user, renderer } = await startRig();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    renderer.marks = WITH_MARKS;
    chat.says("/verify", clip);
    expect((await chat.nextText(/^This was made by Keepsake/)).text).toContain("artificial");
  });

  it("says that finding nothing proves nothing, never that something is real", async () => {
    const { user, renderer } = await startRig();
    const chat = user().private();
    renderer.marks = { ...NO_MARKS, watermark: { ...WITH_MARKS.watermark, found: false, odds: 1 } };
    chat.sendsPhoto(await newPicture(), { caption: "/verify" });
    const { text } = await chat.nextText(/^I found no mark/);
    expect(text).toContain("That proves nothing");
    expect(renderer.made).toEqual([]);
  });

  it("says how it is used where there is nothing to look at", async () => {
    const { user } = await startRig();
    const chat = user().private();
    chat.says("/verify");
    await chat.nextText(/^Reply to a clip or a picture with \/verify/);
  });
});
