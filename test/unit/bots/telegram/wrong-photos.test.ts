import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

describe("what is wrong with a photo", () => {
  it.each([
    ["noFace", /^There seems to be no face/],
    ["faceTooSmall", /^The face is too small/],
    ["faceTurnedAway", /^This face is turned too far/],
    ["notAnImage", /^This file is not a picture/],
    ["unsupportedFormat", /^This kind of picture cannot be read here/],
    ["fileTooLarge", /^This file is over 20 MB/],
    ["tooManyPixels", /^This picture has too many pixels/],
    ["sideTooLong", /^This picture is too long or too wide/],
    ["tooSlowToRead", /^Reading this picture took too long/],
    ["damaged", /^This picture is damaged/],
    ["noSuchFace", /^There is no face with that number/],
    ["noSuchGesture", /^This gesture does not exist here/],
    ["gestureDoesNotSuit", /^This gesture does not suit/],
    ["clipTooLarge", /^The clip came out too large/],
  ] as const)("%s is said in the one message that there is", async (code, words) => {
    const { user, renderer } = await startRig();
    renderer.failures.push(new UserError(code));
    const chat = user().private();
    const photo = chat.sendsPhoto(await newPicture());
    const answer = await chat.nextText(words);
    expect(answer.repliesTo).toBe(photo);
    expect(chat.seen()).toHaveLength(1);
  });

  it("a bug of ours is apologised for, and the log tells it without the photo", async () => {
    const { user, renderer, logged } = await startRig();
    renderer.failures.push(new TypeError("undefined is not a mesh"));
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextText(/^Something went wrong here. I am sorry/);
    expect(logged.join("")).toContain("undefined is not a mesh");
  });

  it("a file beyond 20 MB is refused before it is fetched", async () => {
    const { user, telegram } = await startRig();
    const chat = user().private();
    chat.sendsFile(await newPicture(), "image/png", { claims: 25_000_000 });
    await chat.nextText(/^This file is over 20 MB. Please send it as a photo/);
    expect(telegram.calls("getFile")).toHaveLength(0);
  });

  it.each([
    ["text", { text: "hello" }, /^I work with photos/],
    ["a sticker", { sticker: { file_id: "s" } }, /^I cannot use stickers/],
    ["a video", { video: { file_id: "v" } }, /^I bring photos to life, not videos/],
    ["a GIF", { animation: { file_id: "g" }, document: { file_id: "g" } }, /^I bring photos to life, not videos/],
    [
      "a PDF",
      { document: { file_id: "d", mime_type: "application/pdf", file_name: "a.pdf" } },
      /^This file is not a picture/,
    ],
    ["a voice message", { voice: { file_id: "v", file_unique_id: "v" } }, /^I can let a face move to this/],
    ["a place", { location: { latitude: 1, longitude: 2 } }, /^I cannot use this/],
  ])("%s gets a kind word", async (_, content, words) => {
    const { user } = await startRig();
    const chat = user().private();
    const message = chat.sends(content);
    expect((await chat.nextText(words)).repliesTo).toBe(message);
  });

  it("an album of videos gets one word", async () => {
    const { user, clock } = await startRig();
    const chat = user().private();
    for (let i = 0; i < 5; i++) chat.sends({ video: { file_id: `v${i}` }, media_group_id: "videos" });
    await chat.nextText(/^I bring photos to life, not videos/);
    await clock.passed(5000);
    expect(chat.seen()).toHaveLength(1);
  });
});
