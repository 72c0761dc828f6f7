import type { Delivery } from "../../store/record-types.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { type ChatRef, chatKey, idIn, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import { eventSchema } from "./event-schema.ts";
import { notesSchema, statusMessage } from "./notes.ts";

/** Removes our messages from their chats; resolves with how many could not be removed. */
export async function unsay(context: Context, event: ChatEvent, said: readonly Delivery[]): Promise<number> {
  let left = 0;
  for (const delivery of said) {
    const ref = delivery.chat === chatKey(event.chat) ? event.chat : referTo(delivery);
    if (!context.ports.has(ref.platform)) continue;
    await portOf(context, ref)
      .remove({ chat: ref, id: delivery.message })
      .catch(() => {
        left += 1;
      });
  }
  return left;
}

/** Removes our messages from their chats, and says if some stay. */
export async function unsayAloud(context: Context, event: ChatEvent, said: readonly Delivery[]): Promise<void> {
  const left = await unsay(context, event, said);
  if (left === 0) return;
  await portOf(context, event.chat).say({ chat: event.chat }, { text: textsOf(event).say("forget-also", { left }) });
}

/** The chat that a delivery's key names; a private one has its person's. */
function referTo({ platform, chat, user }: Delivery): ChatRef {
  return { platform, id: idIn(chat), group: chat !== user };
}

/**
 * The messages that tell somebody, named as `personKey` does, how what they asked for is getting on. What was about to take their
 * place knows of them no more: a platform may have refused it, or taken it without saying so.
 */
export async function statusesOf({ journal }: Pick<Context, "journal">, user: string): Promise<Delivery[]> {
  const open = await journal.pending();
  return open.flatMap(({ event, notes }) => {
    const asked = eventSchema.safeParse(event).data;
    if (asked === undefined || personKey(asked.chat, asked.from) !== user) return [];
    const told = statusMessage(asked.chat, notesSchema.safeParse(notes).data ?? {});
    if (told === null) return [];
    const { chat, id: message } = told;
    return [{ platform: chat.platform, chat: chatKey(chat), message, photo: "", clip: null, user }];
  });
}
