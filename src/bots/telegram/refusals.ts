import { ChatError, type ChatErrorCode } from "../port/chat-port.ts";

const UNCHANGED = /message is not modified/i;
const TOO_LATE = /too (late|old)|expired|timed? ?out/i;
const UNKNOWN_METHOD = /method not found/i;

/** What a server says of a method that is newer than itself. */
export const METHOD_NOT_FOUND = "Not Found: method not found";

/** Telegram tells what was wrong in words only; these are the ones that mean something to us. */
const MEANINGS: readonly (readonly [RegExp, ChatErrorCode])[] = [
  [UNCHANGED, "refused"],
  // "Can't be deleted" is not among these: such a message is still there, two days after it was sent.
  [/message (to (edit|delete|be replied|reply)|can't be edited|identifier)|MESSAGE_ID_INVALID/i, "noMessage"],
  [/file is too big|request entity too large/i, "tooLarge"],
  [
    /wrong (remote )?file|wrong type of the web page|file_?id|file reference|file is temporarily unavailable/i,
    "noFile",
  ],
  [/chat not found|user not found|PEER_ID_INVALID|chat was (deactivated|deleted)|user is deactivated/i, "gone"],
];

/** What a refusal of Telegram means for us. */
function errorCodeOf(status: number, description: string): ChatErrorCode {
  if (UNKNOWN_METHOD.test(description)) return "refused";
  // A token that is refused is the operator's trouble: what was to be said is kept until it is mended.
  if (status >= 500 || status === 401 || status === 404) return "unreachable";
  if (status === 403) return "gone";
  if (status === 413) return "tooLarge";
  return MEANINGS.find(([words]) => words.test(description))?.[1] ?? "refused";
}

/** A refusal of Telegram, in its own words. */
export class TelegramRefusal extends ChatError {
  constructor(
    method: string,
    override readonly status: number,
    readonly description: string,
  ) {
    super(errorCodeOf(status, description), `${method}: ${status} ${description}`, { status });
  }

  /** It refused a change only because nothing would change. */
  get isUnchanged(): boolean {
    return UNCHANGED.test(this.description);
  }

  /** It refused only because so much time has passed. */
  get isTooLate(): boolean {
    return TOO_LATE.test(this.description);
  }

  /** The server is older than the method. */
  get isUnknownMethod(): boolean {
    return UNKNOWN_METHOD.test(this.description);
  }

  /** It refused the token itself. */
  get isTokenRefused(): boolean {
    return this.status === 401 || (this.status === 404 && !this.isUnknownMethod);
  }

  /** Another program asks for this bot's updates. */
  get isConflict(): boolean {
    return this.status === 409;
  }
}

/** A change to the same is no error. */
export async function unlessSame(change: () => Promise<void>): Promise<void> {
  await change().catch((error: unknown) => {
    if (!(error instanceof TelegramRefusal) || !error.isUnchanged) throw error;
  });
}
