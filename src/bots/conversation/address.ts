import { z } from "zod";
import { chatSchema } from "./event-schema.ts";

/** The message under which somebody chose something else, as it travels with a job. */
const predecessorSchema = z.object({
  message: z.string(),
  clip: z.string().nullable(),
  stays: z.exactOptional(z.literal(true)),
});

/** Where a job is to be answered; travels with the job. */
export const addressSchema = z.object({
  chat: chatSchema,
  /** The message to answer: the photo's. */
  replyTo: z.exactOptional(z.string()),
  /** Whose place the clip takes. */
  after: z.exactOptional(predecessorSchema),
});

export type Address = z.infer<typeof addressSchema>;
