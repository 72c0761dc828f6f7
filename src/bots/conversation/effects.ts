import type { Box, ClipFraming } from "../../pipeline/types.ts";
import type { ClipRecord, Delivery, PhotoRecord } from "../../store/record-types.ts";
import type { Text } from "../../texts/texts.ts";
import type { ChatEvent, SentToFollow, SharedPhoto } from "../port/chat-event.ts";
import type { ChatRef, ClipShape, FileRef, MessageRef, Person, Place } from "../port/chat-port.ts";
import type { Choice } from "./choice.ts";
import type { Predecessor } from "./predecessor.ts";

/** Who asked for something, where, and what to answer to. */
export interface Asker {
  readonly chat: ChatRef;
  readonly from: Person;
  /** The message to answer: the photo's, where it is known. */
  readonly replyTo?: string;
  /** The largest clip that can be sent there, where the platform told with the event. */
  readonly maxClipBytes?: number;
}

/** Whoever an event is from. `replyTo` is the message to answer. */
export function askerIn({ chat, from, maxClipBytes }: ChatEvent, replyTo: string | undefined): Asker {
  return {
    chat,
    from,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(maxClipBytes === undefined ? {} : { maxClipBytes }),
  };
}

/** A clip to make: of a photo that is kept already, or of one that must be fetched first. What was sent makes the gesture, unless that is known. */
export interface ClipWish extends SentToFollow {
  readonly asker: Asker;
  readonly of: { readonly photo: PhotoRecord } | { readonly shared: SharedPhoto };
  /** Null for the most prominent face. */
  readonly face: number | "all" | null;
  readonly framing: ClipFraming;
  readonly gesture: string;
  readonly level: number;
  readonly original?: true;
  /** Shared by the photos that were posted together. */
  readonly album?: string;
  /** As in `PhotoEvent`. */
  readonly near?: Box;
  /** Whose place it takes, on platforms where that can be. */
  readonly after?: Predecessor;
}

/** What a message with a clip offers: its first buttons, one of the menus behind them, a page of faces, or a question. */
export type Offer = "clip" | "more" | "other" | "saveAs" | Question | { readonly page: number };

/** What a message asks before it is done: whether to delete, or whether who taps is in the picture. */
export type Question = "delete" | "takeDown";

/** What else can be chosen, where not everything is offered at once. */
export type Menu = Exclude<Offer, Question>;

/** What is to be done about an event, in this order. */
export type Effect =
  | { readonly do: "say"; readonly place: Place; readonly text: Text }
  /** Ends a tap; what follows a `passing` notice says as much. */
  | { readonly do: "notice"; readonly press: string; readonly text?: Text; readonly passing?: boolean }
  | { readonly do: "privacy"; readonly place: Place }
  /** Says what can be asked for. */
  | { readonly do: "offerWishes"; readonly place: Place }
  | { readonly do: "start"; readonly place: Place }
  | { readonly do: "refuseChat"; readonly place: Place }
  | { readonly do: "make"; readonly wish: ClipWish }
  /** A clip of the photo that comes with the bot. */
  | { readonly do: "tryExample"; readonly asker: Asker }
  | {
      readonly do: "resend";
      readonly asker: Asker;
      readonly clip: ClipRecord;
      readonly asFile: boolean;
      readonly after?: Predecessor;
    }
  | {
      readonly do: "buttons";
      readonly message: MessageRef;
      readonly choice: Choice;
      readonly photo: PhotoRecord;
      readonly show: Offer;
      /** The clip that the message shows, if it is still kept. */
      readonly clip: ClipRecord | null;
      /** The message is the picture of the numbered faces: it offers nothing but them. */
      readonly facesOnly: boolean;
    }
  /** The numbered faces in the clip's place, with their buttons. */
  | { readonly do: "faces"; readonly message: MessageRef; readonly choice: Choice; readonly photo: PhotoRecord }
  /** Whoever asked for what this message tells of does not want it any more. */
  | { readonly do: "cancel"; readonly press: string; readonly message: string }
  | { readonly do: "deletePhoto"; readonly photo: PhotoRecord }
  | { readonly do: "deleteClip"; readonly delivery: Delivery }
  | {
      readonly do: "save";
      readonly press: string;
      readonly asker: Asker;
      readonly clip: ClipRecord;
      readonly photo: PhotoRecord;
      readonly shape: ClipShape;
    }
  /** Somebody in the picture wants it out of this chat. */
  | { readonly do: "takeDown"; readonly press: string; readonly photo: PhotoRecord; readonly place: Place }
  /** An operator allows again what was taken down. */
  | { readonly do: "restore"; readonly photo: PhotoRecord }
  | { readonly do: "forget"; readonly place: Place }
  | { readonly do: "report"; readonly place: Place; readonly message: string; readonly photo: string | null }
  /** Somebody wants to know whether a picture or a video was made here. */
  | { readonly do: "verify"; readonly place: Place; readonly file: FileRef }
  /** Somebody keeps the movement of a clip, by a name where they gave one. */
  | {
      readonly do: "keepMovement";
      readonly place: Place;
      readonly press?: string;
      readonly gesture: string;
      readonly title?: string;
    }
  | { readonly do: "dropMovement"; readonly press: string; readonly gesture: string }
  /** This job is not wanted any more if it still waits: something else of the same photo was chosen instead. */
  | { readonly do: "replace"; readonly job: string }
  /** What is known of the chat is known of this one from now on. */
  | { readonly do: "move"; readonly to: ChatRef }
  /** Nobody is there any more to answer to. */
  | { readonly do: "withdraw" };
