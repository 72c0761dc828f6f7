import { describe, expect, it } from "vitest";
import { newGroup } from "../../../support/fake-telegram/client.ts";
import { guestAnswer, summon } from "../../../support/fake-telegram/guests.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { BOT } from "../../../support/fake-telegram/world.ts";

const NAME = `@${BOT.username ?? ""}`;

describe("where the bot is no member", () => {
  it("its name in answer to a photo brings the clip, in one message", async () => {
    const { world, user, telegram } = await startRig();
    const anna = user();
    anna.private();
    const query = summon(world, anna.user, newGroup(), `${NAME} smile`, await newPicture());
    const word = await guestAnswer(world, query, ({ kind }) => kind === "text");
    expect(word.history[0]).toBe("I have your photo. Looking for faces …");
    const clip = await guestAnswer(world, query, ({ kind }) => kind === "clip");
    expect(clip.text).toMatch(/^Smile\n\nThe movement is made by a computer/);
    expect(clip.buttons).toEqual([]);
    expect(telegram.calls("answerGuestQuery")).toHaveLength(1);
    // The copy was uploaded where nobody sees it, without a sound, and is gone again.
    expect(telegram.calls("sendAnimation")[0]?.params["disable_notification"]).toBeTruthy();
    await world.until("the copy to go", () => (world.visible(anna.id).length === 0 ? true : undefined));
  });

  it("whoever has never written to it learns how to begin", async () => {
    const { world, user } = await startRig();
    const query = summon(world, user("de").user, newGroup(), NAME, await newPicture());
    const word = await guestAnswer(world, query, ({ text }) => text.startsWith("Damit ich den Clip"));
    expect(word.text).toContain(`https://t.me/${BOT.username ?? ""}?start=guest`);
  });

  it("what is wrong with a photo is said in that message", async () => {
    const { world, user, renderer } = await startRig();
    renderer.faces = [];
    const query = summon(world, user().user, newGroup(), NAME, await newPicture());
    await guestAnswer(world, query, ({ text }) => text.startsWith("There seems to be no face in this photo"));
  });

  it("a clip that Telegram has already is not uploaded again", async () => {
    const { world, user, telegram } = await startRig();
    const [anna, group, picture] = [user(), newGroup(), await newPicture()];
    anna.private();
    const first = summon(world, anna.user, group, NAME, picture);
    await guestAnswer(world, first, ({ kind }) => kind === "clip");
    const second = summon(world, anna.user, group, `${NAME} smile`, picture);
    await guestAnswer(world, second, ({ kind }) => kind === "clip");
    const third = summon(world, anna.user, group, `${NAME} smile`, picture);
    await guestAnswer(world, third, ({ kind }) => kind === "clip");
    expect(telegram.calls("answerGuestQuery")).toHaveLength(3);
    expect(telegram.calls("sendAnimation")).toHaveLength(2);
  });
});
