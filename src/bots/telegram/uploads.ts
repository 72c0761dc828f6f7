import type { Message } from "@grammyjs/types";
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
