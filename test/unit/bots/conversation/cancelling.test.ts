import { expect, it, vi } from "vitest";
import { encodeAction } from "../../../../src/bots/conversation/choice.ts";
import { UserError } from "../../../../src/errors.ts";
import { ANNA, openSlate, photoEvent, pressEvent } from "../../../support/slate.ts";
import { soon } from "../../../support/soon.ts";

it("what was cancelled while its photo was looked at stays so, also for the next process", async () => {
  const { port, conversation, renderer, queue } = await openSlate();
  // It dies before the photo has been looked at.
  let end: () => void = () => undefined;
  const looking = vi.spyOn(renderer, "look").mockReturnValue(
    new Promise((_resolve, reject) => {
      end = () => reject(new UserError("notAnImage"));
    }),
  );
  await conversation.handle(photoEvent(1));
  await soon(() => expect(looking).toHaveBeenCalled());
  const status = [...port.texts.keys()].at(-1) ?? "";
  await conversation.handle(pressEvent(ANNA, encodeAction({ kind: "cancel" }), status));
  await soon(() => expect(port.notices).toEqual(["Cancelled."]));
  vi.restoreAllMocks();
  await conversation.connect(port);
  await soon(() => expect(port.texts.has(status)).toBe(false));
  expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
  expect(port.clips).toEqual([]);
  end();
});
