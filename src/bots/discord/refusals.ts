import { DiscordAPIError, HTTPError } from "discord.js";
import { ChatError, type ChatErrorCode } from "../port/chat-port.ts";

/** What Discord's error codes mean for us; the rest of its refusals are `refused`. */
const MEANINGS: Readonly<Record<number, ChatErrorCode>> = {
  10003: "gone", // unknown channel
  10004: "gone", // unknown guild
  10008: "noMessage",
  10013: "gone", // unknown user
  40005: "tooLarge",
  50001: "gone", // missing access
  50005: "noMessage", // written by somebody else
  50007: "gone", // this user takes no messages from us
  50013: "forbidden", // missing permissions
  50083: "forbidden", // the thread is archived
  50278: "gone", // no server in common
};

/** The interaction's token is over or was never good: an ordinary message is what is left. */
const OVER = [10015, 10062, 50027];
const ALREADY_ACKNOWLEDGED = 40060;
const CANNOT_REPLY = 160002;

/** A refusal of Discord, with the code that its documentation gives. The message names the route's kind and no token. */
export class DiscordRefusal extends ChatError {
  constructor(
    code: ChatErrorCode,
    readonly discordCode: number,
    detail: string,
    status: number,
  ) {
    super(code, detail, { status });
  }

  get isOver(): boolean {
    return OVER.includes(this.discordCode);
  }

  get isAcknowledged(): boolean {
    return this.discordCode === ALREADY_ACKNOWLEDGED;
  }

  /** The message that we wanted to answer may not be read by us. */
  get cannotReply(): boolean {
    return this.discordCode === CANNOT_REPLY;
  }
}

/**
 * What an error of a call means. Nothing of the error itself goes further: it holds the address, which holds an interaction's
 * token, and what was sent.
 */
export function judge(what: string, error: unknown): ChatError {
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const { status } = error;
    return new DiscordRefusal(meaningOf(status, code), code, `${what}: ${status} ${error.code}`, status);
  }
  if (error instanceof HTTPError) {
    const { status } = error;
    return new ChatError(status === 413 ? "tooLarge" : "unreachable", `${what}: ${status}`, { status });
  }
  const cause = error instanceof Error ? error.name : "unknown failure";
  return new ChatError("unreachable", `${what}: ${cause}`, { cause });
}

function meaningOf(status: number, code: number): ChatErrorCode {
  // A token that is refused is the operator's trouble: what was to be said is kept until it is mended.
  if (status === 401 && !OVER.includes(code)) return "unreachable";
  return MEANINGS[code] ?? "refused";
}
