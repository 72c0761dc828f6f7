import type { ChatRef } from "../../src/bots/port/chat-port.ts";
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
import { markIn } from "./people.ts";
import type { SimulatedPlatform } from "./platform.ts";
import { isInterrupted } from "./scenario.ts";
import type { World } from "./world.ts";

/** What can be seen of a world from outside. */
export interface Seen {
  readonly world: World;
  /** Everybody's name. */
  readonly names: readonly string[];
}

/** Something that must be true of every world; says in words where it is not. Its name is the invariant's. */
export type Invariant = (seen: Seen) => readonly string[];

/** Within so long somebody hears that their photo was seen, when nothing is wrong. */
const FIRST_SIGN_MS = 30_000;
/** So soon after a clip was taken a process can have died before it noted that. */
const NOTE_MS = 5000;
/** A clip that is on its way when somebody lets go of it still comes. */
const CANCEL_MS = 10_000;
/** As in src/queue/embedded/line.ts: newcomers join a round for so many turns. */
const OPEN_TURNS = 20;

function everyEventIsTaken({ world }: Seen): string[] {
  return world.asked
    .filter(({ acceptedAt, event }) => acceptedAt === null && !world.off.has(event.chat.platform))
    .map(({ event }) => event.id);
}

/** With its clip, or with a word why there is none; of an album one word may stand for the rest. */
function everyPhotoIsAnswered({ world }: Seen): string[] {
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
  return (
    answersTo(platform, threadOf(asked)).some(
      (shown) =>
        shown.clips.some(({ content }) => clipInWords(content) === wish) || shown.texts.some((text) => !isStatus(text)),
    ) || cameMeanwhile(asked, wish, platform)
  );
}

/** The same clip was on its way to this chat when it was asked for again: that one answers both, whatever message it answers. */
function cameMeanwhile({ at, event: { chat } }: Asked, wish: string | null, { messages }: SimulatedPlatform): boolean {
  return [...messages.values()].some(
    (shown) =>
      shown.chat.id === chat.id && shown.clips.some((clip) => clip.at >= at && clipInWords(clip.content) === wish),
  );
}

/** A status message goes, or becomes the answer; one that the bot could not know of may stay (docs/operating.md). */
function nobodyIsLeftWaiting({ world }: Seen): string[] {
  if (isInterrupted(world.scenario)) return [];
  return world.platforms
    .filter(({ name }) => !world.off.has(name))
    .flatMap(({ messages }) => [...messages.values()].filter(({ by, removed }) => by === null && !removed))
    .filter(({ chat }) => !wasClosed(world, chat))
    .filter(({ text }) => isStatus(text))
    .map(({ id, text }) => `${id}: ${text}`);
}

/** Whoever blocks the bot keeps what it said last. */
function wasClosed(world: World, chat: ChatRef): boolean {
  return world.asked.some(({ event }) => event.kind === "gone" && event.chat.id === chat.id);
}

/** But for the window that docs/operating.md names. */
function noClipComesTwice({ world }: Seen): string[] {
  return world.platforms.flatMap((platform) => {
    const sent = new Map<string, number>();
    const allowed = new Map<string, number>();
    const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const shown of platform.messages.values()) {
      for (const { content } of shown.clips) count(sent, `${shown.replyTo ?? ""} ${clipInWords(content)}`);
    }
    for (const asked of world.asked) {
      if (asked.event.chat.platform !== platform.name) continue;
      const wish = wishOf(asked, platform);
      if (wish !== null) count(allowed, `${threadOf(asked) ?? ""} ${wish}`);
    }
    for (const { shown, content, answerLost, noted, at, diedAt } of world.taken) {
      const couldNote = world.scenario.troubles.fullDisks === 0;
      const unknown = answerLost || (!noted && diedAt !== null && (diedAt - at < NOTE_MS || !couldNote));
      if (unknown) count(allowed, `${shown.replyTo ?? ""} ${clipInWords(content)}`);
    }
    // Which clip is asked for by words, or under them, nobody outside knows: each may bring any.
    const unnamed = new Map<string, number>();
    for (const asked of world.asked) if (asked.mark === null) count(unnamed, threadOf(asked) ?? "");
    return [...sent]
      .filter(([key, times]) => times > (allowed.get(key) ?? 0) + (unnamed.get(key.split(" ")[0] ?? "") ?? 0))
      .map(([key, times]) => `${key}: ${times} times for ${allowed.get(key) ?? 0}`);
  });
}

