import { z } from "zod";
import { chatSchema } from "./event-schema.ts";

/** Where a job is to be answered; travels with the job. */
export const addressSchema = z.object({
  chat: chatSchema,
  /** The message to answer: the photo's. */
  replyTo: z.exactOptional(z.string()),
  /** The status message, which the clip replaces. */
  status: z.string(),
});

export type Address = z.infer<typeof addressSchema>;
