import type { Box, ClipFraming } from "../../pipeline/types.ts";
import type { ChatRef, FileRef, Person } from "./chat-port.ts";

/**
 * What a platform tells the conversation. As everything that goes between the two it is plain data, which survives being written to
 * disk and read back; none of it may hold a token, a person's name or a picture.
 */

/** A picture in a chat that can be animated, and the message that shows it. */
export interface SharedPhoto {
  readonly file: FileRef;
  readonly message: string;
  /** The id of the person who posted it, when somebody else asks for the clip. */
  readonly owner?: string;
  /** Its person was let in before it came (`Conversation.expect`), and is not refused now. */
  readonly expected?: boolean;
}

interface EventBase {
  /** The same for the same event if the platform reports it twice; unlike any other event's of the platform. */
  readonly id: string;
  readonly chat: ChatRef;
  readonly from: Person;
  /** The largest clip that can be sent in answer, where the platform tells with the event. */
  readonly maxClipBytes?: number;
  /** The platform shows that an answer is coming: there must be one. */
  readonly awaited?: boolean;
}

/**
 * What somebody asks of a clip, in words or by a command's options; what is missing is left as it is. `face` is a number or everyone;
 * `level`, 1..5, is how strongly the face moves, `step` by how much more or less than now; `original` takes the photo as it is.
 */
export interface Wish {
  readonly gesture?: string;
  readonly face?: number | "all";
  readonly framing?: ClipFraming;
  readonly level?: number;
  readonly step?: number;
  readonly original?: boolean;
}

/** What somebody sent for the face to follow: one of them at most. */
export interface SentToFollow {
  /** The video whose movement the face is to make. */
  readonly movement?: FileRef;
  /** The song or the voice note to which it is to move. */
  readonly music?: FileRef;
}

/** Somebody asks for a clip of a photo. `album` is shared by the photos that were posted together. */
export interface PhotoEvent extends EventBase, SentToFollow {
  readonly kind: "photo";
  readonly photo: SharedPhoto;
  readonly album?: string;
  readonly wish?: Wish;
  /** A box that they have drawn round a face that was not seen, or too small, in pixels of the upright photo. */
  readonly near?: Box;
  /** They asked for something that was not understood. */
  readonly unclear?: true;
}

/** Somebody asks in words for another clip: of what the message `about` shows, or without it of the last photo of a private chat. */
export interface WishEvent extends EventBase, SentToFollow {
  readonly kind: "wish";
  readonly wish: Wish;
  readonly message: string;
  readonly about?: string;
}

export const COMMAND_NAMES = [
  "start",
  "help",
  "privacy",
  "forget",
  "report",
  "verify",
  "animate",
  "file",
  "movement",
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** Somebody types a command; `about` is the message that it answers. A command on a photo arrives as a `PhotoEvent`. */
export interface CommandEvent extends EventBase {
  readonly kind: "command";
  readonly name: CommandName;
  readonly message: string;
  readonly about?: string;
  /** The picture or video that `verify` asks about. */
  readonly file?: FileRef;
  /** What stands behind `movement`: the name that a movement is to have. */
  readonly words?: string;
}

/** Somebody taps a button; `press` is what `ChatPort.answer` wants back, `data` is what the button carried. */
export interface PressEvent extends EventBase {
  readonly kind: "press";
  readonly press: string;
  readonly data: string;
  /** The message with the button, or nothing when the platform no longer shows it to us. */
  readonly message?: string;
  /** The message that the one with the button answers. */
  readonly about?: string;
}

/** Something addressed to the bot that is neither a photo nor a command. */
export interface OtherEvent extends EventBase {
  readonly kind: "other";
  readonly what: "text" | "thanks" | "sticker" | "video" | "sound" | "file" | "something";
  readonly message: string;
}

/** A chat has got another id, under which its people and what they asked for are to be found from now on. */
export interface MovedEvent extends EventBase {
  readonly kind: "moved";
  readonly to: ChatRef;
}

/** The bot can no longer speak in this chat: it was blocked or removed. */
export interface GoneEvent extends EventBase {
  readonly kind: "gone";
}

export type ChatEvent = PhotoEvent | WishEvent | CommandEvent | PressEvent | OtherEvent | MovedEvent | GoneEvent;
