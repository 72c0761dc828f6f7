import type { ClipRecord, Delivery, PhotoRecord } from "../../store/store.ts";
import type { Text } from "../../texts/texts.ts";
import type {
  ChatEvent,
  CommandEvent,
  OtherEvent,
  PhotoEvent,
  Place,
  PressEvent,
  WishEvent,
} from "../port/chat-port.ts";
import { chatKey, personKey } from "../port/chat-port.ts";
import { type Choice, decodeAction, NORMAL_LEVEL, wished } from "./choice.ts";
import type { Asker, Effect, Offer } from "./effects.ts";
import { FIRST_GESTURE } from "./gestures.ts";
import type { Predecessor } from "./predecessor.ts";

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
  /** Somebody else has answered the message that was tapped. */
  readonly talkedAbout: boolean;
}

/** What to do about an event, given what is known. Pure: every decision of the conversation is made here. */
export function reduce(event: ChatEvent, facts: Facts): readonly Effect[] {
  switch (event.kind) {
    case "photo":
      return facts.allowed ? reducePhoto(event, facts) : refuse(event, event.photo.message);
    case "wish":
      return reduceWish(event, facts);
    case "command":
      return reduceCommand(event, facts);
    case "press":
      return reducePress(event, facts);
    case "other":
      return reduceOther(event, facts);
    case "moved":
      return [{ do: "move", to: event.to }];
    case "gone":
      return [{ do: "withdraw" }];
  }
}

/** How a photo begins. */
export const FIRST_CHOICE = { framing: "portrait", gesture: FIRST_GESTURE, level: NORMAL_LEVEL } as const;

/** What was not understood is no reason to let anybody wait for the clip. */
function reducePhoto(event: PhotoEvent, { knowsGesture }: Facts): readonly Effect[] {
  const { photo, album, wish = {} } = event;
  const choice = wished(FIRST_CHOICE, knowsGesture ? wish : { ...wish, gesture: FIRST_GESTURE });
  const make: Effect = {
    do: "make",
    wish: {
      asker: askerIn(event, photo.message),
      of: { shared: photo },
      face: wish.face ?? null,
      ...choice,
      ...(album === undefined ? {} : { album }),
    },
  };
  const place = { chat: event.chat, replyTo: photo.message };
  return event.unclear === true ? [make, { do: "offerWishes", place }] : [make];
}

/** What is asked for in words is done as what is tapped; in a group, words about nothing that we know were not meant for us. */
function reduceWish(event: WishEvent, facts: Facts): readonly Effect[] {
  const place = { chat: event.chat, replyTo: event.message };
  const { photo, choice, clip } = facts;
  if (photo === null || choice === null) {
    if (event.chat.group) return [];
    return [facts.allowed ? say(place, { key: "animate-send", params: {} }) : { do: "refuseChat", place }];
  }
  if (!facts.allowed) return refuse(event, event.message);
  if (facts.working) return [say(place, { key: "press-already", params: {} })];
  const asker = askerIn(event, event.message);
  if (clip !== null) return [{ do: "resend", asker, clip, asFile: false }];
  return [{ do: "make", wish: { asker, of: { photo }, ...choiceOf(choice) } }];
}

function reduceCommand(event: CommandEvent, facts: Facts): readonly Effect[] {
  const place = { chat: event.chat, replyTo: event.message };
  // What the rules of the platforms promise to everyone works for everyone.
  if (event.name === "privacy") return [{ do: "privacy", place }];
  if (event.name === "forget") return [{ do: "forget", place }];
  if (event.name === "report") return reduceReport(event, facts, place);
  if (!facts.allowed) return refuse(event, event.message);
  if (event.name === "help") return [say(place, { key: "help", params: {} })];
  if (event.name === "animate") return reduceAnimate(event, facts, place);
  if (event.name === "start") {
    return [event.chat.group ? say(place, { key: "start-group", params: {} }) : { do: "start", place }];
  }
  if (facts.clip === null) return [say(place, { key: "file-what", params: {} })];
  return [
    {
      do: "resend",
      asker: askerIn(event, event.message),
      clip: facts.clip,
      asFile: true,
    },
  ];
}

