const DAY_MS = 24 * 3_600_000;
const PER_PERSON = 3;
/** Of a chat, so that neither several people nor one who is forgotten in between can empty it. */
const PER_CHAT = 10;

interface Taken {
  readonly person: string | null;
  readonly chat: string;
  readonly at: number;
}

/** Who had how much taken down within a day. In memory only, and bounded by what chats may have. */
export class Takedowns {
  #taken: readonly Taken[] = [];

  constructor(private readonly now: () => number) {}

  /** Takes note of one; false, and no note, when that would be more than a few a day. */
  take(person: string, chat: string): boolean {
    const at = this.now();
    this.#taken = this.#taken.filter((one) => one.at > at - DAY_MS);
    const own = this.#taken.filter((one) => one.person === person);
    const here = this.#taken.filter((one) => one.chat === chat);
    if (own.length >= PER_PERSON || here.length >= PER_CHAT) return false;
    this.#taken = [...this.#taken, { person, chat, at }];
    return true;
  }

  /** Forgets who it was; the chat has had it all the same. */
  forget(person: string): void {
    this.#taken = this.#taken.map((one) => (one.person === person ? { ...one, person: null } : one));
  }
}
