import type { ChatRef } from "../port/chat-port.ts";

/**
 * Whom and what we answer, as `ChatRef.thread` carries it through the conversation and onto the disk: ids only. The secret that
 * belongs to an interaction stays in memory (exchanges.ts).
 */
export interface Thread {
  readonly user: string;
  readonly interaction: string | null;
  /** The answer is for this person alone. */
  readonly alone: boolean;
}

const ALONE = "alone";

export function writeThread(user: string, interaction?: string): string {
  return interaction === undefined ? user : `${user}/${interaction}`;
}

/** The same chat, in which from now on we speak to its person alone. */
export function aloneIn(chat: ChatRef): ChatRef {
  return chat.thread === undefined ? chat : { ...chat, thread: `${chat.thread}/${ALONE}` };
}

/** Null for a chat that no event came from, such as an operator's. */
export function readThread({ thread }: ChatRef): Thread | null {
  if (thread === undefined) return null;
  const [user = "", interaction = null, alone] = thread.split("/");
  return { user, interaction, alone: alone === ALONE };
}