/** Without a photo: of one of our own clips, the words behind the command were not understood. */
function reduceAnimate(event: CommandEvent, facts: Facts, place: Place): readonly Effect[] {
  if (facts.delivery !== null) return [{ do: "offerWishes", place }];
  return [say(place, { key: event.chat.group ? "animate-what" : "animate-send", params: {} })];
}

function reduceReport(event: CommandEvent, facts: Facts, place: Place): readonly Effect[] {
  if (event.about === undefined) return [say(place, { key: "report-how", params: {} })];
  return [{ do: "report", place, message: event.about, photo: facts.delivery?.photo ?? null }];
}

const OTHER_ANSWERS = {
  text: "other-text",
  thanks: "wish-welcome",
  sticker: "other-sticker",
  video: "other-video",
  file: "other-file",
  something: "other-something",
} as const;

/** In a group people talk to each other, also in answer to a clip: only what is certainly meant for us gets a word. */
function reduceOther(event: OtherEvent, facts: Facts): readonly Effect[] {
  if (event.chat.group) return [];
  if (!facts.allowed) return refuse(event, event.message);
  const place = { chat: event.chat, replyTo: event.message };
  // Who has a photo here does not need to be told to send one.
  if (event.what === "text" && facts.photo !== null) return [{ do: "offerWishes", place }];
  return [say(place, { key: OTHER_ANSWERS[event.what], params: {} })];
}

function reducePress(event: PressEvent, facts: Facts): readonly Effect[] {
  const action = decodeAction(event.data);
  if (action === null) return [notice(event, { key: "press-strange", params: {} })];
  if (action.kind === "deleteReported") return pressReported(event, facts);
  const { photo } = facts;
  if (!facts.allowed) return [notice(event)];
  if (action.kind === "cancel") return pressCancel(event);
  // Ids cannot be guessed, but a button can be forwarded: a photo answers only where it was posted or where we brought it.
  if (photo === null || (photo.chat !== chatKey(event.chat) && facts.delivery?.photo !== photo.id)) {
    return [notice(event, { key: "press-gone", params: {} })];
  }
  switch (action.kind) {
    case "make":
      return pressMake(event, facts, photo, action.choice);
    case "file":
      return pressFile(event, facts, photo, action.choice);
    case "back":
      return pressBack(event, facts);
    case "faces":
      return pressFaces(event, photo, action.choice);
    case "page":
      return pressButtons(event, photo, action.choice, { page: action.page });
    case "more":
    case "other":
      return pressButtons(event, photo, action.choice, action.kind);
    case "keep":
      return pressButtons(event, photo, action.choice, "clip");
    case "askDelete":
      if (!mayDelete(event, facts, photo)) return [notice(event, { key: "press-not-yours", params: {} })];
      return pressButtons(event, photo, action.choice, "delete");
    case "report":
      return pressReport(event, photo);
    case "delete":
      return pressDelete(event, facts, photo);
  }
}

function pressCancel({ press, message }: PressEvent): readonly Effect[] {
  return message === undefined ? [] : [{ do: "cancel", press, message }];
}

function pressMake(event: PressEvent, facts: Facts, photo: PhotoRecord, choice: Choice): readonly Effect[] {
  if (facts.working) return [notice(event, { key: "press-already", params: {} })];
  if (facts.clip !== null && facts.delivery?.clip === facts.clip.id) {
    return [notice(event, { key: "press-shown", params: {} })];
  }
  const asker = askerOf(event);
  const after = predecessorOf(event, facts);
  const replace: Effect[] = facts.replaceable === null ? [] : [{ do: "replace", job: facts.replaceable }];
  const on: Effect = passing(event, { key: "press-on-it", params: {} });
  if (facts.clip === null) {
    return [on, ...replace, { do: "make", wish: { asker, of: { photo }, ...choiceOf(choice), ...after } }];
  }
  return [on, ...replace, { do: "resend", asker, clip: facts.clip, asFile: false, ...after }];
}

/** The message that was tapped makes room for what was chosen; a picture of the faces that is there for itself does not. */
function predecessorOf({ message }: PressEvent, facts: Facts): { readonly after?: Predecessor } {
  const { delivery, inPlace, talkedAbout } = facts;
  if (!inPlace || message === undefined || (delivery !== null && delivery.clip === null)) return {};
  const clip = delivery?.clip ?? null;
  return { after: { message, clip, ...(talkedAbout && clip !== null ? { stays: true as const } : {}) } };
}

