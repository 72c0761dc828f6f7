import type { PageEvent } from "./protocol.ts";

/** A page that is open. */
export interface OpenPage {
  readonly tell: (event: PageEvent) => void;
  /** Ends its connection. Pages come again by themselves. */
  readonly close: () => void;
}

/** Brings what happens in a chat to the pages that show it. */
export class Hub {
  /** By chat, and each chat's in the order in which they came. */
  readonly #pages = new Map<string, Set<OpenPage>>();

  /** How many pages are open. */
  get size(): number {
    return [...this.#pages.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** How many pages show this chat. */
  count(chat: string): number {
    return this.#pages.get(chat)?.size ?? 0;
  }

  /** Tells `page` what happens in a chat from now on; returns a function that ends that. */
  listen(chat: string, page: OpenPage): () => void {
    const pages = this.#pages.get(chat) ?? new Set();
    this.#pages.set(chat, pages.add(page));
    return () => {
      pages.delete(page);
      if (pages.size === 0 && this.#pages.get(chat) === pages) this.#pages.delete(chat);
    };
  }

  tell(chat: string, event: PageEvent): void {
    for (const page of this.#pages.get(chat) ?? []) page.tell(event);
  }

  /** Makes room: closes the first page of the chat that has most of them, since a crowd is seldom one family. */
  closeOne(): void {
    const [crowd] = [...this.#pages.values()].sort((a, b) => b.size - a.size);
    const [first] = crowd ?? [];
    if (first === undefined) return;
    crowd?.delete(first);
    first.close();
  }
}
