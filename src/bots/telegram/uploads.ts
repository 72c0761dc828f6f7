import type { Upload } from "./api.ts";

export const UPLOAD_TIMEOUT_MS = 120_000;

/** Bytes as a file to upload. */
export function upload(bytes: Uint8Array, filename: string): Upload {
  return { source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), filename };
}
