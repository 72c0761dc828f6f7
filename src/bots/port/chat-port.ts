import type { ClipFormat } from "../../pipeline/video/formats.ts";
import type { Text } from "../../texts/texts.ts";

/**
 * What the conversation needs from a chat platform. Everything here but the port itself is plain data that survives being written
 * to disk and read back; none of it may hold a token, a person's name or a picture.
 */

/** A platform's name, in lower-case letters: `telegram`. Whichever adapter is there brings its own. */
export type Platform = string;

/**
 * A chat on a platform; a private one has the id of its person. `thread` is what the platform needs besides, to speak in the
 * right place: a topic, or the interaction that it answers. `server` is the larger whole that a group belongs to.
 */
export interface ChatRef {
  readonly platform: Platform;
  readonly id: string;
  readonly group: boolean;
  readonly thread?: string;
  readonly server?: string;
}

export interface MessageRef {
  readonly chat: ChatRef;
  readonly id: string;
}

/**
 * Where to speak: in a chat, as an answer to a message if there is one that is still there. `instead` is a message of ours whose
 * place a clip or a picture may take (see `ChatPort.replaces`); where that cannot be, it stays, and they get messages of their own.
 */
export interface Place {
  readonly chat: ChatRef;
  readonly replyTo?: string;
  readonly instead?: string;
}

/**
 * Who did something. `language` is the language code that the platform reports, such as `pt-br`; `moderator` is set where the
 * platform tells with the event that this person may delete other people's messages here.
 */
export interface Person {
  readonly id: string;
  readonly language?: string;
  readonly moderator?: boolean;
}

/** A picture that the platform holds. `unique` is the same for the same file whoever sends it; `bytes` is what it claims. */
export interface FileRef {
  readonly id: string;
  readonly unique: string;
  readonly bytes?: number;
}

export interface Button {
  readonly label: string;
  /** At most 64 bytes. */
  readonly data: string;
  /** The choice that the clip above shows. */
  readonly current?: boolean;
  readonly danger?: boolean;
  /** The name of the gesture that it asks for, for platforms that draw one. */
  readonly gesture?: string;
  /** Asks for the clip as a file; a platform that can hand it over by itself does so instead. */
  readonly file?: boolean;
}

