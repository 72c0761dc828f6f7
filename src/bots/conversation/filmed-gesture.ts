import { createHash } from "node:crypto";
import type { PhotoEvent, Wish, WishEvent } from "../port/chat-event.ts";
import { personKey } from "../port/chat-port.ts";

/** The gesture that the movement of an event's video is, the same for the same video of the same person; nothing where there is no video. */
export function filmedGesture({ chat, from, movement }: PhotoEvent | WishEvent): Pick<Wish, "gesture"> {
  if (movement === undefined) return {};
  const hash = createHash("sha256")
    .update(`${personKey(chat, from)} ${movement.unique}`)
    .digest("hex");
  return { gesture: `my-${hash.slice(0, 16)}` };
}
