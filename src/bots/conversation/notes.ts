import { z } from "zod";
import type { JournalEntry } from "../../store/journal.ts";
import { deliveryRow } from "../../store/rows.ts";
import type { ChatRef, MessageRef } from "../port/chat-port.ts";
import { chatSchema } from "./event-schema.ts";

/** How far a request has got, in the journal. */
export const notesSchema = z.object({
  /** The status message. */
  status: z.exactOptional(z.string()),
  /** The chat in which that is, where the talk has moved to another one. */
  statusIn: z.exactOptional(chatSchema),
  /** The queue has the job: it will tell how it ends. */
  queued: z.exactOptional(z.boolean()),
  /** Its person let go of it before it was in line. */
  withdrawn: z.exactOptional(z.boolean()),
  /** The clip's message: it must not be sent again. */
  sent: z.exactOptional(z.string()),
  /** How often the clip may have been sent: the platform's answer was lost. */
  doubts: z.exactOptional(z.number()),
  /** Messages that are to be removed, when what was noted about them is gone already. */
  unsaid: z.exactOptional(z.array(deliveryRow)),
  /** What came of a /forget that is carried out but for the messages: photos that went, and the messages that are still to go. */
  forgot: z.exactOptional(z.object({ photos: z.number(), said: z.array(deliveryRow) })),
});

type Notes = z.infer<typeof notesSchema>;

/** What is noted of a request; nothing where its entry is not open any more. */
export function notesOf(entry: JournalEntry | null): Notes {
  return notesSchema.parse(entry?.notes ?? {});
}

/** The message that tells of a request which was made in this chat, as far as one is noted. */
export function statusMessage(asked: ChatRef, { status, statusIn = asked }: Notes): MessageRef | null {
  return status === undefined ? null : { chat: statusIn, id: status };
}
