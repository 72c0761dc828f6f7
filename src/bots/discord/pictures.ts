import type { APIAttachment, APIMessage } from "discord.js";
import type { FileRef } from "../port/chat-port.ts";
import { isPictureName } from "../port/picture-name.ts";

/** An attachment as the conversation knows it. Its address is signed and expires within a day, so it is fetched at once. */
export function fileOf({ id, url, size }: APIAttachment): FileRef {
  return { id: url, unique: id, bytes: size };
}

/** The pictures of a message: its own attachments and those of a message that it passes on; never what it links to. */
export function picturesIn(message: APIMessage): readonly APIAttachment[] {
  return attachmentsOf(message).filter(isPicture);
}

/** The first picture or video of a message, its own or one that it passes on. */
export function shownIn(message: APIMessage): APIAttachment | undefined {
  return attachmentsOf(message).find((one) => isPicture(one) || isVideo(one));
}

/** The first video or GIF of a message: something whose movement a face can make. */
export function movingIn(message: APIMessage): APIAttachment | undefined {
  return attachmentsOf(message).find((one) => isVideo(one) || one.content_type === "image/gif");
}

/** The first song or voice message of a message: something to which a face can move. */
export function soundIn(message: APIMessage): APIAttachment | undefined {
  return attachmentsOf(message).find(({ content_type }) => content_type?.startsWith("audio/") === true);
}

export function isVideo({ content_type }: APIAttachment): boolean {
  return content_type?.startsWith("video/") === true;
}

function attachmentsOf(message: APIMessage): readonly APIAttachment[] {
  const passedOn = message.message_snapshots?.flatMap((snapshot) => snapshot.message.attachments) ?? [];
  return [...message.attachments, ...passedOn];
}

function isPicture({ content_type, filename }: APIAttachment): boolean {
  return content_type?.startsWith("image/") === true || (content_type === undefined && isPictureName(filename));
}
