import type { PageEvent } from "./protocol.ts";

type Listener = (event: PageEvent) => void;

/** Brings what happens in a chat to the pages that show it. */
export class Hub {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** How many pages are open. */
  get size(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** How many pages show this chat. */
  count(chat: string): number {
    return this.#listeners.get(chat)?.size ?? 0;
  }

  /** Tells `listener` what happens in a chat from now on; returns a function that ends that. */
  listen(chat: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(chat) ?? new Set();
    this.#listeners.set(chat, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(chat) === listeners) this.#listeners.delete(chat);
    };
  }

  tell(chat: string, event: PageEvent): void {
    for (const listener of this.#listeners.get(chat) ?? []) listener(event);
  }
}
