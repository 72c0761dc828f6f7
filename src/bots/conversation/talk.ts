import type { Clock } from "../../clock.ts";
import { type ChatRef, chatKey, personKey } from "../port/chat-port.ts";
import { keepNewest } from "../port/keep-newest.ts";

/** Messages whose answers are remembered; the oldest are forgotten first. */
const REMEMBERED = 5000;

interface Answered {
  /** Who has answered it, as `personKey` makes them. */
  readonly people: Set<string>;
  /** When somebody did last, in ms since 1970. */
  at: number;
}

/** Which of our messages people of a group talk about. In memory only: after a restart a clip may make room that would have stayed. */
export class Talk {
  readonly #answered = new Map<string, Answered>();

  constructor(private readonly clock: Clock) {}

  /** Somebody has answered one of our messages. In private nobody else is there to mind. */
  note(chat: ChatRef, message: string, person: string): void {
    if (!chat.group) return;
    const key = keyOf(chat, message);
    const answered = this.#answered.get(key) ?? { people: new Set(), at: 0 };
    answered.people.add(personKey(chat, { id: person }));
    answered.at = this.clock.now();
    this.#answered.delete(key);
    this.#answered.set(key, answered);
    keepNewest(this.#answered, REMEMBERED);
  }

  /** Whether anybody but this person has answered it. */
  isTalkedAbout(chat: ChatRef, message: string, person: string): boolean {
    const { people } = this.#answered.get(keyOf(chat, message)) ?? { people: [] };
    return [...people].some((other) => other !== personKey(chat, { id: person }));
  }

  /** Forgets what somebody has answered. `person` as `personKey` makes it. */
  forget(person: string): void {
    for (const [key, { people }] of this.#answered)
      if (people.delete(person) && people.size === 0) this.#answered.delete(key);
  }

  /** Forgets what nobody has answered since a time, in ms since 1970. */
  sweep(before: number): void {
    for (const [key, { at }] of this.#answered) if (at < before) this.#answered.delete(key);
  }
}

function keyOf(chat: ChatRef, message: string): string {
  return `${chatKey(chat)} ${message}`;
}
