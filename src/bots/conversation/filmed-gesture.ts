import { createHash } from "node:crypto";
import type { PhotoEvent, Wish, WishEvent } from "../port/chat-event.ts";
import { personKey } from "../port/chat-port.ts";

/** The gesture that the movement of a video is, the same for the same video (`unique`) of the same person. */
export function gestureOfVideo(person: string, unique: string): string {
  const hash = createHash("sha256").update(`${person} ${unique}`).digest("hex");
  return `my-${hash.slice(0, 16)}`;
}

/** The gesture that the movement of an event's video is; nothing where there is no video. */
export function filmedGesture({ chat, from, movement }: PhotoEvent | WishEvent): Pick<Wish, "gesture"> {
  if (movement === undefined) return {};
  return { gesture: gestureOfVideo(personKey(chat, from), movement.unique) };
}