function everyTapIsEnded({ world }: Seen): string[] {
  // Never throws, never tries for long: it is of no use late.
  if (isInterrupted(world.scenario)) return [];
  return world.asked
    .filter((asked) => withdrawalOf(world, asked) === null)
    .flatMap(({ event }) => (event.kind === "press" ? [event] : []))
    .filter(
      ({ press, chat }) => !world.platforms.some(({ name, answered }) => name === chat.platform && answered.has(press)),
    )
    .map(({ id }) => id);
}

function everyCommandIsAnswered({ world }: Seen): string[] {
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

function nothingIsInWork({ world }: Seen): string[] {
  const jobs = world.disk.query("SELECT id, state FROM jobs WHERE state IN ('waiting', 'running', 'rendered')");
  const events = world.disk.query("SELECT id, 'an open event' AS state FROM journal WHERE event IS NOT NULL");
  return [...jobs, ...events]
    .map(({ id, state }) => `${String(id)}: ${String(state)}`)
    .filter((line) => ![...world.off].some((name) => line.startsWith(name)));
}

/** Those who said /forget and nothing after it, in a world in which nobody else has what is theirs. */
function forgotten({ world, names }: Seen): string[] {
  return names.filter((name) => {
    const forget = world.asked.findLast((asked) => asked.person === name && isForget(asked));
    if (forget === undefined || forget.acceptedAt === null || world.off.has(forget.event.chat.platform)) return false;
    const { at } = forget;
    return !world.asked.some(
      (other) => other !== forget && other.at >= at && (other.person === name || other.mark?.startsWith(name) === true),
    );
  });
}

function theForgottenAreNotOnDisk(seen: Seen): string[] {
  return forgotten(seen).flatMap((name) => seen.world.disk.placesOf(name).map((place) => `${name} stands in ${place}`));
}

/**
 * Clips and pictures of them are gone, but for those that the platform would not remove, and those of which the bot never heard
 * that they arrived (docs/operating.md).
 */
function theForgottenAreNotOnPlatforms(seen: Seen): string[] {
  return forgotten(seen).flatMap((name) =>
    seen.world.platforms.flatMap(({ messages, closed }) =>
      [...messages.values()]
        .filter(
          ({ by, known, removed, stuck, chat }) => by === null && known && !removed && !stuck && !closed.has(chat.id),
        )
        .filter((shown) => markIn(shown)?.startsWith(name) === true)
        .map(({ id }) => `${id} still shows ${name}`),
    ),
  );
}

/**
 * However many new people come. A round takes newcomers in for its first turns, and so has at most as many turns as that and
 * the whole line; who asks waits for the rest of one and for one more for each job of their own that is ahead.
 */
function nobodyWaitsTooManyTurns({ world }: Seen): string[] {
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

/** A word, or a mark on the photo. */
function theFirstSignComesSoon({ world }: Seen): string[] {
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

/** What was marked as seen is not marked any more when it has been answered. */
function noMarkIsLeft({ world }: Seen): string[] {
  if (isInterrupted(world.scenario) || world.scenario.troubles.refuses > 0) return [];
  return world.platforms.flatMap(({ messages }) =>
    [...messages.values()]
      .filter(({ marked, removed, chat }) => marked && !removed && !wasClosed(world, chat))
      .map(({ id }) => id),
  );
}

/** What somebody wishes in words is answered, by its clip or in words; in a group it may not have been meant. */
function everyWishIsAnswered({ world }: Seen): string[] {
  return world.asked
    .filter(({ event }) => event.kind === "wish" && !event.chat.group)
    .filter((asked) => withdrawalOf(world, asked) === null)
    .filter(
      (asked) =>
        !answersTo(platformOf(world, asked), threadOf(asked)).some(
          ({ clips, texts }) => clips.length > 0 || texts.some((text) => !isStatus(text)),
        ),
    )
    .map(({ event }) => event.id);
}

/** Of whom the bot has said that it has no room, it has fetched nothing, unless it had room at another time. */
function theRefusedAreNotFetched({ world }: Seen): string[] {
  const photos = world.asked.filter(({ event }) => event.kind === "photo");
  const isRefused = (asked: Asked): boolean =>
    answersTo(platformOf(world, asked), threadOf(asked)).some(({ texts }) => texts.some(isRefusal));
  return photos
    .filter((asked) => isRefused(asked) && photos.filter(({ mark }) => mark === asked.mark).length === 1)
    .filter((asked) => world.asked.filter((other) => threadOf(other) === threadOf(asked)).length === 1)
    .filter((asked) => platformOf(world, asked).fetched.has(`file-${asked.mark ?? ""}`))
    .map(({ event, mark }) => `${event.id} (${mark ?? ""})`);
}

/** Of what was let go of, no clip comes afterwards, unless it was asked for again. */
function theCancelledDoNotCome({ world }: Seen): string[] {
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
function nobodyIsToldOfABugInVain({ world }: Seen): string[] {
  if (world.scenario.troubles.fullDisks + world.scenario.troubles.badPictures > 0) return [];
  return world.platforms.flatMap(({ messages }) =>
    [...messages.values()].filter(({ texts }) => texts.some(isApology)).map(({ id, text }) => `${id}: ${text}`),
  );
}

/** Errors in the log are bugs; a job that failed because its picture crashes is none. */
function nothingFailsByItself({ world }: Seen): string[] {
  return world.errors.filter(
    (error) => !/StudioFailed|^A job could not be read|^A measurement could not be noted/.test(error),
  );
}

function itStarts({ world }: Seen): string[] {
  return world.failedStarts.map(String);
}

function nobodyIsShownToBeAtWork({ world }: Seen): string[] {
  return world.ports
    .filter(({ busyIn, alive }) => alive && busyIn > 0)
    .map(({ platform, busyIn }) => `${platform}: ${busyIn}`);
}

function photosAndClipsAreGone({ world }: Seen): string[] {
  const records = ["photos", "clips", "deliveries", "thumbnails", "meshes"].filter(
    (table) => world.disk.query(`SELECT 1 FROM ${table} LIMIT 1`).length > 0,
  );
  const files = (["photos", "clips"] as const).filter((kind) => world.disk.files[kind].size > 0);
  return [...records.map((table) => `records of ${table}`), ...files.map((kind) => `files of ${kind}`)];
}

function memoryHoldsNobody({ world, names }: Seen): string[] {
  return names.flatMap((name) => world.bot?.maps.placesOf(name).map((place) => `${name} in ${place}`) ?? []);
}

function theStudioKeepsNothingWarm({ world }: Seen): string[] {
  return [...(world.studios.at(-1)?.warm ?? [])];
}

function recordsAreEmpty({ world }: Seen): string[] {
  return ["jobs", "journal", "transcript", "measurements", "settings", "meshes"].filter(
    (table) => world.disk.query(`SELECT 1 FROM ${table} LIMIT 1`).length > 0,
  );
}

function noTimerIsLeft({ world }: Seen): string[] {
  // The sweep, the queue's hour, and the journal's.
  const timers = world.bot?.parts.life.timers.size ?? 0;
  return timers > 3 ? [`${timers} timers`] : [];
}

function noListenerIsLeft({ world }: Seen): string[] {
  const left = world.studios.at(-1)?.listenersLeft ?? 0;
  return left > 0 ? [`${left} listeners`] : [];
}

function platformOf(world: World, { event }: Asked): SimulatedPlatform {
  const platform = world.platforms.find(({ name }) => name === event.chat.platform);
  if (platform === undefined) throw new Error(`no ${event.chat.platform}`);
  return platform;
}

/** When people and troubles have gone, and everything had time to come to its end. */
export const AT_REST: readonly Invariant[] = [
  everyEventIsTaken,
  everyPhotoIsAnswered,
  nobodyIsLeftWaiting,
  noClipComesTwice,
  everyTapIsEnded,
  everyCommandIsAnswered,
  everyWishIsAnswered,
  theRefusedAreNotFetched,
  theCancelledDoNotCome,
  noMarkIsLeft,
  nothingIsInWork,
  theForgottenAreNotOnDisk,
  theForgottenAreNotOnPlatforms,
  nobodyWaitsTooManyTurns,
  theFirstSignComesSoon,
  nobodyIsToldOfABugInVain,
  nothingFailsByItself,
  itStarts,
  nobodyIsShownToBeAtWork,
];

/** When what was sent has been kept long enough. */
export const WHEN_EXPIRED: readonly Invariant[] = [photosAndClipsAreGone, theStudioKeepsNothingWarm, memoryHoldsNobody];

/** When nothing is worth remembering any more. */
export const AFTER_ALL: readonly Invariant[] = [recordsAreEmpty, noTimerIsLeft, noListenerIsLeft];
