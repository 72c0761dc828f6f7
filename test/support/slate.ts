import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import type { Policy } from "../../src/bots/conversation/context.ts";
import type { CommandEvent, PhotoEvent, PressEvent } from "../../src/bots/port/chat-event.ts";
import {
  ChatError,
  type ChatPort,
  type ChatRef,
  type MessageRef,
  type OutgoingClip,
  type Person,
} from "../../src/bots/port/chat-port.ts";
import { FakeClock } from "./fake-clock.ts";
import { openParts } from "./fake-platform/bot-parts.ts";
import { HeldStudio } from "./held-studio.ts";

/** A platform made of nothing: what is said is remembered, and can be refused, be late or stay for ever. */
export class Slate implements ChatPort {
  readonly platform = "slate";
  readonly maxClipBytes = 5_000_000;
  readonly maxPhotoBytes = 20_000_000;
  readonly texts = new Map<string, string>();
  /** All that were ever sent. */
  readonly clips: { readonly id: string; readonly replyTo: string | undefined; readonly clip: OutgoingClip }[] = [];
  readonly pictures: string[] = [];
  /** What hangs in the chats: ids of clips and pictures. */
  readonly shown = new Set<string>();
  /** The chats in which something was said. */
  readonly told: string[] = [];
  readonly notices: (string | undefined)[] = [];
  /** Messages that nobody can remove. */
  readonly fixed = new Set<string>();
  refusals: ChatError[] = [];
  /** Why no message can be changed, or null. */
  unchangeable: ChatError | null = null;
  /** Nothing can be said, and nothing removed. */
  unreachable = false;
  /** Clips, pictures and words that are on their way. */
  underWay = 0;
  #next = 100;
  #way: Promise<void> = Promise.resolve();
  #arrive: () => void = () => undefined;

  /** What is sent from now on stays on its way until `arrive`. */
  hold(): void {
    this.#way = new Promise((resolve) => {
      this.#arrive = resolve;
    });
  }

  arrive(): void {
    this.#arrive();
  }

  async say({ chat }: { chat: ChatRef }, { text }: { text: string }): Promise<MessageRef> {
    await this.#travel();
    const id = String(this.#next++);
    this.texts.set(id, text);
    this.told.push(chat.id);
    return { chat, id };
  }

  async edit(message: MessageRef, { text }: { text?: string }): Promise<void> {
    if (!this.texts.has(message.id)) throw new ChatError("noMessage", "edit");
    if (this.unchangeable !== null) throw this.unchangeable;
    if (text !== undefined) this.texts.set(message.id, text);
  }

  async remove({ id }: MessageRef): Promise<void> {
    if (this.fixed.has(id)) throw new ChatError("refused", "remove");
    this.texts.delete(id);
    this.shown.delete(id);
  }

  async sendClip({ chat, replyTo }: { chat: ChatRef; replyTo?: string }, clip: OutgoingClip) {
    const refusal = this.refusals.shift();
    if (refusal !== undefined) throw refusal;
    await this.#travel();
    const id = String(this.#next++);
    this.clips.push({ id, replyTo, clip });
    this.shown.add(id);
    return { message: { chat, id }, sent: `copy-${id}` };
  }

  async sendPicture({ chat }: { chat: ChatRef }, _jpeg: Uint8Array, caption: string): Promise<MessageRef> {
    await this.#travel();
    this.pictures.push(caption);
    const id = String(this.#next++);
    this.shown.add(id);
    return { chat, id };
  }

  busy(): () => void {
    return () => undefined;
  }

  async answer(_press: string, notice?: string): Promise<void> {
    this.notices.push(notice);
  }

  async download(): Promise<Uint8Array> {
    return readFileSync(new URL("../../examples/portrait.jpg", import.meta.url));
  }

  async #travel(): Promise<void> {
    if (this.unreachable) throw new ChatError("unreachable", "no network");
    this.underWay += 1;
    await this.#way;
    this.underWay -= 1;
  }
}

/** The conversation on a slate. */
export async function openSlate(policy: Partial<Policy> = {}) {
  const clock = new FakeClock();
  const renderer = new HeldStudio();
  const { conversation, queue, store, close } = await openParts(clock, renderer, { policy });
  const port = new Slate();
  await conversation.connect(port);
  await queue.start();
  onTestFinished(async () => {
    port.arrive();
    renderer.release();
    await close();
  });
  return { port, conversation, renderer, clock, queue, store };
}

export const FAMILY = { platform: "slate", id: "living-room", group: true } as const;
export const ANNA = { id: "@anna:home", language: "en" };
export const BORIS = { id: "@boris:home", language: "en" };

/** The n-th photo in the family's chat. */
export function photoEvent(n: number): PhotoEvent {
  const photo = { file: { id: `f${n}`, unique: `u${n}` }, message: String(n) };
  return { id: `slate-${n}`, chat: FAMILY, from: ANNA, kind: "photo", photo };
}

/** Somebody else of the family asks for a clip of Anna's photo. */
export function sameAskedBy(person: Person): PhotoEvent {
  const event = photoEvent(1);
  return { ...event, id: `slate-1 ${person.id}`, from: person, photo: { ...event.photo, owner: ANNA.id } };
}

let events = 0;

/** Somebody taps a button under a message of ours. */
export function pressEvent(from: Person, data: string, message: string): PressEvent {
  const press = `tap-${++events}`;
  return { id: press, chat: FAMILY, from, kind: "press", press, data, message, about: "1" };
}

export function commandEvent(from: Person, name: CommandEvent["name"], about?: string): CommandEvent {
  const message = `command-${++events}`;
  return { id: message, chat: FAMILY, from, kind: "command", name, message, ...(about === undefined ? {} : { about }) };
}
