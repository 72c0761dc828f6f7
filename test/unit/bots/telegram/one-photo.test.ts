import { describe, expect, it } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

describe("a photo with one face", () => {
  it("is seen at once, and answered with a clip that replaces the status message", async () => {
    const { user, renderer, world } = await startRig();
    const chat = user().private();
    renderer.hold();
    const photo = chat.sendsPhoto(await newPicture());
    await chat.nextText(/^Please send only photos that you have the right to use/);
    const status = await chat.nextText("I have your photo. Looking for faces …");
    expect(status.repliesTo).toBe(photo);
    renderer.release();
    const clip = await chat.nextClip();
    expect(clip.repliesTo).toBe(photo);
    expect(clip.message.animation).toMatchObject({ width: 720, height: 720, duration: 4 });
    await chat.gone(status);
    expect(world.actions.map(({ action }) => action)).toContain("upload_video");
  });

  it("starts with nostalgia, and offers the gestures, strength, file, share and delete", async () => {
    const { user, renderer } = await startRig();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    expect(renderer.made).toEqual([{ face: 1, gesture: "nostalgia", strength: 1 }]);
    expect(clip.buttons[0]).toMatch(/^• .+ •$/);
    for (const label of ["Smile", "Blink", "Gentler", "Stronger", "Save as file", "Share", "Delete"]) {
      expect(clip.buttons, label).toContainEqual(expect.stringContaining(label));
    }
    expect(clip.buttons).not.toContain("1");
  });

  it("tells about consent and the mark only once", async () => {
    const { user } = await startRig();
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    chat.sendsPhoto(await newPicture());
    await chat.nextClip();
    expect(chat.seen().filter(({ text }) => text.startsWith("Please send only"))).toHaveLength(1);
  });

  it("is answered in the language of its sender", async () => {
    const { user } = await startRig();
    const chat = user("es-MX").private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    expect(clip.buttons).toContain("Más fuerte");
  });

  it("is taken as a file as well, and with a gesture in its caption", async () => {
    const { user, renderer } = await startRig();
    const chat = user().private();
    chat.sendsFile(await newPicture(), "image/jpeg", { caption: "/animate smile" });
    await chat.nextClip();
    expect(renderer.made).toEqual([{ face: 1, gesture: "smile", strength: 1 }]);
  });
});

describe("a photo with several faces", () => {
  it("comes with a strip of numbered faces and a button for each, the current one marked", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    const chat = user().private();
    const photo = chat.sendsPhoto(await newPicture());
    const strip = await chat.next("the faces", ({ kind }) => kind === "picture");
    expect(strip.text).toBe(
      "I found 3 faces, numbered from left to right, and I begin with number 2. " +
        "To see another one, tap its number.",
    );
    expect(strip.repliesTo).toBe(photo);
    expect(strip.buttons).toEqual(["1", "• 2 •", "3"]);
    const clip = await chat.nextClip();
    expect(clip.buttons.slice(0, 3)).toEqual(["1", "• 2 •", "3"]);
    expect(clip.text).toMatch(/^Face 2 of 3 · /);
  });

  it("offers no face that cannot be animated, and pages beyond eight", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(11, [3]);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    expect(clip.buttons.slice(0, 9)).toEqual(["1", "• 2 •", "4", "5", "6", "7", "8", "9", "›"]);
    await chat.taps(clip, "›");
    const paged = await chat.becomes(clip, "the other page", ({ buttons }) => buttons.includes("11"));
    expect(paged.buttons.slice(0, 3)).toEqual(["10", "11", "‹"]);
  });

  it("renders the face that is tapped, and shows the strip only once", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    const chat = user().private();
    const photo = chat.sendsPhoto(await newPicture());
    const first = await chat.nextClip();
    expect((await chat.taps(first, "3")).text).toBe("On it.");
    const second = await chat.nextClip();
    expect(second.repliesTo).toBe(photo);
    expect(second.buttons.slice(0, 3)).toEqual(["1", "2", "• 3 •"]);
    expect(renderer.made.at(-1)).toEqual({ face: 3, gesture: "nostalgia", strength: 1 });
    expect(chat.seen().filter(({ kind }) => kind === "picture")).toHaveLength(1);
  });
});
