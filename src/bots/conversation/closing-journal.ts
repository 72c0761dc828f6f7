import type { Owed } from "../../owed.ts";
import type { Journal, JournalEntry } from "../../store/journal.ts";

/**
 * A journal in which closing always works: what is answered is answered, also where that cannot be written down just now. Then it
 * is written as soon as it can be, and until then this process takes it for written.
 */
export class ClosingJournal implements Journal {
  constructor(
    private readonly journal: Journal,
    private readonly owed: Owed,
  ) {}

  async open(id: string, person: string, event: unknown): Promise<boolean> {
    return this.journal.open(id, person, event);
  }

  async note(id: string, notes: Readonly<Record<string, unknown>>): Promise<void> {
    return this.journal.note(id, notes);
  }

  async get(id: string): Promise<JournalEntry | null> {
    return this.#isClosed(id) ? null : this.journal.get(id);
  }

  async close(id: string): Promise<void> {
    await this.owed.make(closing(id), "An event that was answered stays open", async () => this.journal.close(id));
  }

  async pending(): Promise<JournalEntry[]> {
    return (await this.journal.pending()).filter(({ id }) => !this.#isClosed(id));
  }

  async forget(person: string, except?: string): Promise<void> {
    return this.journal.forget(person, except);
  }

  async isForgotten(id: string): Promise<boolean> {
    return this.journal.isForgotten(id);
  }

  async sweep(closedBefore: number, openedBefore: number): Promise<void> {
    return this.journal.sweep(closedBefore, openedBefore);
  }

  #isClosed(id: string): boolean {
    return this.owed.has(closing(id));
  }
}

function closing(id: string): string {
  return `close ${id}`;
}
