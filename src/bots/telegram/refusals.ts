import type { ChatErrorCode } from "../port/chat-port.ts";

/** Telegram tells what was wrong in words only; these are the ones that mean something to us. */
const MEANINGS: readonly (readonly [RegExp, ChatErrorCode])[] = [
  [/message is not modified/i, "refused"],
  [/message (to (edit|delete|be replied|reply)|can't be (edited|deleted)|identifier)|MESSAGE_ID_INVALID/i, "noMessage"],
  [/file is too big|request entity too large/i, "tooLarge"],
  [
    /wrong (remote )?file|wrong type of the web page|file_?id|file reference|file is temporarily unavailable/i,
    "noFile",
  ],
  [/chat not found|user not found|PEER_ID_INVALID|chat was (deactivated|deleted)|user is deactivated/i, "gone"],
];

/** What a refusal of Telegram means for us. */
export function errorCodeOf(status: number, description: string): ChatErrorCode {
  // A token that is refused is the operator's trouble: what was to be said is kept until it is mended.
  if (status >= 500 || status === 401 || status === 404) return "unreachable";
  if (status === 403) return "gone";
  if (status === 413) return "tooLarge";
  return MEANINGS.find(([words]) => words.test(description))?.[1] ?? "refused";
}

/** Whether Telegram refused a change only because nothing would change. */
export function isUnchanged(error: Error): boolean {
  return /message is not modified/i.test(error.message);
}

/** Whether Telegram refused the token itself. */
export function isTokenRefused(error: Error): boolean {
  return /: (401|404) /.test(error.message);
}
