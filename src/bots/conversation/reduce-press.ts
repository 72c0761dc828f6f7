import { isOwnGesture } from "../../pipeline/motion/gesture-name.ts";
import type { PhotoRecord } from "../../store/record-types.ts";
import type { Text } from "../../texts/texts.ts";
import type { PressEvent } from "../port/chat-event.ts";
import { type ClipShape, chatKey, personKey } from "../port/chat-port.ts";
import { type Choice, decodeAction, withoutPhoto } from "./choice.ts";
import { type Asker, askerIn, type Effect, type Offer } from "./effects.ts";
import type { Facts } from "./facts.ts";
import type { Predecessor } from "./predecessor.ts";

/** The photo that a button is about, and the choice that it carried. */
interface Pressed {
  readonly photo: PhotoRecord;
  readonly choice: Choice;
}

/** What to do about a tap. */
export function reducePress(event: PressEvent, facts: Facts): readonly Effect[] {
  const action = decodeAction(event.data);
  if (action === null) return [notice(event, { key: "press-strange", params: {} })];
  if ("photo" in action) return pressOperator(event, facts, action.kind);
  const { photo } = facts;
  if (!facts.allowed) return [notice(event)];
  if (action.kind === "cancel") return pressCancel(event);
  if (action.kind === "tryExample") return pressExample(event);
  // Ids cannot be guessed, but a button can be forwarded: a photo answers only where it was posted or where we brought it.
  if (photo === null || (photo.chat !== chatKey(event.chat) && facts.delivery?.photo !== photo.id)) {
    return [notice(event, { key: "press-gone", params: {} })];
  }
  if (photo.takenDown) return [notice(event, { key: "press-is-down", params: {} })];
  const pressed = { photo, choice: action.choice };
  switch (action.kind) {
    case "make":
      return pressMake(event, facts, pressed);
    case "file":
      return pressFile(event, facts, pressed);
    case "back":
      return pressBack(event, facts);
    case "faces":
      return pressFaces(event, pressed);
    case "page":
      return pressButtons(event, facts, pressed, { page: action.page });
    case "save":
      return pressSave(event, facts, photo, action.shape);
    case "more":
    case "other":
    case "saveAs":
      return pressButtons(event, facts, pressed, action.kind);
    case "keep":
      return pressButtons(event, facts, pressed, "clip");
    case "keepMovement":
    case "dropMovement":
      return pressMovement(event, facts, pressed, action.kind);
    case "askTakeDown":
    case "takeDown":
      return pressTakeDown(event, facts, pressed, action.kind);
    case "askDelete":
      if (!mayDelete(event, facts, photo)) return [notice(event, { key: "press-not-yours", params: {} })];
      return pressButtons(event, facts, pressed, "delete");
    case "report":
      return pressReport(event, photo);
    case "delete":
      return pressDelete(event, facts, photo);
  }
}

function pressCancel({ press, message }: PressEvent): readonly Effect[] {
  return message === undefined ? [] : [{ do: "cancel", press, message }];
}

function pressExample(event: PressEvent): readonly Effect[] {
  return [
    passing(event, { key: "press-on-it", params: {} }),
    { do: "tryExample", asker: askerIn(event, event.message) },
  ];
}

