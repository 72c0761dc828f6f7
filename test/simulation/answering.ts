import {
  answersTo,
  clipInWords,
  isApology,
  isCancelled,
  isRefusal,
  isStatus,
  threadOf,
  wishOf,
  withdrawalOf,
} from "./answers.ts";
import { type Asked, isForget } from "./asked.ts";
import type { SimulatedPlatform } from "./platform.ts";
import { isInterrupted } from "./scenario.ts";
import { platformOf, type Seen } from "./seen.ts";
import type { World } from "./world.ts";

/** Within so long somebody hears that their photo was seen, when nothing is wrong. */
const FIRST_SIGN_MS = 30_000;
/** So soon after a clip was taken a process can have died before it noted that. */
const NOTE_MS = 5000;
/** A clip that is on its way when somebody lets go of it still comes. */
const CANCEL_MS = 10_000;
/** As in src/queue/embedded/line.ts: newcomers join a round for so many turns. */
const OPEN_TURNS = 20;

export function everyEventIsTaken({ world }: Seen): string[] {
  return world.asked
    .filter(({ acceptedAt, event }) => acceptedAt === null && !world.off.has(event.chat.platform))
    .map(({ event }) => event.id);
}

/** With its clip, or with a word why there is none; of an album one word may stand for the rest. */
export function everyPhotoIsAnswered({ world }: Seen): string[] {
  return world.asked
    .filter((asked) => asked.event.kind === "photo" && withdrawalOf(world, asked) === null)
    .filter((asked) => !albumOf(world, asked).some((photo) => isAnswered(photo, platformOf(world, asked))))
    .map(({ event, mark }) => `${event.id} (${mark ?? ""})`);
}

function albumOf(world: World, asked: Asked): readonly Asked[] {
  const album = asked.event.kind === "photo" ? asked.event.album : undefined;
  if (album === undefined || isAnswered(asked, platformOf(world, asked))) return [asked];
  return world.asked.filter(({ event }) => event.kind === "photo" && event.album === album);
}

function isAnswered(asked: Asked, platform: SimulatedPlatform): boolean {
  const wish = wishOf(asked, platform);
  const isIt = (content: string): boolean => clipInWords(content) === wish;
  return (
    isAnsweredInWords(asked, platform) ||
    answersTo(platform, threadOf(asked)).some(({ clips }) => clips.some(({ content }) => isIt(content))) ||
    // It was on its way to this chat already when it was asked for again: that one answers both, whatever message it answers.
    cameSince(asked, platform, isIt)
  );
}

function isAnsweredInWords(asked: Asked, platform: SimulatedPlatform): boolean {
  return answersTo(platform, threadOf(asked)).some(({ texts }) => texts.some((text) => !isStatus(text)));
}

/** Whether such a clip has come into this chat since this was asked. */
function cameSince(
  { at, event: { chat } }: Asked,
  { messages }: SimulatedPlatform,
  isSuch: (content: string) => boolean = () => true,
): boolean {
  return [...messages.values()].some(
    (shown) => shown.chat.id === chat.id && shown.clips.some((clip) => clip.at >= at && isSuch(clip.content)),
  );
}

/** What somebody wishes in words is answered, by its clip or in words; in a group it may not have been meant. */
export function everyWishIsAnswered({ world }: Seen): string[] {
  return world.asked
    .filter(({ event }) => event.kind === "wish" && !event.chat.group)
    .filter((asked) => withdrawalOf(world, asked) === null)
    .filter((asked) => {
      const platform = platformOf(world, asked);
      // Its clip may take the place of the one that was there.
      return !isAnsweredInWords(asked, platform) && !cameSince(asked, platform);
    })
    .map(({ event }) => event.id);
}

export function everyTapIsEnded({ world }: Seen): string[] {
  // Never throws, never tries for long: it is of no use late.
  if (isInterrupted(world.scenario)) return [];
  return world.asked
    .filter((asked) => withdrawalOf(world, asked) === null)
    .filter((asked) => asked.event.kind === "press" && !platformOf(world, asked).answered.has(asked.event.press))
    .map(({ event }) => event.id);
}

export function everyCommandIsAnswered({ world }: Seen): string[] {
  return world.asked
    .filter(({ event }) => event.kind === "command" || (event.kind === "other" && !event.chat.group))
    .filter((asked) => withdrawalOf(world, asked) === null || isLastForget(world, asked))
    .filter((asked) => answersTo(platformOf(world, asked), threadOf(asked)).length === 0)
    .map(({ event }) => event.id);
}

function isLastForget(world: World, asked: Asked): boolean {
  const { event, person, at } = asked;
  if (!isForget(asked) || world.off.has(event.chat.platform)) return false;
  return !world.asked.some(
    (other) =>
      other !== asked && other.person === person && other.at >= at && (isForget(other) || other.event.kind === "gone"),
  );
}

