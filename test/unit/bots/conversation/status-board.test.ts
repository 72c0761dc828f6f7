import { expect, it, vi } from "vitest";
import { StatusBoard } from "../../../../src/bots/conversation/status-board.ts";
import type { Change, ChatPort, MessageRef } from "../../../../src/bots/port/chat-port.ts";
import { type Text, textsFor } from "../../../../src/texts/texts.ts";
import { FakeClock, settle } from "../../../support/fake-clock.ts";

const message: MessageRef = { chat: { platform: "web", id: "1", group: false }, id: "7" };
const seen: Text = { key: "status-seen", params: {} };
const percent = (value: number): Text => ({ key: "status-rendering", params: { percent: value } });

function setUp(pace: Pick<ChatPort, "editEveryMs"> = {}) {
  const clock = new FakeClock();
  const board = new StatusBoard(clock);
  const changes: { readonly at: number; readonly text: string | undefined }[] = [];
  const start = clock.now();
  const edit = vi.fn(async (_: MessageRef, change: Change) => {
    changes.push({ at: clock.now() - start, text: change.text });
    return Promise.resolve();
  });
  const stopped = vi.fn();
  const busy = vi.fn(() => stopped);
  const port = { platform: "web", edit, busy, ...pace } as unknown as ChatPort;
  board.track("job", port, message, textsFor("en"), seen);
  return { clock, board, changes, edit, busy, stopped };
}

it("changes a message every 4 s at most, and shows the newest then", async () => {
  const { clock, board, changes } = setUp();
  for (let second = 1; second <= 10; second++) {
    await clock.advance(1000);
    board.show("job", percent(second * 10), "rendering");
  }
  await clock.advance(10_000);
  expect(changes).toEqual([
    { at: 4000, text: "Making the clip … 30%" },
    { at: 8000, text: "Making the clip … 70%" },
    { at: 12_000, text: "Making the clip … 100%" },
  ]);
});

it("changes a message as often as its platform allows, and says how far the work is", async () => {
  const { clock, board, changes, edit } = setUp({ editEveryMs: 200 });
  for (let step = 1; step <= 4; step++) {
    await clock.advance(100);
    board.show("job", percent(step * 10), "rendering");
  }
  await clock.advance(1000);
  expect(changes.map(({ at }) => at)).toEqual([200, 400, 600]);
  expect(edit.mock.calls.map(([, change]) => change.percent)).toEqual([10, 30, 40]);
  board.show("job", { key: "status-sending", params: {} }, "sending");
  await clock.advance(1000);
  expect(edit.mock.calls.at(-1)?.[1]).toEqual({ text: "Sending the clip …", mayDrop: true });
});

it("does not change what says the same", async () => {
  const { clock, board, changes } = setUp();
  await clock.advance(5000);
  board.show("job", seen, null);
  board.show("job", percent(10), null);
  await settle();
  board.show("job", percent(20), null);
  board.show("job", percent(10), null);
  await clock.advance(20_000);
  expect(changes.map(({ text }) => text)).toEqual(["Making the clip … 10%"]);
});

it("writes nothing after it let go, and waits for what is on its way", async () => {
  const { clock, board, edit, changes } = setUp();
  let arrived = (): void => undefined;
  edit.mockImplementationOnce(async () => new Promise<void>((resolve) => (arrived = resolve)));
  await clock.advance(5000);
  board.show("job", percent(10), "rendering");
  board.show("job", percent(20), "rendering");
  let released = false;
  const release = board.release("job").then(() => {
    released = true;
  });
  await settle();
  expect(released).toBe(false);
  arrived();
  await release;
  await clock.advance(20_000);
  expect(edit).toHaveBeenCalledTimes(1);
  expect(changes).toEqual([]);
});

it("shows that it is at work, and stops", async () => {
  const { board, busy, stopped } = setUp();
  board.show("job", percent(10), "rendering");
  board.show("job", percent(20), "rendering");
  expect(busy.mock.calls).toEqual([[message.chat, "rendering"]]);
  await board.release("job");
  expect(stopped).toHaveBeenCalledTimes(1);
});

it("goes on after a change that failed", async () => {
  const { clock, board, edit, changes } = setUp();
  edit.mockRejectedValueOnce(new Error("no"));
  await clock.advance(4000);
  board.show("job", percent(10), null);
  await settle();
  board.show("job", percent(20), null);
  await clock.advance(4000);
  expect(changes.map(({ text }) => text)).toEqual(["Making the clip … 20%"]);
});
