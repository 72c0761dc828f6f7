import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Owed } from "../../owed.ts";
import type { JobQueue } from "../../queue/contract/queue.ts";
import type { Studio } from "../../queue/contract/studio.ts";
import type { Journal } from "../../store/journal.ts";
import type { Removed, Store } from "../../store/store.ts";
import { localeOf } from "../../texts/locales.ts";
import { type Texts, textsFor } from "../../texts/texts.ts";
import type { ChatPort, ChatRef, Person, Platform } from "../port/chat-port.ts";
import type { Example } from "./examples.ts";
import type { GestureBook } from "./gestures.ts";
import type { Loops } from "./loops.ts";

/** What the operator decided. */
export interface Policy {
  /** Chats and persons that may use the bot, as ids or `platform:id`; empty for everyone. */
  readonly allowedChats: readonly string[];
  /** Persons who get reports and may delete, as ids or `platform:id`. */
  readonly admins: readonly string[];
  readonly retentionHours: number;
  readonly operatorContact: string | undefined;
  /** The name of the engine that draws the clips. */
  readonly engine: string;
}

/** Everything that the conversation works with. */
export interface Context {
  readonly queue: JobQueue;
  readonly store: Store;
  readonly journal: Journal;
  readonly gestures: GestureBook;
  readonly studio: Pick<Studio, "look" | "convert" | "sticker" | "verify" | "measure" | "listen" | "products">;
  readonly policy: Policy;
  /** What is shown to whoever begins. */
  readonly example?: Example;
  readonly clock: Clock;
  readonly log: Logger;
  /** Withdraws a person's jobs and removes everything of them. */
  readonly forget: (person: string) => Promise<Removed>;
  /** What could not be written down yet. */
  readonly owed: Owed;
  readonly loops: Loops;
  readonly ports: Map<Platform, ChatPort>;
}

/** The platform to speak on. Throws Error for one that was not started. */
export function portOf(context: Pick<Context, "ports">, chat: ChatRef): ChatPort {
  const port = context.ports.get(chat.platform);
  if (port === undefined) throw new Error(`no ${chat.platform} here`);
  return port;
}

/** The texts in a person's language, as they are said on their platform. */
export function textsOf({ chat, from }: { readonly chat: ChatRef; readonly from: Person }): Texts {
  return textsFor(localeOf(from.language), chat.platform);
}

/** Whether a list of the operator's names this id: plain, or with its platform. */
export function listed(list: readonly string[], platform: Platform, id: string): boolean {
  return idsOn(list, platform).includes(id);
}

/** The ids of a list of the operator's that can be meant on a platform: the plain ones, and those with its name before them. */
export function idsOn(list: readonly string[], platform: Platform): string[] {
  return list.flatMap((entry) => {
    const [, named, id = entry] = /^([a-z]+):(.+)$/.exec(entry) ?? [];
    return named === undefined || named === platform ? [id] : [];
  });
}
