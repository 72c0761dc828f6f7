import { type Clock, pause } from "../../clock.ts";

/** At most `count` calls in any `ms` milliseconds. */
interface Window {
  readonly count: number;
  readonly ms: number;
}

/** What Telegram asks of bots: a message a second per chat, 20 a minute per group, 30 a second in all. */
const PER_CHAT: readonly Window[] = [{ count: 1, ms: 1000 }];
const PER_GROUP: readonly Window[] = [...PER_CHAT, { count: 20, ms: 60_000 }];
const OVERALL: readonly Window[] = [{ count: 30, ms: 1000 }];

/** Of a group's minute so much is kept for what matters: clips and answers, not their progress. */
const KEPT_FREE = 8;

/** Where a call goes, for counting. */
export interface Destination {
  readonly chat: string;
  readonly group: boolean;
}

class Lane {
  /** Times of the latest calls, oldest first. */
  readonly #calls: number[] = [];
  readonly #windows: readonly Window[];
  readonly #longest: number;
  #blockedUntil = 0;
  tail: Promise<void> = Promise.resolve();
  waiting = 0;

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
    this.#longest = Math.max(...windows.map(({ ms }) => ms));
  }

  /** When the next call may go out, leaving `kept` of each larger window free. */
  nextAt(kept = 0): number {
    const times = this.#windows.map(({ count, ms }) => {
      const most = count > kept ? count - kept : count;
      const earlier = this.#calls[this.#calls.length - most];
      return earlier === undefined ? 0 : earlier + ms;
    });
    return Math.max(this.#blockedUntil, ...times);
  }

  note(now: number): void {
    this.#calls.push(now);
    while ((this.#calls[0] ?? now) <= now - this.#longest) this.#calls.shift();
  }

  block(until: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, until);
  }

  idle(now: number): boolean {
    return this.waiting === 0 && this.nextAt() <= now && (this.#calls.at(-1) ?? 0) <= now - this.#longest;
  }
}

/** Lets calls out as fast as Telegram takes them, in order within a chat. */
export class RateLimits {
  readonly #lanes = new Map<string, Lane>();
  readonly #overall = new Lane(OVERALL);

  constructor(private readonly clock: Clock) {}

  /** Resolves when a message may be sent or changed. With `mayDrop` it does not wait: false means leave it. */
  async take({ chat, group }: Destination, mayDrop = false): Promise<boolean> {
    const lane = this.#laneOf(chat, group);
    if (mayDrop && (lane.waiting > 0 || lane.nextAt(KEPT_FREE) > this.clock.now())) return false;
    lane.waiting += 1;
    const turn = lane.tail.then(async () => {
      await this.#claim(lane);
      lane.waiting -= 1;
    });
    lane.tail = turn;
    await turn;
    return true;
  }

  /** Telegram asked to wait: nothing goes to this chat until then. */
  block({ chat, group }: Destination, seconds: number): void {
    this.#laneOf(chat, group).block(this.clock.now() + seconds * 1000);
  }

  #laneOf(chat: string, group: boolean): Lane {
    const known = this.#lanes.get(chat);
    if (known !== undefined) return known;
    const now = this.clock.now();
    for (const [key, lane] of this.#lanes) if (lane.idle(now)) this.#lanes.delete(key);
    const lane = new Lane(group ? PER_GROUP : PER_CHAT);
    this.#lanes.set(chat, lane);
    return lane;
  }

  /** Waits for room and takes it in the same breath, so that nobody else can. */
  async #claim(lane: Lane): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const at = Math.max(lane.nextAt(), this.#overall.nextAt());
      if (at <= now) {
        lane.note(now);
        this.#overall.note(now);
        return;
      }
      await pause(this.clock, at - now);
    }
  }
}
