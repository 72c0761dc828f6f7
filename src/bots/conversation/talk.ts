import { type ChatRef, chatKey } from "../port/chat-port.ts";

/** Messages whose answers are remembered; the oldest are forgotten first. */
const REMEMBERED = 5000;

/** Which of our messages people talk about. In memory only: after a restart a clip may make room that would have stayed. */
export class Talk {
  readonly #answered = new Map<string, Set<string>>();

  /** Somebody has answered one of our messages. */
  note(chat: ChatRef, message: string, person: string): void {
    const key = `${chatKey(chat)} ${message}`;
    const people = this.#answered.get(key) ?? new Set();
    people.add(person);
    this.#answered.delete(key);
    this.#answered.set(key, people);
    const [oldest] = this.#answered.keys();
    if (this.#answered.size > REMEMBERED && oldest !== undefined) this.#answered.delete(oldest);
  }

  /** Whether anybody but this person has answered it. */
  isTalkedAbout(chat: ChatRef, message: string, person: string): boolean {
    const people = this.#answered.get(`${chatKey(chat)} ${message}`) ?? new Set();
    return [...people].some((other) => other !== person);
  }
}
