import { expect, it } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

it("the chat shows that the bot is at work, again every 4 s, until the clip is there", async () => {
  const { user, renderer, world, clock } = await startRig();
  const chat = user().private();
  renderer.hold();
  chat.sendsPhoto(await newPicture());
  await chat.nextText(/^Making the clip/);
  const before = world.actions.length;
  await clock.passed(13_000);
  expect(world.actions.length - before).toBeGreaterThanOrEqual(3);
  expect(world.actions.length - before).toBeLessThanOrEqual(5);
  renderer.release();
  await chat.nextClip();
  await clock.passed(1000);
  const after = world.actions.length;
  await clock.passed(9000);
  expect(world.actions).toHaveLength(after);
});

it("the status message says the place in line, and what is going on, in few changes", async () => {
  const { user, renderer, telegram } = await startRig();
  renderer.hold();
  for (let i = 0; i < 2; i++)
    user()
      .private()
      .sendsPhoto(await newPicture());
  const isRendering = ({ action }: { action: string }): boolean => action === "record_video";
  await telegram.world.until("two in work", () =>
    telegram.world.actions.filter(isRendering).length >= 2 ? true : undefined,
  );
  const chat = user().private();
  chat.sendsPhoto(await newPicture());
  const first = await chat.next("a word", ({ kind }) => kind === "text");
  const status = await chat.becomes(first, "a place", ({ text }) => /^You are next in line, about \d+ s\.$/.test(text));
  renderer.release();
  await chat.nextClip();
  const { history } = chat.again(status);
  expect(history.length).toBeLessThanOrEqual(4);
});

it("where a group allows no animations, the clip comes as a file", async () => {
  const { user, script } = await startRig({ oldServer: true });
  script.fail("sendAnimation", {
    kind: "refuse",
    status: 400,
    description: "Bad Request: not enough rights to send animations to the chat",
  });
  const chat = user().private();
  chat.sendsPhoto(await newPicture());
  await chat.next("a file", ({ kind }) => kind === "file");
});
