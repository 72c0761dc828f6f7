import type { ChatEvent } from "../../src/bots/port/chat-event.ts";

/** Something that a person asked of the bot, and what we know of it from outside. */
export interface Asked {
  readonly event: ChatEvent;
  /** Who. */
  readonly person: string;
  readonly at: number;
  /** For a photo its mark, for a tap the mark of the picture under which it was made; null where nobody outside can tell. */
  readonly mark: string | null;
  /** When the bot had it on disk; null as long as it has not. */
  acceptedAt: number | null;
}

export function isForget({ event }: Pick<Asked, "event">): boolean {
  return event.kind === "command" && event.name === "forget";
}
