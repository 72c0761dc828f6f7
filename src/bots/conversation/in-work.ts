import type { Choice } from "./choice.ts";

interface Wanted {
  readonly chat: string;
  readonly person: string;
  readonly choice: Choice;
  /** The face is our choice, made before anybody could choose. */
  readonly ourChoice: boolean;
  /** Somebody else of the chat asked for the same. */
  shared: boolean;
}

/** What is being made for whom, by job. Forgotten when the process ends: then nothing is taken for being in work. */
export class InWork {
  readonly #jobs = new Map<string, Wanted>();

  add(id: string, wanted: Omit<Wanted, "shared">): void {
    this.#jobs.set(id, { ...wanted, shared: false });
  }

  /** A job has been answered, or will not be. */
  ended(id: string): void {
    this.#jobs.delete(id);
  }

  /** Somebody asked for what a job makes already. */
  share(id: string, person: string): void {
    const wanted = this.#jobs.get(id);
    if (wanted !== undefined && wanted.person !== person) wanted.shared = true;
  }

  /** The job that makes this for this chat, or null. */
  find(chat: string, choice: Choice): string | null {
    const key = keyOf(choice);
    for (const [id, wanted] of this.#jobs) if (wanted.chat === chat && keyOf(wanted.choice) === key) return id;
    return null;
  }

  /** What was last asked for by this person in this chat and is not done yet, or null. */
  newest(chat: string, person: string): Choice | null {
    const theirs = [...this.#jobs.values()].filter((wanted) => wanted.chat === chat && wanted.person === person);
    return theirs.at(-1)?.choice ?? null;
  }

  /** The job whose face we chose for this person, who now chooses another one, when nobody else wants it; or null. */
  replaceable(chat: string, person: string, photo: string): string | null {
    for (const [id, wanted] of this.#jobs) {
      if (!wanted.ourChoice || wanted.shared || wanted.chat !== chat || wanted.person !== person) continue;
      if (wanted.choice.photo === photo) return id;
    }
    return null;
  }
}

function keyOf({ photo, face, framing, gesture, level, original }: Choice): string {
  return `${photo} ${face} ${framing} ${gesture} ${level} ${original ?? false}`;
}
