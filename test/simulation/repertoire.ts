import type { Wish } from "../../src/bots/port/chat-event.ts";
import type { Fate } from "./picture.ts";

/** How likely it is that a picture fares so. */
export const FATES: Readonly<Record<Fate, number>> = {
  good: 8,
  noFace: 2,
  turnedAway: 2,
  notAnImage: 2,
  tooLarge: 1,
  crashesLook: 1,
  crashesRender: 1,
  hangsRender: 1,
  tooMuchMemory: 1,
};

/** What people do, and how often. */
export const ACTS = {
  photo: 6,
  album: 1,
  tap: 8,
  cancel: 1,
  wish: 2,
  animate: 2,
  command: 2,
  forget: 1,
  chat: 1,
  block: 0.5,
  remove: 0.5,
} as const;

export const COMMANDS = ["start", "help", "privacy", "report", "file"] as const;

/** What people wish in words. */
export const WISHES: readonly Wish[] = [
  { gesture: "smile" },
  { gesture: "wink" },
  { face: 2 },
  { face: "all" },
  { step: 1 },
  { level: 5, gesture: "nod" },
  { framing: "photo" },
];

export const REMARKS = ["text", "thanks", "sticker"] as const;
