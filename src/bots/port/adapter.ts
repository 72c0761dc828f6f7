import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { ChatPort } from "./chat-port.ts";

/** What every adapter works with, besides the settings of its own. */
export interface AdapterParts {
  readonly conversation: Conversation;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The bot on one platform. In this order: `connect`, `Conversation.connect` with its port, `start`, `stop`, `close`. */
export interface Adapter {
  readonly port: ChatPort;
  /** False while the platform does not answer, as far as that is known. */
  readonly online?: boolean;
  /**
   * Finds out who we are there. Resolves with a line that says what works. Throws Error when the platform refuses us; when it
   * cannot be reached, keeps trying.
   */
  connect(): Promise<string>;
  /** Begins to take events. */
  start(): Promise<unknown>;
  /** Takes no more events. Answers can still be sent until `close`. */
  stop(): Promise<void>;
  /** Ends all waiting for the platform. */
  close(): void;
}
