import { isStatus } from "./answers.ts";
import { isForget } from "./asked.ts";
import { markIn } from "./people.ts";
import { isInterrupted } from "./scenario.ts";
import { type Seen, wasClosed } from "./seen.ts";

/**
 * A status message goes, or becomes the answer; one that the bot could not know of may stay (docs/operating.md), and words under
 * a clip that a platform does not let change.
 */
export function nobodyIsLeftWaiting({ world }: Seen): string[] {
  if (isInterrupted(world.scenario)) return [];
  return world.platforms
    .filter(({ name }) => !world.off.has(name))
    .flatMap(({ messages }) => [...messages.values()].filter(({ by, removed }) => by === null && !removed))
    .filter(({ chat }) => !wasClosed(world, chat))
    .filter(({ text, kind }) => isStatus(text) && (kind === "text" || world.scenario.troubles.refuses === 0))
    .map(({ id, text }) => `${id}: ${text}`);
}

/** What was marked as seen is not marked any more when it has been answered. */
export function noMarkIsLeft({ world }: Seen): string[] {
  if (isInterrupted(world.scenario) || world.scenario.troubles.refuses > 0) return [];
  return world.platforms.flatMap(({ messages }) =>
    [...messages.values()]
      .filter(({ marked, removed, chat }) => marked && !removed && !wasClosed(world, chat))
      .map(({ id }) => id),
  );
}

export function nobodyIsShownToBeAtWork({ world }: Seen): string[] {
  return world.ports
    .filter(({ busyIn, alive }) => alive && busyIn > 0)
    .map(({ platform, busyIn }) => `${platform}: ${busyIn}`);
}

export function nothingIsInWork({ world }: Seen): string[] {
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

export function theForgottenAreNotOnDisk(seen: Seen): string[] {
  return forgotten(seen).flatMap((name) => seen.world.disk.placesOf(name).map((place) => `${name} stands in ${place}`));
}

/**
 * Clips and pictures of them are gone, but for those that the platform would not remove, and those of which the bot never heard
 * that they arrived (docs/operating.md).
 */
export function theForgottenAreNotOnPlatforms(seen: Seen): string[] {
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

export function photosAndClipsAreGone({ world }: Seen): string[] {
  const records = ["photos", "clips", "deliveries", "reels", "thumbnails", "meshes"].filter(
    (table) => world.disk.query(`SELECT 1 FROM ${table} LIMIT 1`).length > 0,
  );
  const files = (["photos", "clips", "kept"] as const).filter((kind) => world.disk.files[kind].size > 0);
  return [...records.map((table) => `records of ${table}`), ...files.map((kind) => `files of ${kind}`)];
}

export function memoryHoldsNobody({ world, names }: Seen): string[] {
  return world.bot?.maps.placesOf(names) ?? [];
}

export function theStudioKeepsNothingWarm({ world }: Seen): string[] {
  return [...(world.studios.at(-1)?.warm ?? [])];
}

export function recordsAreEmpty({ world }: Seen): string[] {
  return ["jobs", "journal", "transcript", "measurements", "settings", "meshes", "kept", "counted", "passes"].filter(
    (table) => world.disk.query(`SELECT 1 FROM ${table} LIMIT 1`).length > 0,
  );
}

export function noTimerIsLeft({ world }: Seen): string[] {
  // The sweep, the queue's hour, and the journal's.
  const timers = world.bot?.parts.life.timers.size ?? 0;
  return timers > 3 ? [`${timers} timers`] : [];
}

export function noListenerIsLeft({ world }: Seen): string[] {
  const left = world.studios.at(-1)?.listenersLeft ?? 0;
  return left > 0 ? [`${left} listeners`] : [];
}

/** Errors in the log are bugs; a job that failed because its picture crashes is none. */
export function nothingFailsByItself({ world }: Seen): string[] {
  return world.errors.filter(
    (error) => !/StudioFailed|^A job could not be read|^A measurement could not be noted/.test(error),
  );
}

export function itStarts({ world }: Seen): string[] {
  return world.failedStarts.map(String);
}
