import type { Locale } from "../../texts/locales.ts";
import type { ChatRef, Person } from "../port/chat-port.ts";

/** Who speaks, and in which chat: every visitor has one of their own. */
export interface Speaker {
  readonly chat: ChatRef;
  readonly from: Person;
}

/** A visitor, by their id. */
export function speakerOf(id: string, language: Locale): Speaker {
  return { chat: { platform: "web", id, group: false }, from: { id, language } };
}
