import { attempt } from "../../attempt.ts";
import { isSongGesture } from "../../pipeline/motion/gesture-name.ts";
import type { KeptMovement } from "../../store/movements.ts";
import type { ClipRecord, FaceSummary, PhotoRecord } from "../../store/record-types.ts";
import type { Locale } from "../../texts/locales.ts";
import { type Text, type Texts, textsFor } from "../../texts/texts.ts";
import {
  ChatError,
  type ChatErrorCode,
  type ChatPort,
  type ChatRef,
  type ClipContent,
  chatKey,
  type Keyboard,
  type OutgoingClip,
  type Place,
  type SentClip,
} from "../port/chat-port.ts";
import { isWanted, noteArrival } from "./arrivals.ts";
import { type Choice, levelOf, NORMAL_LEVEL } from "./choice.ts";
import { isConsentTold, noteConsentTold } from "./consent.ts";
import { type Context, portOf } from "./context.ts";
import { keyboardFor } from "./menus.ts";
import { makingRoom, type Predecessor } from "./predecessor.ts";

/** A clip to send to a chat. */
export interface Sending {
  readonly place: Place;
  readonly clip: ClipRecord;
  readonly photo: PhotoRecord;
  readonly locale: Locale;
  /** Who asked for it, as `personKey` makes it. */
  readonly user: string;
  readonly asFile: boolean;
  /** What it answers: an entry of the journal. */
  readonly event: string;
  /** The message under which it was chosen. */
  readonly after?: Predecessor | undefined;
  /** Called as soon as the platform has taken the clip, before anything else is done. */
  readonly onSent?: (message: string) => void;
}

interface Marked extends Sending {
  /** What everybody should know of clips has not been said here yet, and stands under this one. */
  readonly tellsMark: boolean;
}

/** What a clip shows, as its buttons name it. */
export function choiceOfClip(clip: ClipRecord): Choice {
  const { photo, face, framing, gesture, original } = clip;
  return { photo, face, framing, gesture, level: levelOf(clip.strength), ...(original ? { original } : {}) };
}

/** What is shown, and to whom. */
interface UnderClip {
  readonly clip: ClipRecord;
  readonly photo: PhotoRecord;
  readonly texts: Texts;
  readonly movements: readonly KeptMovement[];
}

/** The movements of somebody's own that are offered in a chat: where others would see them, none. */
export async function movementsOf(
  { store }: Pick<Context, "store">,
  chat: ChatRef,
  person: string,
): Promise<readonly KeptMovement[]> {
  return chat.group ? [] : store.movements.keptOf(person);
}

/** What stands under a clip: its line, and its first buttons. */
export function underClip(
  context: Context,
  port: ChatPort,
  { clip, photo, texts, movements }: UnderClip,
): { readonly text: string; readonly keyboard: Keyboard } {
  const faces = photo.faces ?? [];
  const shown = {
    choice: choiceOfClip(clip),
    faces,
    clip: clip.id,
    enhanced: clip.enhanced,
    movements,
  };
  const keyboard = keyboardFor(port, "clip", shown, { gestures: context.gestures, texts });
  return { text: captionOf(context, clip, faces, texts), keyboard };
}

/** The line under a clip. */
export function captionOf(context: Context, clip: ClipRecord, faces: readonly FaceSummary[], texts: Texts): string {
  const gesture = context.gestures.caption(clip.gesture, texts.locale);
  const level = levelOf(clip.strength);
  const caption = who(clip, faces, gesture, texts);
  const line = level === NORMAL_LEVEL ? caption : texts.say("caption-level", { caption, level });
  return [line, ...(clip.face === "all" ? whyNotAll(clip, faces, texts) : [])].join("\n");
}

function who({ face }: ClipRecord, { length: faces }: readonly FaceSummary[], gesture: string, texts: Texts): string {
  if (face === "all") return texts.say("caption-everyone", { gesture });
  return faces > 1 ? texts.say("caption-face", { face, faces, gesture }) : texts.say("caption", { gesture });
}

/** How many of everyone move, and what keeps the others still, where some are. */
function whyNotAll({ driver }: ClipRecord, faces: readonly FaceSummary[], texts: Texts): string[] {
  const moving = driver.split(" ").length;
  if (moving === faces.length) return [];
  const movable = faces.filter(({ obstacle }) => obstacle === null);
  const why = movable.length > moving ? "many" : "cannot";
  return [texts.say("caption-some", { moving, faces: faces.length, why })];
}

/**
 * Sends a clip, without an upload if the platform has a copy, and notes where it went; where that cannot be written down just
 * now, it is out all the same. Nothing is sent where the clip is gone or not wanted any more. Throws `ChatError`.
 */
