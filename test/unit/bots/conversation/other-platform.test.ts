import { readFileSync } from "node:fs";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Policy } from "../../../../src/bots/conversation/context.ts";
import {
  ChatError,
  type ChatPort,
  type ChatRef,
  type MessageRef,
  type OutgoingClip,
  type PhotoEvent,
} from "../../../../src/bots/port/chat-port.ts";
import { FakeClock } from "../../../support/fake-clock.ts";
import { openParts } from "../../../support/fake-platform/bot-parts.ts";
import { facesInARow, HeldStudio } from "../../../support/held-studio.ts";

/** A platform made of nothing: what is said is remembered, and can be refused. */
class Slate implements ChatPort {
  readonly platform = "slate";
  readonly maxClipBytes = 5_000_000;
  readonly maxPhotoBytes = 20_000_000;
  readonly texts = new Map<string, string>();
  readonly clips: { readonly id: string; readonly replyTo: string | undefined; readonly clip: OutgoingClip }[] = [];
  readonly pictures: string[] = [];
  /** The chats in which something was said. */
  readonly told: string[] = [];
  readonly notices: (string | undefined)[] = [];
  refusals: ChatError[] = [];
  #next = 100;

  async say({ chat }: { chat: ChatRef }, { text }: { text: string }): Promise<MessageRef> {
    const id = String(this.#next++);
    this.texts.set(id, text);
    this.told.push(chat.id);
    return Promise.resolve({ chat, id });
  }

  async edit(message: MessageRef, { text }: { text?: string }): Promise<void> {
    if (!this.texts.has(message.id)) return Promise.reject(new ChatError("noMessage", "edit"));
    if (text !== undefined) this.texts.set(message.id, text);
    return Promise.resolve();
  }

  async remove(message: MessageRef): Promise<void> {
    this.texts.delete(message.id);
    return Promise.resolve();
  }

  async sendClip({ chat, replyTo }: { chat: ChatRef; replyTo?: string }, clip: OutgoingClip) {
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return Promise.reject(refusal);
    const id = String(this.#next++);
    this.clips.push({ id, replyTo, clip });
    return Promise.resolve({ message: { chat, id }, sent: `copy-${id}` });
  }

  async sendPicture({ chat }: { chat: ChatRef }, _jpeg: Uint8Array, caption: string): Promise<MessageRef> {
    this.pictures.push(caption);
    return Promise.resolve({ chat, id: String(this.#next++) });
  }

  busy(): () => void {
    return () => undefined;
  }

  async answer(_press: string, notice?: string): Promise<void> {
    this.notices.push(notice);
    return Promise.resolve();
  }

  async download(): Promise<Uint8Array> {
    return Promise.resolve(readFileSync(new URL("../../../../examples/portrait.jpg", import.meta.url)));
  }
}

async function open(policy: Partial<Policy> = {}) {
  const clock = new FakeClock();
  const renderer = new HeldStudio();
  const { conversation, queue, store, close } = await openParts(clock, renderer, { policy });
  const port = new Slate();
  await conversation.connect(port);
  await queue.start();
  onTestFinished(async () => {
    renderer.release();
    await close();
  });
  return { port, conversation, renderer, clock, queue, store };
}

const chat = { platform: "slate", id: "living-room", group: true } as const;
const from = { id: "@anna:home", language: "en" };
const photoEvent = (n: number): PhotoEvent => ({
  id: `slate-${n}`,
  chat,
  from,
  kind: "photo",
  photo: { file: { id: `f${n}`, unique: `u${n}` }, message: String(n) },
});

it("another platform has the same conversation: photo, strip, clip, tap", async () => {
  const { port, conversation, renderer } = await open();
  renderer.faces = facesInARow(2);
  await conversation.handle(photoEvent(1));
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
  expect(port.clips[0]?.replyTo).toBe("1");
  expect(port.pictures).toHaveLength(1);
  const data = port.clips[0]?.clip.keyboard?.[0]?.buttons.find(({ current }) => current !== true)?.data ?? "";
  await conversation.handle({
    id: "slate-tap",
    chat,
    from,
    kind: "press",
    press: "t",
    data,
    message: port.clips[0]?.id ?? "",
    about: "1",
  });
  await vi.waitFor(() => expect(port.clips).toHaveLength(2));
  expect(port.notices).toEqual(["One moment, please."]);
  expect(renderer.made.map(({ face }) => face)).toEqual([2, 1]);
  await vi.waitFor(() => expect([...port.texts.values()]).toEqual([expect.stringMatching(/^Please send only/)]));
});

it("the same event twice, and the same photo twice, are rendered once", async () => {
  const { port, conversation, renderer } = await open();
  await Promise.all([conversation.handle(photoEvent(1)), conversation.handle(photoEvent(1))]);
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
  await conversation.handle({ ...photoEvent(2), photo: { file: { id: "f1", unique: "u1" }, message: "2" } });
  await vi.waitFor(() => expect(port.clips).toHaveLength(2));
  expect(port.clips[1]).toMatchObject({ replyTo: "2", clip: { content: { sent: `copy-${port.clips[0]?.id ?? ""}` } } });
  expect(renderer.made).toHaveLength(1);
});

it("an answer that does not get through is tried again later, once", async () => {
  const { port, conversation, clock, queue, renderer } = await open();
  port.refusals = [new ChatError("unreachable", "no network")];
  await conversation.handle(photoEvent(1));
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ running: 0, unanswered: 1 }));
  await vi.waitFor(async () => {
    await clock.advance(5000);
    expect(port.clips).toHaveLength(1);
  });
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ unanswered: 0 }));
  await clock.advance(600_000);
  expect(port.clips).toHaveLength(1);
  expect(renderer.made).toHaveLength(1);
});

it("where nobody is left to answer, the answer is let go", async () => {
  const { port, conversation, queue } = await open();
  port.refusals = [new ChatError("gone", "blocked")];
  await conversation.handle(photoEvent(1));
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ running: 0, unanswered: 0 }));
  expect(port.clips).toHaveLength(0);
});

it("a status message that somebody deleted is no trouble", async () => {
  const { port, conversation, renderer } = await open();
  renderer.hold();
  await conversation.handle(photoEvent(1));
  await vi.waitFor(() => expect(port.texts.size).toBe(2));
  port.texts.clear();
  renderer.release();
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
});

it("a clip is made no larger than the platform takes", async () => {
  const { port, conversation, store } = await open();
  await conversation.handle(photoEvent(1));
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
  const [clip] = await store.clips.recentOf("slate:@anna:home", 1);
  expect(clip?.maxBytes).toBe(5_000_000);
});

it("an operator there is reached by an id that holds a colon", async () => {
  const { port, conversation } = await open({ admins: ["slate:@ruth:home", "telegram:42", "@tom:home"] });
  await conversation.handle({
    id: "slate-report",
    chat,
    from,
    kind: "command",
    name: "report",
    message: "5",
    about: "4",
  });
  await vi.waitFor(() => expect(port.texts.size).toBe(3));
  expect(port.told).toEqual(["@ruth:home", "@tom:home", "living-room"]);
});
