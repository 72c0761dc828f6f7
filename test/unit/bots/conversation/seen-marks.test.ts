import { expect, it } from "vitest";
import { SeenMarks } from "../../../../src/bots/conversation/seen-marks.ts";
import type { ChatPort, MessageRef } from "../../../../src/bots/port/chat-port.ts";
import { settle } from "../../../support/fake-clock.ts";
import { openSlate, photoEvent } from "../../../support/slate.ts";
import { soon } from "../../../support/soon.ts";

const PHOTO = { chat: { platform: "slate", id: "home", group: false }, id: "7" };

it("a mark is taken away only when it has been put", async () => {
  const asked: boolean[] = [];
  let put: (done: boolean) => void = () => undefined;
  const react = async (_message: MessageRef, seen: boolean): Promise<boolean> => {
    asked.push(seen);
    return new Promise((resolve) => {
      put = resolve;
    });
  };
  const marks = new SeenMarks({ ports: new Map([["slate", { react } as unknown as ChatPort]]) });
  const putting = marks.put(PHOTO);
  void marks.remove(PHOTO);
  await settle();
  expect(asked).toEqual([true]);
  put(true);
  expect(await putting).toBe(true);
  await settle();
  expect(asked).toEqual([true, false]);
});

it("a platform without marks says so", async () => {
  const marks = new SeenMarks({ ports: new Map([["slate", {} as ChatPort]]) });
  expect(await marks.put(PHOTO)).toBeUndefined();
});

it("a photo for which there was an apology is not marked any more", async () => {
  const { port, conversation, renderer } = await openSlate();
  const marks: boolean[] = [];
  const react = async (_message: MessageRef, seen: boolean): Promise<boolean> => {
    marks.push(seen);
    return Promise.resolve(true);
  };
  Object.assign(port, { silentMs: 2000, react });
  renderer.lookFailures.push(new Error("simulated"));
  await conversation.handle(photoEvent(1));
  await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^Something went wrong here/));
  await soon(() => expect(marks).toEqual([true, false]));
});