async function sendClip(context: Context, wanted: Sending): Promise<void> {
  const { clip, photo, place, event, user } = wanted;
  if (!(await isWanted(context, event))) return;
  const sending = { ...wanted, tellsMark: await mustTellMark(context, wanted) };
  const sent = await trySending(context, portOf(context, place.chat), sending);
  if (sent === null) return;
  const { id: message } = sent.message;
  sending.onSent?.(message);
  const { journal, owed, log, store } = context;
  // First where it is: a process that ends in between sends a second one, but leaves none that could never be found.
  const stays = await noteArrival(context, event, sent.message, { photo: photo.id, clip: clip.id, user });
  await owed.make(`sent ${event}`, "A clip is out, and not noted", async () => journal.note(event, { sent: message }));
  if (!stays) return;
  const { sent: copy } = sent;
  await attempt(log, "What came with a clip is not noted", async () => {
    if (sending.tellsMark) await noteConsentTold(context, place.chat, user);
    if (copy !== undefined) await store.clips.setFile(clip.id, fileName(sending), copy);
  });
  await leaveBehind(context, sending);
  const texts = textsFor(sending.locale, place.chat.platform);
  await explainMove(portOf(context, place.chat), place.chat, sent.message.chat, texts).catch(() => undefined);
}

/** A message that stays, because its clip is talked about, loses its buttons to the new one. */
async function leaveBehind(context: Context, { place: { chat }, after }: Sending): Promise<void> {
  if (after?.stays !== true) return;
  await portOf(context, chat)
    .edit({ chat, id: after.message }, { keyboard: [] })
    .catch(() => undefined);
}

/** Where nothing is said before a clip, the first one tells what everybody should know of them. */
async function mustTellMark(context: Context, { place, user }: Sending): Promise<boolean> {
  if (portOf(context, place.chat).silentMs === undefined) return false;
  return !(await isConsentTold(context, place.chat, user));
}

/** Says why we answer in private what was asked in a group. */
export async function explainMove(port: ChatPort, asked: ChatRef, answered: ChatRef, texts: Texts): Promise<void> {
  if (!answered.group && chatKey(asked) !== chatKey(answered))
    await port.say({ chat: answered }, { text: texts.say("answer-here") });
}

async function trySending(context: Context, port: ChatPort, sending: Marked): Promise<SentClip | null> {
  const copy = sending.clip.files[fileName(sending)];
  if (copy !== undefined) {
    try {
      return await port.sendClip(sending.place, await outgoing(context, sending, { sent: copy }));
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== "noFile") throw error;
      await context.store.clips.setFile(sending.clip.id, fileName(sending), null);
    }
  }
  const mp4 = await context.store.clips.bytes(sending.clip.id);
  if (mp4 === null) return null;
  return port.sendClip(sending.place, await outgoing(context, sending, await contentOf(context, port, sending, mp4)));
}

async function contentOf(
  { store, loops }: Context,
  port: ChatPort,
  { clip, asFile }: Marked,
  mp4: Uint8Array,
): Promise<ClipContent> {
  const thumbnail = await store.clips.thumbnail(clip.id);
  // A picture that moves by itself is silent.
  const loop =
    port.loops === undefined || asFile || isSongGesture(clip.gesture) ? null : await loops.of(clip, mp4, port.loops);
  return { mp4, ...(thumbnail && { thumbnail }), ...(loop && { loop }) };
}

async function outgoing(context: Context, sending: Marked, content: OutgoingClip["content"]): Promise<OutgoingClip> {
  const { clip, photo, asFile, place, user } = sending;
  const movements = await movementsOf(context, place.chat, user);
  const texts = textsFor(sending.locale, place.chat.platform);
  const { text, keyboard } = underClip(context, portOf(context, place.chat), { clip, photo, texts, movements });
  return {
    content,
    clip: clip.id,
    width: clip.width,
    height: clip.height,
    seconds: clip.seconds,
    ...(isSongGesture(clip.gesture) ? { sounds: true as const } : {}),
    caption: sending.tellsMark ? `${text}\n\n${texts.say("consent-caption")}` : text,
    alt: texts.say("clip-alt", { caption: text }),
    ...(asFile ? { asFile } : { keyboard }),
  };
}

function fileName({ place, asFile }: Sending): string {
  return `${place.chat.platform}:${asFile ? "file" : "clip"}`;
}

/** What to say when a platform does not take a clip. */
const REFUSALS: Partial<Record<ChatErrorCode, "error-clipTooLarge" | "no-files-here">> = {
  tooLarge: "error-clipTooLarge",
  forbidden: "no-files-here",
};

/** Sends a clip; where a group allows no animations, as a file. Resolves with why neither was taken, or null. */
export async function tryToSend(context: Context, sending: Sending): Promise<ChatError | null> {
  try {
    await sendClip(context, sending);
    return null;
  } catch (error) {
    if (!(error instanceof ChatError) || (error.code !== "refused" && !(error.code in REFUSALS))) throw error;
    if (error.code !== "refused" || sending.asFile) return error;
    return tryToSend(context, { ...sending, asFile: true });
  }
}

/** Why a clip is not there. */
export function refusalOf({ code }: ChatError): Text {
  return { key: REFUSALS[code] ?? "error-bug", params: {} };
}

/** Where a clip goes: into the place of the message under which it was chosen, or of the one that told of it. */
export function placeOfClip(place: Place, after: Predecessor | undefined, told?: string): Place {
  const instead = makingRoom(after)?.message ?? told;
  return instead === undefined ? place : { ...place, instead };
}

/** Where an answer to somebody goes. */
export function placeOf({ chat, replyTo }: Place): Place {
  return replyTo === undefined ? { chat } : { chat, replyTo };
}
