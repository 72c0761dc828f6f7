import { isOwnGesture } from "../../pipeline/motion/gesture-name.ts";
import type { PhotoRecord } from "../../store/record-types.ts";
import type { Text } from "../../texts/texts.ts";
import type { ChatEvent, CommandEvent, OtherEvent, PhotoEvent, WishEvent } from "../port/chat-event.ts";
import type { Place } from "../port/chat-port.ts";
import { FIRST_CHOICE, wished, withoutPhoto } from "./choice.ts";
import { askerIn, type Effect } from "./effects.ts";
import type { Facts } from "./facts.ts";
import { FIRST_GESTURE } from "./gestures.ts";
import { makingRoom, type Predecessor } from "./predecessor.ts";
import { reducePress } from "./reduce-press.ts";
import { sentGesture, sentToFollow } from "./sent-gesture.ts";

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

/** What was not understood is no reason to let anybody wait for the clip. */
function reducePhoto(event: PhotoEvent, { knowsGesture }: Facts): readonly Effect[] {
  const { photo, album, near, wish = {} } = event;
  const known = knowsGesture ? wish : { ...wish, gesture: FIRST_GESTURE };
  const choice = wished(FIRST_CHOICE, { ...known, ...sentGesture(event) });
  const make: Effect = {
    do: "make",
    wish: {
      asker: askerIn(event, photo.message),
      of: { shared: photo },
      face: wish.face ?? null,
      ...choice,
      ...(album === undefined ? {} : { album }),
      ...(near === undefined ? {} : { near }),
      ...sentToFollow(event),
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
    if (event.chat.group && event.awaited !== true) return [];
    return [facts.allowed ? say(place, { key: howToAsk(event), params: {} }) : { do: "refuseChat", place }];
  }
  if (!facts.allowed) return refuse(event, event.message);
  if (photo.takenDown) return [say(place, { key: "press-is-down", params: {} })];
  if (facts.working) return [say(place, { key: "press-already", params: {} })];
  const asker = askerIn(event, event.message);
  const after = clipBefore(event, facts, photo);
  // In its own place the same clip would be seen by nobody.
  if (clip !== null && makingRoom(after.after)?.clip === clip.id)
    return [say(place, { key: "press-shown", params: {} })];
  if (clip !== null) return [{ do: "resend", asker, clip, asFile: false, ...after }];
  return [{ do: "make", wish: { asker, of: { photo }, ...withoutPhoto(choice), ...sentToFollow(event), ...after } }];
}

/** What is said to a wish where there is nothing that it could be about. */
function howToAsk({ movement, music, awaited }: WishEvent) {
  if (music !== undefined) return "other-sound";
  if (movement === undefined) return "animate-send";
  return awaited === true ? "movement-how" : "other-video";
}

/**
 * In private the clip that was shown last makes room for what is asked for in words. Elsewhere these words stand far from it: it stays,
 * and loses its buttons to the new one.
 */
function clipBefore(
  { chat }: WishEvent,
  { delivery, inPlace, latest }: Facts,
  photo: PhotoRecord,
): { readonly after?: Predecessor } {
  if (!inPlace || delivery === null || delivery.clip === null || delivery.photo !== photo.id) return {};
  const after = { message: delivery.message, clip: delivery.clip };
  return { after: chat.group || !latest ? { ...after, stays: true } : after };
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
  if (event.name === "movement") return reduceMovement(event, facts, place);
  if (event.name === "verify") {
    if (event.file === undefined) return [say(place, { key: "verify-how", params: {} })];
    return [{ do: "verify", place, file: event.file }];
  }
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

/** In answer to a clip that shows somebody's movement: that is kept, by the name behind the command. */
function reduceMovement({ words }: CommandEvent, { shown }: Facts, place: Place): readonly Effect[] {
  if (shown === null || !isOwnGesture(shown.gesture)) return [say(place, { key: "movement-how", params: {} })];
  return [{ do: "keepMovement", place, gesture: shown.gesture, ...(words === undefined ? {} : { title: words }) }];
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
  sound: "other-sound",
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

function refuse(event: ChatEvent, replyTo: string): readonly Effect[] {
  return [{ do: "refuseChat", place: { chat: event.chat, replyTo } }];
}

function say(place: Place, text: Text): Effect {
  return { do: "say", place, text };
}
