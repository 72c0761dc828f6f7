import { z } from "zod";

/** The message under which somebody chose something else, as it also travels with a job. */
export const predecessorSchema = z
  .object({
    message: z.string(),
    /** The clip that it shows; null for one that is only text. */
    clip: z.string().nullable(),
    /** It is being talked about: it stays as it is, only without its buttons, and what was chosen gets a message of its own. */
    stays: z.exactOptional(z.literal(true)),
  })
  .readonly();

export type Predecessor = z.infer<typeof predecessorSchema>;

/** The message that makes room for what was chosen under it; null where none does. */
export function makingRoom(after: Predecessor | undefined): Predecessor | null {
  return after === undefined || after.stays === true ? null : after;
}
