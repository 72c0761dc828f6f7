import { expect, it } from "vitest";
import { Talk } from "../../../../src/bots/conversation/talk.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

const GROUP = { platform: "slate", id: "family", group: true };

it("a message is talked about as soon as somebody else of the group has answered it", () => {
  const talk = new Talk(new FakeClock());
  talk.note(GROUP, "7", "anna");
  expect(talk.isTalkedAbout(GROUP, "7", "anna")).toBe(false);
  expect(talk.isTalkedAbout(GROUP, "7", "boris")).toBe(true);
  expect(talk.isTalkedAbout(GROUP, "8", "boris")).toBe(false);
});

it("nothing is noted of private chats", () => {
  const talk = new Talk(new FakeClock());
  const home = { platform: "slate", id: "anna", group: false };
  talk.note(home, "7", "anna");
  expect(talk.isTalkedAbout(home, "7", "boris")).toBe(false);
});

it("somebody who asks to be forgotten has answered nothing", () => {
  const talk = new Talk(new FakeClock());
  talk.note(GROUP, "7", "anna");
  talk.note(GROUP, "7", "boris");
  talk.forget("slate:anna");
  expect(talk.isTalkedAbout(GROUP, "7", "boris")).toBe(false);
  expect(talk.isTalkedAbout(GROUP, "7", "anna")).toBe(true);
});

it("what nobody has answered for long is not remembered", async () => {
  const clock = new FakeClock();
  const talk = new Talk(clock);
  talk.note(GROUP, "7", "anna");
  await clock.advance(1000);
  talk.note(GROUP, "8", "anna");
  talk.sweep(clock.now() - 500);
  expect(talk.isTalkedAbout(GROUP, "7", "boris")).toBe(false);
  expect(talk.isTalkedAbout(GROUP, "8", "boris")).toBe(true);
});
