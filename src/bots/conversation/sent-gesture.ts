import { createHash } from "node:crypto";
import type { PhotoEvent, SentToFollow, Wish, WishEvent } from "../port/chat-event.ts";
import { personKey } from "../port/chat-port.ts";

/** The gesture that the movement of a video is, the same for the same video (`unique`) of the same person. */
export function gestureOfVideo(person: string, unique: string): string {
  return `my-${digestOf(person, unique)}`;
}

/** The gesture that comes of an event's video or song; nothing where there is neither. */
export function sentGesture({ chat, from, movement, music }: PhotoEvent | WishEvent): Pick<Wish, "gesture"> {
  const person = personKey(chat, from);
  if (movement !== undefined) return { gesture: gestureOfVideo(person, movement.unique) };
  return music === undefined ? {} : { gesture: `song-${digestOf(person, music.unique)}` };
}

/** What an event holds for the face to follow, and nothing else of it. */
export function sentToFollow({ movement, music }: SentToFollow): SentToFollow {
  return { ...(movement && { movement }), ...(music && { music }) };
}

function digestOf(person: string, unique: string): string {
  return createHash("sha256").update(`${person} ${unique}`).digest("hex").slice(0, 16);
}