function pressMake(event: PressEvent, facts: Facts, { photo, choice }: Pressed): readonly Effect[] {
  if (facts.working) return [notice(event, { key: "press-already", params: {} })];
  if (facts.clip !== null && facts.delivery?.clip === facts.clip.id) {
    return [notice(event, { key: "press-shown", params: {} })];
  }
  const asker = askerOf(event);
  const after = predecessorOf(event, facts);
  const replace: Effect[] = facts.replaceable === null ? [] : [{ do: "replace", job: facts.replaceable }];
  const on: Effect = passing(event, { key: "press-on-it", params: {} });
  if (facts.clip === null) {
    return [on, ...replace, { do: "make", wish: { asker, of: { photo }, ...withoutPhoto(choice), ...after } }];
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

function pressFaces(event: PressEvent, { photo, choice }: Pressed): readonly Effect[] {
  if (event.message === undefined) return [notice(event)];
  return [notice(event), { do: "faces", message: { chat: event.chat, id: event.message }, choice, photo }];
}

function pressReport(event: PressEvent, photo: PhotoRecord): readonly Effect[] {
  if (event.message === undefined) return [notice(event)];
  const place = { chat: event.chat, replyTo: event.message };
  return [notice(event), { do: "report", place, message: event.message, photo: photo.id }];
}

function pressFile(event: PressEvent, facts: Facts, pressed: Pressed): readonly Effect[] {
  if (facts.clip === null) return pressMake(event, facts, pressed);
  const resend = { do: "resend", asker: askerOf(event), clip: facts.clip, asFile: true } as const;
  return [passing(event, { key: "press-on-it", params: {} }), resend];
}

function pressSave(event: PressEvent, { clip }: Facts, photo: PhotoRecord, shape: ClipShape): readonly Effect[] {
  if (clip === null) return [notice(event, { key: "press-gone", params: {} })];
  return [{ do: "save", press: event.press, asker: askerOf(event), clip, photo, shape }];
}

/** The buttons change with it. */
function pressMovement(
  event: PressEvent,
  facts: Facts,
  pressed: Pressed,
  kind: "keepMovement" | "dropMovement",
): readonly Effect[] {
  const { gesture } = pressed.choice;
  const { press } = event;
  if (!isOwnGesture(gesture)) return [notice(event, { key: "press-strange", params: {} })];
  const place = { chat: event.chat };
  const buttons = buttonsFor(event, facts, pressed, "more");
  if (kind === "dropMovement") return [{ do: kind, press, gesture }, ...buttons];
  return [{ do: kind, press, gesture, place }, ...buttons];
}

function pressButtons(event: PressEvent, facts: Facts, pressed: Pressed, show: Offer): readonly Effect[] {
  return [notice(event), ...buttonsFor(event, facts, pressed, show)];
}

/** Other buttons under the message that was tapped, where it is still shown to us. */
function buttonsFor(event: PressEvent, facts: Facts, { photo, choice }: Pressed, show: Offer): readonly Effect[] {
  if (event.message === undefined) return [];
  const message = { chat: event.chat, id: event.message };
  const facesOnly = facts.delivery?.clip === null;
  return [{ do: "buttons", message, choice, photo, show, clip: facts.shown, facesOnly }];
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

/** Whoever sent the photo, or is alone with us, deletes it instead. */
function pressTakeDown(
  event: PressEvent,
  facts: Facts,
  pressed: Pressed,
  kind: "askTakeDown" | "takeDown",
): readonly Effect[] {
  const { photo } = pressed;
  if (!event.chat.group || photo.owner === personKey(event.chat, event.from)) {
    return pressButtons(event, facts, pressed, "delete");
  }
  if (kind === "askTakeDown") return pressButtons(event, facts, pressed, "takeDown");
  const place = event.about === undefined ? { chat: event.chat } : { chat: event.chat, replyTo: event.about };
  return [{ do: "takeDown", press: event.press, photo, place }];
}

function pressOperator(event: PressEvent, facts: Facts, kind: "deleteReported" | "restore"): readonly Effect[] {
  if (!facts.admin) return [notice(event, { key: "press-strange", params: {} })];
  if (facts.photo === null) return [notice(event, { key: "press-gone", params: {} })];
  if (kind === "restore") {
    return [notice(event, { key: "press-restored", params: {} }), { do: "restore", photo: facts.photo }];
  }
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

function notice(event: PressEvent, text?: Text): Effect {
  return { do: "notice", press: event.press, ...(text === undefined ? {} : { text }) };
}

/** A notice that is of use only until something can be seen. */
function passing(event: PressEvent, text: Text): Effect {
  return { do: "notice", press: event.press, text, passing: true };
}
