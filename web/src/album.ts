import type { FaceSpot } from "../../src/bots/port/chat-port.ts";
import type { PageEvent, PageMessage } from "../../src/bots/web/protocol.ts";

/** What the page knows of its chat. */
export interface Chat {
  readonly messages: readonly PageMessage[];
  readonly busy: boolean;
  /** False until the history has come. */
  readonly ready: boolean;
}

export const EMPTY_CHAT: Chat = { messages: [], busy: false, ready: false };

/** The chat after something happened. */
export function after(chat: Chat, event: PageEvent): Chat {
  switch (event.kind) {
    case "history":
      return { messages: event.messages, busy: false, ready: true };
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
      return { ...chat, messages: [], busy: false };
    case "busy":
      return { ...chat, busy: event.activity !== null };
    case "notice":
      return chat;
  }
}

/** A photo with everything that was said about it, oldest first. */
export interface Sheet {
  readonly kind: "photo";
  readonly id: string;
  readonly photo: PageMessage;
  readonly clips: readonly PageMessage[];
  readonly words: readonly PageMessage[];
}

/** Something that was said about no photo. */
export interface Note {
  readonly kind: "note";
  readonly id: string;
  readonly message: PageMessage;
}

/** A clip to look at; one that was sent as a file is for keeping. */
export function isPlayed({ clip }: PageMessage): boolean {
  return clip !== undefined && !clip.file;
}

/** The page's content, newest first. */
export function sheetsOf(messages: readonly PageMessage[]): readonly (Sheet | Note)[] {
  const photos = new Set(messages.filter(({ isPhoto }) => isPhoto).map(({ id }) => id));
  const aboutPhoto = (message: PageMessage): boolean => message.replyTo !== null && photos.has(message.replyTo);
  const sheets = messages.flatMap((message): (Sheet | Note)[] => {
    if (aboutPhoto(message)) return [];
    if (!message.isPhoto) return [{ kind: "note", id: message.id, message }];
    const about = messages.filter(({ replyTo }) => replyTo === message.id);
    const clips = about.filter(isPlayed);
    return [{ kind: "photo", id: message.id, photo: message, clips, words: about.filter((one) => !isPlayed(one)) }];
  });
  return sheets.reverse();
}

/** The faces that can be tapped in the photo, as a message's buttons offer them. */
export function spotsOf(message: PageMessage | undefined): readonly FaceSpot[] {
  return message?.keyboard.find(({ spots }) => spots !== undefined)?.spots ?? [];
}
