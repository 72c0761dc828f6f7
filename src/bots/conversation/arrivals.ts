import type { Delivery } from "../../store/record-types.ts";
import { ChatError, chatKey, type MessageRef } from "../port/chat-port.ts";
import { type Context, portOf } from "./context.ts";

/** Whether somebody still waits for what an event asked for: false from the moment in which its person asked to be forgotten. */
export async function isWanted({ journal }: Pick<Context, "journal">, event: string): Promise<boolean> {
  return !(await journal.isForgotten(event));
}

/**
 * Notes where a message about a photo has arrived, so that it can be found and removed. One that comes too late is removed at
 * once: its photo was deleted or taken down, or its person forgotten, while it was on its way, and later nothing could find it. `event` is what
 * it answers. Resolves with whether it stays: it does as long as nothing can be written down.
 */
export async function noteArrival(
  context: Context,
  event: string,
  message: MessageRef,
  about: Pick<Delivery, "photo" | "clip" | "user">,
): Promise<boolean> {
  let stays = true;
  const { chat, id } = message;
  await context.owed.make(`arrival ${chatKey(chat)} ${id}`, "A message is out, and not noted", async () => {
    stays = await note(context, event, message, about);
  });
  return stays;
}

async function note(
  context: Context,
  event: string,
  { chat, id }: MessageRef,
  about: Pick<Delivery, "photo" | "clip" | "user">,
): Promise<boolean> {
  const { deliveries } = context.store;
  const { platform } = chat;
  const noted = await deliveries.record({ platform, chat: chatKey(chat), message: id, ...about });
  // Asked after it was noted: whoever asks to be forgotten, or has it taken down, in between finds the note.
  const shows = noted && (await context.store.photos.get(about.photo))?.takenDown === false;
  if (shows && (await isWanted(context, event))) return true;
  await deliveries.remove(platform, chatKey(chat), id);
  await portOf(context, chat)
    .remove({ chat, id })
    .catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
      context.log.warn({ event, reason: error.message }, "a message that came too late stays");
    });
  return false;
}
