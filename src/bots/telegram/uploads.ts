import type { Message } from "@grammyjs/types";
import type { MessageRef, OutgoingClip, SentClip } from "../port/chat-port.ts";
import type { Upload } from "./api.ts";

export const UPLOAD_TIMEOUT_MS = 120_000;

/** Bytes as a file to upload. */
export function upload(bytes: Uint8Array, filename: string): Upload {
  return { source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), filename };
}

/** Telegram may file a clip under another kind than we sent it as. A live photo has two files, which are sent anew. */
export function fileIdOf(sent: Message): string | undefined {
  return (sent.animation ?? sent.document ?? sent.video ?? sent.sticker ?? sent.video_note)?.file_id;
}

/** A clip's message, and the id of Telegram's own copy of the clip. */
export function sentClip(message: MessageRef, sent: Message): SentClip {
  const id = fileIdOf(sent);
  return { message, ...(id === undefined ? {} : { sent: id }) };
}

/** As what a clip is shown that is no file: an animation plays without its sound, whatever is in it. */
export function filmTypeOf({ sounds }: Pick<OutgoingClip, "sounds">): "video" | "animation" {
  return sounds === true ? "video" : "animation";
}

/** How large and how long a clip is, as Telegram is told with an upload. */
export function measuresOf({ width, height, seconds }: Pick<OutgoingClip, "width" | "height" | "seconds">) {
  return { width, height, duration: Math.round(seconds) };
}
