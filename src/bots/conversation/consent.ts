import { type ChatRef, chatKey } from "../port/chat-port.ts";
import type { Context } from "./context.ts";

/** The name under which is noted that somebody was told what everybody should know of clips. */
const CONSENT = "consent";

type Stored = Pick<Context, "store">;

/** Whether what everybody should know of clips has been told here. `person` as `personKey` makes it. */
export async function isConsentTold({ store }: Stored, chat: ChatRef, person: string): Promise<boolean> {
  return (await store.settings.get(partyOf(chat, person)))[CONSENT] !== undefined;
}

/** Notes that it is told; false where that was noted before. */
export async function noteConsentTold({ store }: Stored, chat: ChatRef, person: string): Promise<boolean> {
  return store.settings.claim(partyOf(chat, person), CONSENT);
}

/** Who is told: a group all together, everybody else for themselves. */
function partyOf(chat: ChatRef, person: string): string {
  return chat.group ? chatKey(chat) : person;
}
