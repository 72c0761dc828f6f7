import { UserError, type UserErrorCode } from "../../errors.ts";
import { ChatError, type ChatPort, type FileRef } from "../port/chat-port.ts";

/** A video or a song could not be fetched: that is not the fault of a photo. `text` says so. */
export class SentNotFetched extends Error {
  override readonly name = "SentNotFetched";
  constructor(
    readonly text: "movement-not-fetched" | "song-not-fetched",
    options: ErrorOptions,
  ) {
    super("what somebody sent could not be fetched", options);
  }
}

/** How large a file may be, in bytes, and what is said of one that cannot be had. */
export interface SentLimits {
  readonly maxBytes: number;
  readonly tooLarge: UserErrorCode;
  readonly notFetched: SentNotFetched["text"];
}

/** Fetches what somebody sent besides a photo. Throws `UserError` where it is too large, `SentNotFetched`, and `ChatError` where the chat is closed. */
export async function fetchSent(port: ChatPort, file: FileRef, limits: SentLimits): Promise<Uint8Array> {
  try {
    return await port.download(file, { maxBytes: Math.min(port.maxPhotoBytes, limits.maxBytes) });
  } catch (error) {
    if (error instanceof UserError) throw new UserError(limits.tooLarge, {}, { cause: error });
    if (error instanceof ChatError && error.code !== "gone")
      throw new SentNotFetched(limits.notFetched, { cause: error });
    throw error;
  }
}
