import { z } from "zod";
import type { Entry } from "../../store/transcript.ts";
import type { PageMessage, Shown } from "./protocol.ts";

const button = z.object({
  label: z.string(),
  data: z.string(),
  current: z.exactOptional(z.boolean()),
  danger: z.exactOptional(z.boolean()),
  gesture: z.exactOptional(z.string()),
  file: z.exactOptional(z.boolean()),
});

const group = z.object({
  kind: z.enum(["faces", "everyone", "gestures", "framing", "strength", "retouching", "actions"]),
  title: z.exactOptional(z.string()),
  buttons: z.array(button),
  share: z.exactOptional(z.object({ label: z.string(), clip: z.string() })),
});

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** A message as it comes back from the store. */
export const shownSchema = z.object({
  from: z.enum(["visitor", "keepsake"]),
  text: z.string(),
  means: z.exactOptional(
    z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  keyboard: z.array(group),
  name: z.exactOptional(z.string()),
  ticket: z.exactOptional(z.string()),
  faces: z.exactOptional(z.array(z.object({ label: z.string(), box, near: box }))),
  percent: z.exactOptional(z.number()),
  size: z.exactOptional(z.object({ width: z.number(), height: z.number() })),
  clip: z.exactOptional(z.object({ width: z.number(), height: z.number(), seconds: z.number(), file: z.boolean() })),
}) satisfies z.ZodType<Shown>;

/** A message as the page gets it. Its addresses answer only to the visitor in whose chat it is. */
export function pageMessage({ id, replyTo, shown, clip, hasPicture, createdAt }: Entry): PageMessage {
  const content = shownSchema.parse(shown);
  return {
    ...content,
    id,
    replyTo,
    at: createdAt,
    isPhoto: content.from === "visitor",
    pictureUrl: hasPicture ? `/api/pictures/${id}` : null,
    clipUrl: clip === null ? null : `/api/clips/${clip}`,
  };
}