/** A word, or a mark on the photo. */
export function theFirstSignComesSoon({ world }: Seen): string[] {
  if (isInterrupted(world.scenario)) return [];
  return world.asked
    .filter((asked) => asked.event.kind === "photo" && asked.event.album === undefined)
    .filter((asked) => withdrawalOf(world, asked) === null)
    .filter((asked) => {
      const within = (asked.acceptedAt ?? Number.POSITIVE_INFINITY) + FIRST_SIGN_MS;
      const platform = platformOf(world, asked);
      const markedAt = platform.messages.get(threadOf(asked) ?? "")?.markedAt ?? Number.POSITIVE_INFINITY;
      return markedAt > within && !answersTo(platform, threadOf(asked)).some(({ at }) => at <= within);
    })
    .map(({ event }) => event.id);
}

/**
 * However many new people come. A round takes newcomers in for its first turns, and so has at most as many turns as that and
 * the whole line; who asks waits for the rest of one and for one more for each job of their own that is ahead.
 */
export function nobodyWaitsTooManyTurns({ world }: Seen): string[] {
  const line = world.scenario.limits.waiting ?? 100;
  return world.turns.waited
    .filter(({ turns, life }) => turns !== null || life.alive)
    .flatMap((job) => {
      const most = (job.ownAhead + 1) * (OPEN_TURNS + line) + line;
      return job.turns !== null && job.turns > most
        ? [`${job.id} waited ${job.turns} turns, at most ${most} are right`]
        : [];
    });
}

/** But for the window that docs/operating.md names. */
export function noClipComesTwice({ world }: Seen): string[] {
  return world.platforms.flatMap((platform) => {
    const sent = new Map<string, number>();
    const allowed = new Map<string, number>();
    const count = (counts: Map<string, number>, key: string, times = 1) =>
      counts.set(key, (counts.get(key) ?? 0) + times);
    for (const shown of platform.messages.values()) {
      for (const { content } of shown.clips)
        count(sent, `${shown.chat.id} ${shown.replyTo ?? shown.id} ${clipInWords(content)}`);
    }
    for (const asked of world.asked) {
      if (asked.event.chat.platform !== platform.name) continue;
      const wish = wishOf(asked, platform);
      if (wish !== null) count(allowed, `${asked.event.chat.id} ${threadOf(asked) ?? ""} ${wish}`);
    }
    for (const { shown, content, answerLost, noted, at, diedAt } of world.taken) {
      const couldNote = world.scenario.troubles.fullDisks === 0;
      const unknown = answerLost || (!noted && diedAt !== null && (diedAt - at < NOTE_MS || !couldNote));
      if (unknown) count(allowed, `${shown.chat.id} ${shown.replyTo ?? shown.id} ${clipInWords(content)}`);
    }
    const tooMany = [...sent].map(([key, times]) => ({ key, over: Math.max(0, times - (allowed.get(key) ?? 0)) }));
    const chatOf = (key: string): string => key.split(" ")[0] ?? "";
    const over = new Map<string, number>();
    for (const one of tooMany) count(over, chatOf(one.key), one.over);
    // Which clip is asked for by words, or under them, nobody outside knows: each may bring one, of whatever stands there.
    const unnamed = new Map<string, number>();
    for (const { mark, event } of world.asked) if (mark === null) count(unnamed, event.chat.id);
    return tooMany
      .filter((one) => one.over > 0 && (over.get(chatOf(one.key)) ?? 0) > (unnamed.get(chatOf(one.key)) ?? 0))
      .map((one) => `${one.key}: ${one.over} times more than was asked for`);
  });
}

/** For whom the bot said that it has no room, it has fetched nothing, unless it had room at another time. */
export function theRefusedAreNotFetched({ world }: Seen): string[] {
  const photos = world.asked.filter(({ event }) => event.kind === "photo");
  const isRefused = (asked: Asked): boolean => {
    const texts = answersTo(platformOf(world, asked), threadOf(asked)).flatMap((answer) => answer.texts);
    return texts.length > 0 && texts.every(isRefusal);
  };
  return photos
    .filter((asked) => isRefused(asked) && photos.filter(({ mark }) => mark === asked.mark).length === 1)
    .filter((asked) => world.asked.filter((other) => threadOf(other) === threadOf(asked)).length === 1)
    .filter((asked) => platformOf(world, asked).fetched.has(`file-${asked.mark ?? ""}`))
    .map(({ event, mark }) => `${event.id} (${mark ?? ""})`);
}

/** Of what was let go of, no clip comes afterwards, unless it was asked for again. */
export function theCancelledDoNotCome({ world }: Seen): string[] {
  return world.asked
    .filter((asked) => isCancelled(world, asked))
    .flatMap((cancelling) => {
      const thread = threadOf(cancelling);
      const since = cancelling.at + CANCEL_MS;
      const asks = world.asked.filter((asked) => threadOf(asked) === thread && asked !== cancelling);
      if (asks.length !== 1) return [];
      return answersTo(platformOf(world, cancelling), thread)
        .filter(({ clips }) => clips.some(({ at }) => at > since))
        .map(({ id }) => `${id}, although ${cancelling.event.id}`);
    });
}

/** Nobody is told of a bug where there is none: their picture was good, and everything that matters could be written. */
export function nobodyIsToldOfABugInVain({ world }: Seen): string[] {
  if (world.scenario.troubles.fullDisks + world.scenario.troubles.badPictures > 0) return [];
  return world.platforms.flatMap(({ messages }) =>
    [...messages.values()].filter(({ texts }) => texts.some(isApology)).map(({ id, text }) => `${id}: ${text}`),
  );
}
