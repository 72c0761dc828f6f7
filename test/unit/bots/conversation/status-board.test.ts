import { expect, it, vi } from "vitest";
import { StatusBoard, type StatusLine } from "../../../../src/bots/conversation/status-board.ts";
import type { Change, ChatPort, MessageRef } from "../../../../src/bots/port/chat-port.ts";
import { type Text, textsFor } from "../../../../src/texts/texts.ts";
import { FakeClock, settle } from "../../../support/fake-clock.ts";

const message: MessageRef = { chat: { platform: "web", id: "1", group: false }, id: "7" };
const seen: Text = { key: "status-seen", params: {} };
const left = (seconds: number): Text => ({ key: "status-rendering", params: { seconds } });
const chat = message.chat;

function setUp(manners: Pick<ChatPort, "editEveryMs" | "silentMs"> = {}) {
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
  const say = vi.fn(async () => message);
  const port = { platform: "web", say, edit, busy, ...manners } as unknown as ChatPort;
  const track = (said: MessageRef | null = message, more: Partial<StatusLine> = {}) =>
    board.track("job", { port, texts: textsFor("en"), place: { chat }, message: said, text: said && seen, ...more });
  if (manners.silentMs === undefined) track();
  return { clock, board, changes, say, edit, busy, stopped, track };
}

it("changes a message every 4 s at most, and shows the newest then", async () => {
  const { clock, board, changes } = setUp();
  for (let second = 1; second <= 10; second++) {
    await clock.advance(1000);
    board.show("job", left(11 - second), "rendering");
  }
  await clock.advance(10_000);
  expect(changes).toEqual([
    { at: 4000, text: "Making the clip … about 8 s" },
    { at: 8000, text: "Making the clip … about 4 s" },
    { at: 12_000, text: "Making the clip … about 1 s" },
  ]);
});

it("changes a message as often as its platform allows, and says how far the work is", async () => {
  const { clock, board, changes, edit } = setUp({ editEveryMs: 200 });
  for (let step = 1; step <= 4; step++) {
    await clock.advance(100);
    board.show("job", left(3), "rendering", step * 10);
  }
  await clock.advance(1000);
  expect(changes.map(({ at }) => at)).toEqual([200, 400, 600]);
  expect(edit.mock.calls.map(([, change]) => change.percent)).toEqual([10, 30, 40]);
  const means = { key: "status-sending", params: {} } as const;
  board.show("job", means, "sending");
  await clock.advance(1000);
  expect(edit.mock.calls.at(-1)?.[1]).toEqual({ text: "Sending the clip …", means, mayDrop: true });
});

it("does not change what says the same", async () => {
  const { clock, board, changes } = setUp();
  await clock.advance(5000);
  board.show("job", seen, null);
  board.show("job", left(10), null);
  await settle();
  board.show("job", left(20), null);
  board.show("job", left(10), null);
  await clock.advance(20_000);
  expect(changes.map(({ text }) => text)).toEqual(["Making the clip … about 10 s"]);
});

it("writes nothing after it let go, and waits for what is on its way", async () => {
  const { clock, board, edit, changes } = setUp();
  let arrived = (): void => undefined;
  edit.mockImplementationOnce(async () => new Promise<void>((resolve) => (arrived = resolve)));
  await clock.advance(5000);
  board.show("job", left(10), "rendering");
  board.show("job", left(20), "rendering");
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
  board.show("job", left(10), "rendering");
  board.show("job", left(20), "rendering");
  expect(busy.mock.calls).toEqual([[message.chat, "rendering"]]);
  await board.release("job");
  expect(stopped).toHaveBeenCalledTimes(1);
});

it("goes on after a change that failed", async () => {
  const { clock, board, edit, changes } = setUp();
  edit.mockRejectedValueOnce(new Error("no"));
  await clock.advance(4000);
  board.show("job", left(10), null);
  await settle();
  board.show("job", left(20), null);
  await clock.advance(4000);
  expect(changes.map(({ text }) => text)).toEqual(["Making the clip … about 20 s"]);
});

it("says nothing while a platform shows by other signs that it heard, then says it once, and changes that", async () => {
  const { clock, board, say, edit, track } = setUp({ silentMs: 2000 });
  const onSaid = vi.fn(async () => undefined);
  track(null, { onSaid });
  board.show("job", seen, "looking");
  await clock.advance(1999);
  expect(say).not.toHaveBeenCalled();
  board.show("job", left(6), "rendering");
  await clock.advance(1);
  expect(say.mock.calls).toEqual([[{ chat }, { text: "Making the clip … about 6 s", means: left(6) }]]);
  expect(onSaid).toHaveBeenCalledWith(message);
  expect(board.requestOf(message)).toBe("job");
  board.show("job", left(3), "rendering");
  await clock.advance(4000);
  expect(edit.mock.calls.map(([, change]) => change.text)).toEqual(["Making the clip … about 3 s"]);
  expect(await board.release("job")).toEqual(message);
});

it("says nothing at all of what is done sooner, and at once what nobody can see by other signs", async () => {
  const { clock, board, say, track } = setUp({ silentMs: 2000 });
  track(null);
  board.show("job", seen, null);
  await clock.advance(1000);
  expect(await board.release("job")).toBeNull();
  await clock.advance(5000);
  expect(say).not.toHaveBeenCalled();
  track(null);
  board.show("job", seen, null);
  board.breakSilence("job");
  await settle();
  expect(say).toHaveBeenCalledTimes(1);
});
