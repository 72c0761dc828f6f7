import { z } from "zod";
import { chatSchema } from "./event-schema.ts";
import { predecessorSchema } from "./predecessor.ts";

/** Where a job is to be answered; travels with the job. */
export const addressSchema = z.object({
  chat: chatSchema,
  /** The message to answer: the photo's. */
  replyTo: z.exactOptional(z.string()),
  /** Whose place the clip takes. */
  after: z.exactOptional(predecessorSchema),
});

export type Address = z.infer<typeof addressSchema>;
