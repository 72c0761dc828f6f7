import type { Look, Studio } from "../../queue/contract/studio.ts";

/** Looks at photos, one at a time for each person: who sends a hundred keeps nobody else waiting for more than one look. */
export class Looks {
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(private readonly studio: Pick<Studio, "look">) {}

  /** As `Studio.look`. */
  async look(person: string, photo: Uint8Array): Promise<Look> {
    const before = this.#last.get(person);
    const looking = (before ?? Promise.resolve()).then(() => this.studio.look(photo, {}));
    const settled = looking.catch(() => undefined);
    this.#last.set(person, settled);
    try {
      return await looking;
    } finally {
      if (this.#last.get(person) === settled) this.#last.delete(person);
    }
  }
}
