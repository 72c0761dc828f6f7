import type { Message, MessageEntity } from "@grammyjs/types";
import type { OtherEvent } from "../port/chat-event.ts";
import type { FileRef } from "../port/chat-port.ts";
import { isPictureName } from "../port/picture-name.ts";

/** What somebody wrote, under a photo, too. */
export function textOf(message: Message): string {
  return message.text ?? message.caption ?? "";
}

export function entitiesOf(message: Message): readonly MessageEntity[] {
  return message.entities ?? message.caption_entities ?? [];
}

/** The largest version of a photo, or an image that was sent as a file. */
export function photoOf(message: Message): FileRef | null {
  const { photo, document } = message;
  const [largest] = (Array.isArray(photo) ? [...photo] : []).sort((a, b) => b.width * b.height - a.width * a.height);
  if (largest !== undefined) return fileOf(largest);
  // A GIF comes as an animation that is a document as well.
  if (document === undefined || message.animation !== undefined) return null;
  const isImage = document.mime_type?.startsWith("image/") === true || isPictureName(document.file_name ?? "");
  return isImage ? fileOf(document) : null;
}

/** Whatever file a message holds, a photo or another; null when it holds none. */
export function anyFileOf(message: Message): FileRef | null {
  const file = filmIn(message) ?? message.sticker ?? message.document;
  return file === undefined ? photoOf(message) : fileOf(file);
}

/** A video, a round one, a GIF, or a video that was sent as a file; null where a message holds none. */
export function videoOf(message: Message): FileRef | null {
  const { document } = message;
  const file = filmIn(message) ?? (document?.mime_type?.startsWith("video/") === true ? document : undefined);
  return file === undefined ? null : fileOf(file);
}

/** A song, a voice message, or a sound that was sent as a file; null where a message holds none. */
export function soundOf({ audio, voice, document }: Message): FileRef | null {
  const file = audio ?? voice ?? (document?.mime_type?.startsWith("audio/") === true ? document : undefined);
  return file === undefined ? null : fileOf(file);
}

/** What Telegram itself plays: a video, a GIF, or a round video. */
function filmIn({ video, animation, video_note: round }: Message) {
  return video ?? animation ?? round;
}

/** What a message holds that is no photo; null when it is nothing that a person sent. */
export function contentOf(message: Message): OtherEvent["what"] | null {
  if (message.text !== undefined) return "text";
  if (message.sticker !== undefined) return "sticker";
  if (filmIn(message) !== undefined) return "video";
  if (soundOf(message) !== null) return "sound";
  if (message.document !== undefined) return "file";
  const others = [message.contact, message.location, message.poll, message.dice, message.story];
  return others.some((other) => other !== undefined) ? "something" : null;
}

function fileOf(file: { file_id: string; file_unique_id: string; file_size?: number }): FileRef {
  const bytes = file.file_size === undefined ? {} : { bytes: file.file_size };
  return { id: file.file_id, unique: file.file_unique_id, ...bytes };
}
