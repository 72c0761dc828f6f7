import { EventEmitter } from "node:events";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { type Announcement, announcementSchema, GONE_MS, KEYS, PROTOCOL } from "./protocol.ts";
import { reasonOf } from "./redis.ts";
import type { Sealing } from "./sealing.ts";

const LOOK_EVERY_MS = 1000;
/** Who has been gone for so long is struck off. */
const STRIKE_OFF_MS = 60_000;

export const OUT_OF_REACH = "Redis cannot be reached";

export interface RosterParts {
  readonly redis: Redis;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info" | "warn">;
  /** Keepsake's: workers of another one get nothing. */
  readonly version: string;
  /** Removes what a worker that was struck off has left behind. */
  readonly onStruckOff: (worker: string) => Promise<void>;
}

/** A worker as the bot sees it. */
export interface Listed extends Announcement {
  readonly id: string;
  /** When it was heard last, in ms since 1970. */
  readonly heardAt: number;
  /** `usable`, or why it gets nothing: it has not been heard for long, ends, or is of another version. */
  readonly standing: "usable" | "gone" | "leaving" | "otherVersion";
}

interface Entry {
  said: Announcement;
  heardAt: number;
}

/**
 * Which workers there are. Read from Redis once a second; while that cannot be reached nobody is taken for gone, because nobody
 * could be heard. Emits `change` when somebody has come or gone.
 */
export class Roster extends EventEmitter<{ change: [] }> {
  readonly #parts: RosterParts;
  readonly #entries = new Map<string, Entry>();
  readonly #unread = new Set<string>();
  #wellSince: number | null = null;
  #trouble: string | null = null;
  #callOff: () => void = () => undefined;
  #ended = false;
  #usable = "";

  constructor(parts: RosterParts) {
    super();
    this.#parts = parts;
  }

  /** Resolves when it has been read for the first time, or could not be. */
  async start(): Promise<void> {
    await this.#look();
  }

  stop(): void {
    this.#ended = true;
    this.#callOff();
  }

  /** What is wrong with Redis, in words; null when it answers, and takes what it is given. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** Every worker that was heard within the last minute. */
  list(): Listed[] {
    return [...this.#entries].map(([id, { said, heardAt }]) => {
      return { ...said, id, heardAt, standing: this.#standingOf(said, heardAt) };
    });
  }

  /** Those who can be given something. None while Redis is in trouble. */
  usable(): Listed[] {
    return this.#trouble === null ? this.list().filter(({ standing }) => standing === "usable") : [];
  }

  /** Whether what it was given should go elsewhere. */
  isGone(worker: string): boolean {
    const entry = this.#entries.get(worker);
    return this.#trouble === null && (entry === undefined || this.#standingOf(entry.said, entry.heardAt) === "gone");
  }

  #standingOf({ protocol, version, leaving }: Announcement, heardAt: number): Listed["standing"] {
    const now = this.#parts.clock.now();
    // Who could not be heard because of Redis gets as long again.
    if (now - Math.max(heardAt, this.#wellSince ?? now) > GONE_MS) return "gone";
    if (protocol !== PROTOCOL || version !== this.#parts.version) return "otherVersion";
    return leaving ? "leaving" : "usable";
  }

  async #look(): Promise<void> {
    const { clock, log } = this.#parts;
    try {
      await this.#tryWriting();
      await this.#read();
      this.#wellSince ??= clock.now();
      this.#trouble = null;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== this.#trouble) log.warn(trouble);
      this.#trouble = trouble;
      this.#wellSince = null;
    }
    if (this.#ended) return;
    this.#tellOfChange();
    this.#callOff = clock.after(LOOK_EVERY_MS, () => void this.#look());
  }

  /** A Redis that is full still answers, but workers can no longer say that they are there. */
  async #tryWriting(): Promise<void> {
    await this.#parts.redis.set(KEYS.tried, "", "PX", LOOK_EVERY_MS);
  }

  async #read(): Promise<void> {
    const { redis, clock } = this.#parts;
    const results = await redis.multi().time().zrange(KEYS.heard, "0", "-1", "WITHSCORES").hgetall(KEYS.said).exec();
    const [time, heard, said] = (results ?? []).map(([error, value]) => {
      if (error !== null) throw error;
      return value;
    }) as [[string, string], string[], Record<string, string>];
    const serverNow = Number(time[0]) * 1000 + Number(time[1]) / 1000;
    for (let at = 0; at < heard.length; at += 2) {
      const id = heard[at] ?? "";
      const silentMs = serverNow - Number(heard[at + 1]);
      if (silentMs > STRIKE_OFF_MS) await this.#strikeOff(id);
      else await this.#note(id, said[id] ?? "", clock.now() - silentMs);
    }
    // Who ended has signed off by itself, and may have left something behind all the same.
    for (const [id, { heardAt }] of this.#entries) if (clock.now() - heardAt > STRIKE_OFF_MS) await this.#strikeOff(id);
  }

  async #note(id: string, sealed: string, heardAt: number): Promise<void> {
    const { sealing, log } = this.#parts;
    const parsed = announcementSchema.safeParse(await sealing.openNote(`worker ${id}`, sealed));
    if (parsed.success) {
      const known = this.#entries.get(id);
      this.#entries.set(id, { said: parsed.data, heardAt });
      if (known === undefined) this.#welcome(parsed.data);
    } else if (!this.#unread.has(id)) {
      this.#unread.add(id);
      log.warn("A worker has another WORKER_KEY, and gets nothing");
    }
  }

  #welcome({ host, places, version, protocol }: Announcement): void {
    const { log, version: own } = this.#parts;
    if (protocol === PROTOCOL && version === own) log.info({ host, places }, "A worker has come");
    else log.warn({ host, version, own }, "A worker has another version of Keepsake, and gets nothing");
  }

  async #strikeOff(id: string): Promise<void> {
    this.#entries.delete(id);
    this.#unread.delete(id);
    await this.#parts.redis.multi().zrem(KEYS.heard, id).hdel(KEYS.said, id).exec();
    await this.#parts.onStruckOff(id);
  }

  #tellOfChange(): void {
    const usable = this.usable();
    const now = JSON.stringify([this.#trouble === null, usable.map(({ id, places }) => [id, places])]);
    if (now === this.#usable) return;
    const before = this.#usable;
    this.#usable = now;
    if (before !== "" && usable.length === 0) this.#parts.log.warn("No worker is left");
    this.emit("change");
  }
}

/** Redis says no in capitals: OOM, READONLY, NOAUTH. Everything else is that it does not answer. */
function troubleOf(error: unknown): string {
  const reason = reasonOf(error);
  return /^[A-Z]+ /.test(reason) ? `Redis takes nothing: ${reason}` : OUT_OF_REACH;
}