/** A face in the photo. `label` is that of its button, `box` in pixels of the upright photo. */
export interface FaceSpot {
  readonly label: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * What the buttons of a group are about. Where everything is offered as a control (`ChatPort.folds`) each thing that can be chosen
 * is a group of its own; elsewhere all but faces and gestures are `actions`.
 */
export type GroupKind = "faces" | "everyone" | "gestures" | "framing" | "strength" | "retouching" | "actions";

/**
 * Buttons that belong together; the platform lays them out. `title` says what they choose, for platforms that show them as a
 * list. `share` asks for the platform's own way to pass a clip on.
 */
export interface ButtonGroup {
  readonly kind: GroupKind;
  readonly title?: string;
  readonly buttons: readonly Button[];
  readonly share?: { readonly label: string; readonly clip: string };
}

export type Keyboard = readonly ButtonGroup[];

export interface OutgoingText {
  readonly text: string;
  /** What the text was written from, for platforms that show more of it than its words. */
  readonly means?: Text;
  readonly keyboard?: Keyboard;
  /** The id of the one person in a group whom it concerns: where a platform can, it shows it to nobody else, and it cannot be changed. */
  readonly onlyFor?: string;
}

/** What to change in a message: its text, its buttons (of a clip, too), or both. */
export interface Change {
  readonly text?: string;
  /** As in `OutgoingText`. */
  readonly means?: Text;
  readonly keyboard?: Keyboard;
  /** The message shows a clip or a picture: its text is the line under that. */
  readonly captioned?: boolean;
  /** How far the work is that the text tells of, 0..100, for platforms that draw it. */
  readonly percent?: number;
  /** Leave it when the platform has no room for it right now: something newer will follow. */
  readonly mayDrop?: boolean;
}

/** The bytes of a clip. `loop` is what `ChatPort.loops` asks for; it is missing where that cannot be had. */
export interface ClipContent {
  readonly mp4: Uint8Array;
  readonly thumbnail?: Uint8Array;
  readonly loop?: Uint8Array;
}

/** A clip as a picture that moves by itself, again and again: its longer side in pixels at most, and frames a second. */
export interface LoopShape {
  readonly format: ClipFormat;
  readonly longSide: number;
  readonly fps: number;
}

/** A clip to send: its bytes, or the platform's own id of a copy that was sent before. */
export interface OutgoingClip {
  readonly content: ClipContent | { readonly sent: string };
  /** Its id in the store, for platforms that show it from there. */
  readonly clip: string;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** It can be heard, so it must be shown as what has a sound. */
  readonly sounds?: true;
  readonly caption: string;
  /** What it shows, for people who cannot see it. */
  readonly alt?: string;
  readonly keyboard?: Keyboard;
  /** As a plain file for keeping, not as something that plays by itself. */
  readonly asFile?: boolean;
}

/** What a clip can become besides a file: a GIF, the person cut out on nothing, a round video, a photo that moves when it is held. */
export type ClipShape = "gif" | "sticker" | "round" | "live";

/** A clip in another shape. `still` is the picture that a live photo shows while nobody holds it. */
export interface ShapedClip {
  readonly shape: ClipShape;
  readonly content: { readonly bytes: Uint8Array; readonly still?: Uint8Array } | { readonly sent: string };
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
}

/** A posted photo as a platform of our own shows it. */
export interface OutlinedPhoto {
  /** Size of the upright photo in pixels, in which the faces' boxes are measured. */
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
  /** The faces that can be animated. */
  readonly spots: readonly FaceSpot[];
  /** What can be chosen before there is a clip. */
  readonly keyboard: Keyboard;
}

export interface SentClip {
  readonly message: MessageRef;
  /** The platform's id of the clip, with which it can be sent again without an upload. */
  readonly sent?: string;
}

export type Activity = "looking" | "rendering" | "sending";

/**
 * One chat platform. Every call waits out rate limits and passing failures by itself; what it throws is a `ChatError`.
 */
export interface ChatPort {
  readonly platform: Platform;
  /** The largest clip that can be sent, in bytes. */
  readonly maxClipBytes: number;
  /** The largest picture to fetch, in bytes. */
  readonly maxPhotoBytes: number;
  /** Shortest time between two changes of a status message; 4000 ms without it. */
  readonly editEveryMs?: number;
  /** This platform does its own admission (an invitation). The list of allowed chats limits it only if it names ids of this platform. */
  readonly guarded?: boolean;
  /** A clip can take the place of a message: nothing else may be written into that one any more. */
  readonly replaces?: boolean;
  /** A clip can also take another clip's place, so that a photo has one message, whatever is asked of it. */
  readonly inPlace?: boolean;
  /** So long, in ms, a request may be in work without a word, because people see by other signs that it was heard. */
  readonly silentMs?: number;
  /**
   * How a clip's many choices are offered. `menus`: few buttons are shown at a time, the others are in menus of the same message;
   * `lists`: faces and gestures are entries of lists. In both the numbered faces are shown to whoever asks for them. `controls`:
   * everything is offered at once, thing by thing with all its values, for platforms that draw controls of their own. Without it
   * everything is a button, and the numbered faces come by themselves.
   */
  readonly folds?: "menus" | "lists" | "controls";
  /** What everybody should know of clips is told before a photo can be sent at all. */
  readonly tellsFirst?: boolean;
  /** Videos do not play by themselves here: clips come as pictures of this shape as well. */
  readonly loops?: LoopShape;
  /** Where this chat is closed to us the platform may speak to the person in private: the message then tells that chat. */
  say(place: Place, message: OutgoingText): Promise<MessageRef>;
  /** A change to the same is no error. */
  edit(message: MessageRef, change: Change): Promise<void>;
  /** Removes a message; one that is gone already is no error. */
  remove(message: MessageRef): Promise<void>;
  sendClip(place: Place, clip: OutgoingClip): Promise<SentClip>;
  /** The shapes besides a file in which clips can be sent. */
  readonly shapes?: readonly ClipShape[];
  /** Sends a clip in one of these shapes, for keeping. */
  sendShaped?(place: Place, clip: ShapedClip): Promise<SentClip>;
  /** Shows a JPEG, with buttons under it. */
  sendPicture(place: Place, jpeg: Uint8Array, caption: string, keyboard?: Keyboard): Promise<MessageRef>;
  /**
   * Shows a posted photo with its faces outlined in it. A platform that can do this needs no picture of
   * their numbers. Nothing happens when the message is gone.
   */
  outline?(photo: MessageRef, outlined: OutlinedPhoto): Promise<void>;
  /**
   * Marks somebody's message as seen, without a sound, or takes the mark away. Resolves with whether that could be done. Never
   * throws.
   */
  react?(message: MessageRef, seen: boolean): Promise<boolean>;
  /** Shows in the chat that the bot is at work until the returned function is called. Never throws. */
  busy(chat: ChatRef, activity: Activity): () => void;
  /**
   * Ends a tap, with a short notice (at most 200 characters) or without. A `passing` one can be left where notices stay, because
   * what follows says as much. Never throws: late answers are of no use.
   */
  answer(press: string, notice?: string, passing?: boolean): Promise<void>;
  /** Fetches a picture. Throws `UserError("fileTooLarge")` above `maxBytes`, before or while reading. */
  download(file: FileRef, limits: { readonly maxBytes: number; readonly signal?: AbortSignal }): Promise<Uint8Array>;
  /** Empties a chat whose history lies with us. Where the platform keeps it, only single messages can be removed. */
  clear?(chat: ChatRef): Promise<void>;
  /** Drops what is remembered of a person in memory: their language, their private channel. */
  forget?(person: string): void;
}

/**
 * Why a platform did not do what was asked. `gone`: the chat is closed to the bot (blocked, removed, deleted); `forbidden`:
 * it lacks a permission there; `noMessage`: the message to change or answer is not there; `noFile`: the platform does not
 * know this file (any more); `tooLarge`: it takes no file of this size; `refused`: it said no for another reason;
 * `unreachable`: no answer after all tries.
 */
export type ChatErrorCode = "gone" | "forbidden" | "noMessage" | "noFile" | "tooLarge" | "refused" | "unreachable";

/** What is known of a platform's no, for programs. `cause` is what failed, free of tokens, addresses and what was sent. */
export interface ChatErrorFacts {
  /** The HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** It may have been done all the same: the answer was lost. */
  readonly doubtful?: boolean;
  readonly cause?: unknown;
}

/** A platform's no. The message is for people: it names the method and the reason, never a token, an address or what was sent. */
export class ChatError extends Error {
  override readonly name = "ChatError";
  /** The HTTP status of the answer, or undefined when there was none. */
  readonly status: number | undefined;
  /** It may have been done all the same: trying again may do it twice. */
  readonly doubtful: boolean;

  constructor(
    readonly code: ChatErrorCode,
    detail: string,
    { status, doubtful = false, cause }: ChatErrorFacts = {},
  ) {
    super(`${code}: ${detail}`, cause === undefined ? {} : { cause });
    this.status = status;
    this.doubtful = doubtful;
  }
}

/** Names a chat across platforms. */
export function chatKey(chat: ChatRef): string {
  return `${chat.platform}:${chat.id}`;
}

/** Names a person across platforms. */
export function personKey(chat: ChatRef, person: Person): string {
  return `${chat.platform}:${person.id}`;
}

/** The id on its platform of a chat or a person that such a name names. */
export function idIn(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}
