import { createHash } from "node:crypto";
import type { PhotoEvent, Wish, WishEvent } from "../port/chat-event.ts";
import { personKey } from "../port/chat-port.ts";

/** The gesture that comes of an event's video or song, the same for the same file of the same person; nothing where there is neither. */
export function sentGesture({ chat, from, movement, music }: PhotoEvent | WishEvent): Pick<Wish, "gesture"> {
  const file = movement ?? music;
  if (file === undefined) return {};
  const hash = createHash("sha256")
    .update(`${personKey(chat, from)} ${file.unique}`)
    .digest("hex");
  return { gesture: `${movement === undefined ? "song" : "my"}-${hash.slice(0, 16)}` };
}
