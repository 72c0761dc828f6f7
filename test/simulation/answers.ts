import { type Choice, decodeAction, NORMAL_LEVEL, strengthOf } from "../../src/bots/conversation/choice.ts";
import { FIRST_GESTURE } from "../../src/bots/conversation/gestures.ts";
import { textsFor } from "../../src/texts/texts.ts";
import { type Asked, isForget } from "./asked.ts";
import { EXAMPLE_CLIP, type Moving, movingIn, prominentOf } from "./picture.ts";
import type { Shown, SimulatedPlatform } from "./platform.ts";
import { isInterrupted } from "./scenario.ts";
import { platformOf, wasClosed } from "./seen.ts";
import type { World } from "./world.ts";

/** What a clip shows, in words that are equal for equal clips. */
function inWords({ mark, face, framing, gesture, strength, original }: Moving): string {
  return [mark, face, framing, gesture, strength, original].join(" ");
}

export function clipInWords(content: string): string {
  return inWords(movingIn(Buffer.from(content)));
}

/** The clip that somebody asked for by a photo or a tap, or null when they asked for something else. */
export function wishOf({ event, mark }: Asked, platform: SimulatedPlatform): string | null {
  if (mark === null) return null;
  if (event.kind === "photo") {
    const picture = platform.pictures.get(event.photo.file.id);
    const face = event.wish?.face ?? (picture === undefined ? null : prominentOf(picture)) ?? 0;
    return inWords({
      mark,
      face,
      framing: "portrait",
      gesture: FIRST_GESTURE,
      strength: strengthOf(NORMAL_LEVEL),
      original: false,
    });
  }
  const action = event.kind === "press" ? decodeAction(event.data) : null;
  if (action?.kind === "tryExample") return inWords(EXAMPLE_CLIP);
  const isForClip = action?.kind === "make" || action?.kind === "file" || action?.kind === "back";
  return isForClip ? inWords(movingOf(mark, action.choice)) : null;
}

function movingOf(mark: string, { face, framing, gesture, level, original }: Choice): Moving {
  return { mark, face, framing, gesture, strength: strengthOf(level), original: original === true };
}

/** The message that an answer to this will answer. */
export function threadOf({ event }: Asked): string | undefined {
  if (event.kind === "photo") return event.photo.message;
  if (event.kind === "press") {
    // The example answers nothing that shows a photo.
    return decodeAction(event.data)?.kind === "tryExample" ? event.message : (event.about ?? event.message);
  }
  return event.kind === "gone" || event.kind === "moved" ? undefined : event.message;
}

/** The bot's answers to a message, also those that are gone. */
export function answersTo(platform: SimulatedPlatform, message: string | undefined): Shown[] {
  return [...platform.messages.values()].filter(({ by, replyTo }) => by === null && replyTo === message);
}

/** Whether this text only says that something is being worked on. */
export function isStatus(text: string): boolean {
  return STATUS.has(withoutNumbers(text));
}

/** Whether this text says that something went wrong on our side. */
export function isApology(text: string): boolean {
  return text === texts.say("error-bug");
}

/** Whether this text says that there is no room for somebody's photo. */
export function isRefusal(text: string): boolean {
  return REFUSALS.has(withoutNumbers(text));
}

const texts = textsFor("en");
const STATUS = new Set(
  [
    texts.say("status-seen"),
    texts.say("status-wanted"),
    texts.say("status-looking"),
    texts.say("status-sending"),
    texts.say("status-rendering", { seconds: 1 }),
    ...[1, 2].flatMap((place) =>
      (["seconds", "minutes"] as const).map((unit) => texts.say("status-waiting", { place, amount: 1, unit })),
    ),
  ].map(withoutNumbers),
);

const REFUSALS = new Set(
  [
    texts.say("refused-user-full"),
    ...[0, 1, 2].flatMap((minutes) =>
      (["refused-chat-full", "refused-line-full", "refused-quota"] as const).map((key) => texts.say(key, { minutes })),
    ),
  ].map(withoutNumbers),
);

function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, "#");
}

/** Why somebody need not be answered: they, or whoever may, took back what it was about; null when nobody did. */
export function withdrawalOf(world: World, asked: Asked): string | null {
  const { event, person, mark } = asked;
  if (world.off.has(event.chat.platform)) return "its platform is switched off";
  if (world.asked.some((other) => other.person === person && wasDelayed(world, other, asked))) return "forgotten late";
  const later = world.asked.filter((other) => other.at >= asked.at);
  for (const other of later) {
    const own = other.person === person;
    if (isForget(other) && (own || mark?.startsWith(other.person) === true)) return "forgotten";
    if (other.event.kind === "gone" && own && !event.chat.group) return "blocked";
    if (other.event.kind !== "press" || !own) continue;
    const action = decodeAction(other.event.data);
    if (action?.kind === "cancel" && mayBeCancelled(world, other) && isAboutTheSame(other, asked)) return "cancelled";
    // Of what somebody wishes in words nobody outside knows the picture.
    if (event.kind !== "wish" && (mark === null || other.mark !== mark)) continue;
    if (action?.kind === "delete") return "deleted";
    if (action?.kind === "make" && event.kind === "photo" && event.wish === undefined) return "replaced";
  }
  return null;
}

/** What is wished in words is told of in the clip whose place it takes. */
function isAboutTheSame(cancelling: Asked, asked: Asked): boolean {
  if (asked.event.kind === "wish") return cancelling.event.chat.id === asked.event.chat.id;
  return threadOf(cancelling) === threadOf(asked);
}

/** A process that dies after it has let go of something does not know of it any more when it is asked again. */
function mayBeCancelled(world: World, cancelling: Asked): boolean {
  return isCancelled(world, cancelling) || isInterrupted(world.scenario);
}

/** Whether this tap was told that what it is about will not be made. */
export function isCancelled(world: World, asked: Asked): boolean {
  const { event } = asked;
  if (event.kind !== "press") return false;
  return platformOf(world, asked).answered.get(event.press) === texts.say("press-cancelled");
}

/** Whether this is a /forget that could be carried out only after something else had come, which then went with the rest. */
function wasDelayed(world: World, forget: Asked, { at }: Asked): boolean {
  if (!isForget(forget) || forget.at > at) return false;
  const answers = answersTo(platformOf(world, forget), threadOf(forget));
  return (
    answers.some(({ text }) => text === texts.say("forget-later")) &&
    (answers.some((answer) => answer.at > at) || wasClosed(world, forget.event.chat))
  );
}