/** The clip comes back to where the faces were shown. */
function pressBack(event: PressEvent, facts: Facts): readonly Effect[] {
  const { shown } = facts;
  if (shown === null || event.message === undefined) return [notice(event, { key: "press-gone", params: {} })];
  const after = { message: event.message, clip: shown.id };
  return [notice(event), { do: "resend", asker: askerOf(event), clip: shown, asFile: false, after }];
}

function pressFaces(event: PressEvent, photo: PhotoRecord, choice: Choice): readonly Effect[] {
  if (event.message === undefined) return [notice(event)];
  return [notice(event), { do: "faces", message: { chat: event.chat, id: event.message }, choice, photo }];
}

function pressReport(event: PressEvent, photo: PhotoRecord): readonly Effect[] {
  if (event.message === undefined) return [notice(event)];
  const place = { chat: event.chat, replyTo: event.message };
  return [notice(event), { do: "report", place, message: event.message, photo: photo.id }];
}

function pressFile(event: PressEvent, facts: Facts, photo: PhotoRecord, choice: Choice): readonly Effect[] {
  if (facts.clip === null) return pressMake(event, facts, photo, choice);
  const resend = { do: "resend", asker: askerOf(event), clip: facts.clip, asFile: true } as const;
  return [passing(event, { key: "press-on-it", params: {} }), resend];
}

function pressButtons(event: PressEvent, photo: PhotoRecord, choice: Choice, show: Offer): readonly Effect[] {
  if (event.message === undefined) return [notice(event)];
  const message = { chat: event.chat, id: event.message };
  return [notice(event), { do: "buttons", message, choice, photo, show }];
}

/** Who sent the photo deletes it with all its clips; who asked for a clip of it deletes that clip. */
function pressDelete(event: PressEvent, facts: Facts, photo: PhotoRecord): readonly Effect[] {
  if (ownsPhoto(event, facts, photo)) {
    return [notice(event, { key: "deleted", params: {} }), { do: "deletePhoto", photo }];
  }
  if (facts.delivery === null || facts.delivery.user !== personKey(event.chat, event.from)) {
    return [notice(event, { key: "press-not-yours", params: {} })];
  }
  return [notice(event, { key: "deleted-clip", params: {} }), { do: "deleteClip", delivery: facts.delivery }];
}

function pressReported(event: PressEvent, facts: Facts): readonly Effect[] {
  if (!facts.admin) return [notice(event, { key: "press-strange", params: {} })];
  if (facts.photo === null) return [notice(event, { key: "press-gone", params: {} })];
  return [notice(event, { key: "deleted", params: {} }), { do: "deletePhoto", photo: facts.photo }];
}

function ownsPhoto(event: PressEvent, facts: Facts, photo: PhotoRecord): boolean {
  return facts.admin || event.from.moderator === true || photo.owner === personKey(event.chat, event.from);
}

function mayDelete(event: PressEvent, facts: Facts, photo: PhotoRecord): boolean {
  return ownsPhoto(event, facts, photo) || facts.delivery?.user === personKey(event.chat, event.from);
}

/** A clip that a tap asked for answers the photo, as the clip under which it was tapped did. */
function askerOf(event: PressEvent): Asker {
  const replyTo = event.about ?? event.message;
  return askerIn(event, replyTo);
}

function askerIn({ chat, from, maxClipBytes }: ChatEvent, replyTo: string | undefined): Asker {
  return {
    chat,
    from,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(maxClipBytes === undefined ? {} : { maxClipBytes }),
  };
}

function choiceOf({ face, framing, gesture, level, original }: Choice) {
  return { face, framing, gesture, level, ...(original ? { original } : {}) };
}

function refuse(event: ChatEvent, replyTo: string): readonly Effect[] {
  return [{ do: "refuseChat", place: { chat: event.chat, replyTo } }];
}

function say(place: Place, text: Text): Effect {
  return { do: "say", place, text };
}

function notice(event: PressEvent, text?: Text): Effect {
  return { do: "notice", press: event.press, ...(text === undefined ? {} : { text }) };
}

/** A notice that is of use only until something can be seen. */
function passing(event: PressEvent, text: Text): Effect {
  return { do: "notice", press: event.press, text, passing: true };
}
