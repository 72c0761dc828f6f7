import type { ClipRecord, Delivery, PhotoRecord } from "../../store/record-types.ts";
import type { Choice } from "./choice.ts";

/** What is known when an event comes in. */
export interface Facts {
  /** The operator lets this chat or person use the bot. */
  readonly allowed: boolean;
  readonly admin: boolean;
  /** The photo that the button or the answered message is about, if it is still kept. */
  readonly photo: PhotoRecord | null;
  /** The clip that the button asks for or that the answered message shows, if it has been made. */
  readonly clip: ClipRecord | null;
  /** The clip that the message shows which was tapped or answered. */
  readonly shown: ClipRecord | null;
  /** Our message that was tapped or answered, as we noted it when we sent it. */
  readonly delivery: Delivery | null;
  /** What the button asks for is being made for this chat right now. */
  readonly working: boolean;
  /** The job that may make room for what the button asks for: its face was our choice, and nobody else wants it. */
  readonly replaceable: string | null;
  /** There is a gesture of the name that a command's option or an older version's event gives. */
  readonly knowsGesture: boolean;
  /** What somebody's words ask for, with what they left unsaid; null where there is no photo that they can be about. */
  readonly choice: Choice | null;
  /** The platform puts a clip in another one's place. */
  readonly inPlace: boolean;
  /** Nothing else was shown in the chat since our message that is tapped or meant. */
  readonly latest: boolean;
  /** Somebody else has answered the message that was tapped. */
  readonly talkedAbout: boolean;
}
