import { expect, it, vi } from "vitest";
import { ChatError } from "../../../../src/bots/port/chat-port.ts";
import { UserError } from "../../../../src/errors.ts";
import { ANNA, commandEvent, openSlate, photoEvent } from "../../../support/slate.ts";
import { soon } from "../../../support/soon.ts";

const REFUSED = new ChatError("refused", "edit");
const SORRY = /^Something went wrong here/;
const NO_FACE = /no face in this photo/;

async function openUnchangeable() {
  const slate = await openSlate();
  slate.port.unchangeable = REFUSED;
  return slate;
}

it("where the status message cannot be changed, the answer is said anew, and the status goes", async () => {
  const { port, conversation, renderer } = await openUnchangeable();
  renderer.faces = [];
  await conversation.handle(photoEvent(1));
  await soon(() => expect([...port.texts.values()]).toEqual([expect.any(String), expect.stringMatching(NO_FACE)]));
});

it("so is an apology", async () => {
  const { port, conversation, renderer } = await openUnchangeable();
  renderer.lookFailures.push(new Error("simulated"));
  await conversation.handle(photoEvent(1));
  await soon(() => expect([...port.texts.values()]).toEqual([expect.any(String), expect.stringMatching(SORRY)]));
});

it("whoever has been forgotten meanwhile is told nothing, and the status goes all the same", async () => {
  const { port, conversation, renderer } = await openUnchangeable();
  let look: () => void = () => undefined;
  const looking = vi.spyOn(renderer, "look").mockReturnValue(
    new Promise((_resolve, reject) => {
      look = () => reject(new UserError("notAnImage"));
    }),
  );
  await conversation.handle(photoEvent(1));
  await soon(() => expect(looking).toHaveBeenCalled());
  await conversation.handle(commandEvent(ANNA, "forget"));
  await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^There is nothing left|^Deleted/));
  look();
  await soon(() => expect(port.texts.size).toBe(2));
});
