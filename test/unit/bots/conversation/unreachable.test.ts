import { expect, it } from "vitest";
import { ANNA, commandEvent, openSlate, photoEvent } from "../../../support/slate.ts";
import { soon } from "../../../support/soon.ts";

const MINUTE_MS = 60_000;

it("a photo that was taken is answered when its platform can be reached again, however long that takes", async () => {
  const { port, conversation, clock } = await openSlate();
  port.unreachable = true;
  await conversation.handle(photoEvent(1));
  await clock.advance(90 * MINUTE_MS);
  expect([port.texts.size, port.clips.length]).toEqual([0, 0]);
  port.unreachable = false;
  await clock.advance(11 * MINUTE_MS);
  await soon(() => expect(port.clips).toHaveLength(1));
});

it("so is a command", async () => {
  const { port, conversation, clock } = await openSlate();
  port.unreachable = true;
  await conversation.handle(commandEvent(ANNA, "help"));
  await clock.advance(MINUTE_MS);
  port.unreachable = false;
  await clock.advance(MINUTE_MS);
  await soon(() => expect(port.texts.size).toBe(1));
});

it("unless its sender has asked to be forgotten meanwhile", async () => {
  const { port, conversation, clock } = await openSlate();
  port.unreachable = true;
  await conversation.handle(photoEvent(1));
  await clock.advance(MINUTE_MS);
  port.unreachable = false;
  await conversation.handle(commandEvent(ANNA, "forget"));
  await clock.advance(11 * MINUTE_MS);
  await soon(() => expect([...port.texts.values()]).toEqual([expect.stringMatching(/^There is nothing left/)]));
  expect(port.clips).toEqual([]);
});
