import { keepNewest } from "../port/keep-newest.ts";

/** Persons whose language is remembered. */
const REMEMBERED = 5000;

/** Interactions tell a person's language, messages do not: what was told last is used for them. In memory only. */
export class Languages {
  readonly #known = new Map<string, string>();

  note(person: string, language: string): void {
    this.#known.delete(person);
    this.#known.set(person, language);
    keepNewest(this.#known, REMEMBERED);
  }

  forget(person: string): void {
    this.#known.delete(person);
  }

  of(person: string): string | undefined {
    return this.#known.get(person);
  }
}
