import type { PageEvent, PageMessage } from "../../src/bots/web/protocol.ts";

/** What the page knows of its chat. */
export interface Chat {
  readonly messages: readonly PageMessage[];
  /** False until the history has come. */
  readonly ready: boolean;
}

export const EMPTY_CHAT: Chat = { messages: [], ready: false };

/** The chat after something happened. */
export function after(chat: Chat, event: PageEvent): Chat {
  switch (event.kind) {
    case "history":
      return { messages: event.messages, ready: true };
    case "message": {
      const { message } = event;
      const known = chat.messages.some(({ id }) => id === message.id);
      const messages = known
        ? chat.messages.map((other) => (other.id === message.id ? message : other))
        : [...chat.messages, message];
      return { ...chat, messages };
    }
    case "removed":
      return { ...chat, messages: chat.messages.filter(({ id }) => !event.ids.includes(id)) };
    case "cleared":
      return { ...chat, messages: [] };
    case "busy":
    case "notice":
      return chat;
  }
}

/** Something that was said about no photo, such as the thanks for a report; undefined for all else that happens. */
export function saidAside(chat: Chat, event: PageEvent): string | undefined {
  if (event.kind !== "message") return undefined;
  const { message } = event;
  return message.isPhoto || chat.messages.some(({ id, isPhoto }) => isPhoto && id === message.replyTo)
    ? undefined
    : message.text;
}
