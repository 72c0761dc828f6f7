import type { Clock } from "../../clock.ts";
import { ChatError, type FileRef } from "../port/chat-port.ts";
import { type DownloadLimits, fetchFile, tooLarge } from "../port/fetch-file.ts";

/** Where attachments are fetched from, and how. */
export interface AttachmentSource {
  /** Origins that attachments may come from. */
  readonly cdn: readonly string[];
  readonly clock: Clock;
}

/**
 * Fetches an attachment. Only Discord itself writes these addresses, but what arrives is checked all the same: nobody shall make
 * this machine fetch from elsewhere. Throws `UserError("fileTooLarge")` or `ChatError` (`noFile`, `unreachable`).
 */
export async function downloadAttachment(
  { cdn, clock }: AttachmentSource,
  file: FileRef,
  limits: DownloadLimits,
): Promise<Uint8Array> {
  if ((file.bytes ?? 0) > limits.maxBytes) return Promise.reject(tooLarge(file.bytes ?? 0, limits.maxBytes));
  const url = URL.canParse(file.id) ? new URL(file.id) : null;
  if (url === null || url.username !== "" || url.password !== "" || !cdn.includes(url.origin)) {
    return Promise.reject(new ChatError("noFile", "attachment: not from Discord's own servers"));
  }
  return fetchFile(url.href, limits, clock);
}
