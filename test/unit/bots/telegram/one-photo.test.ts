import { describe, expect, it } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

describe("a photo with one face", () => {
  it("is answered with a clip of the first gesture, of the whole size", async () => {
    const { user, renderer, world } = await startRig();
    const chat = user().private();
    const photo = chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    expect(clip.repliesTo).toBe(photo);
    expect(clip.message.animation).toMatchObject({ width: 720, height: 720, duration: 4 });
    expect(renderer.made).toEqual([{ face: 1, gesture: "nostalgia", strength: 1 }]);
    expect(world.actions.map(({ action }) => action)).toContain("typing");
  });

  it("is answered in the language of its sender", async () => {
    const { user } = await startRig();
    const chat = user("es-MX").private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    expect(clip.buttons).toContain("Más…");
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
  it("offers no face that cannot be animated", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(4, [3]);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const clip = await chat.nextClip();
    expect(clip.text).toMatch(/^Face 2 of 4 · /);
    await chat.taps(clip, "Faces");
    const strip = await chat.becomes(clip, "the faces", ({ kind }) => kind === "picture");
    expect(strip.rows[0]).toEqual(["1", "• 2 •", "4"]);
  });

  it("renders the face that is tapped, and looks at the photo once more only to draw its faces", async () => {
    const { user, renderer } = await startRig();
    renderer.faces = facesInARow(3);
    const chat = user().private();
    chat.sendsPhoto(await newPicture());
    const first = await chat.nextClip();
    expect((await chat.chooses(first, "3")).text).toBe("On it.");
    expect((await chat.nextClip()).text).toMatch(/^Face 3 of 3/);
    expect(renderer.made.at(-1)).toEqual({ face: 3, gesture: "nostalgia", strength: 1 });
    expect(renderer.looks).toBe(2);
  });
});
