import { availableParallelism, loadavg } from "node:os";
import type { Interaction } from "../test/support/fake-discord/world.ts";

/** With more programs than that waiting for each core nobody can promise to answer within three seconds. */
const MOST_LOAD = 2;

/** Programs that run or wait for a core, over the last minute, and the cores. */
export function load(): string {
  return `${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`;
}

/**
 * What Discord gave up because the bot's first answer took more than three seconds. The bot answers it in the channel, and people
 * see that it did not respond. That must not be, but on a machine on which too much else runs.
 */
export class Lateness {
  /** By interaction: how late, in ms, and whether the machine had time. */
  readonly #late = new Map<string, { readonly afterMs: number; readonly load: string; readonly excused: boolean }>();
  #slowestMs = 0;

  constructor(private readonly world: { readonly interactions: ReadonlyMap<string, Interaction> }) {}

  /** Looks at what has come since. To be called now and then: the load is that of the moment. */
  look(): void {
    const excused = (loadavg()[0] ?? 0) > MOST_LOAD * availableParallelism();
    for (const { id, lateMs, answer } of this.world.interactions.values()) {
      this.#slowestMs = Math.max(this.#slowestMs, lateMs ?? answer?.afterMs ?? 0);
      if (lateMs !== null && !this.#late.has(id)) this.#late.set(id, { afterMs: lateMs, load: load(), excused });
    }
  }

  get isWell(): boolean {
    return [...this.#late.values()].every(({ excused }) => excused);
  }

  report(): string {
    const slowest = `Discord's interactions: ${this.world.interactions.size}, the slowest acknowledged after ${this.#slowestMs} ms`;
    const late = [...this.#late.values()].map(({ afterMs, load: at }) => `${afterMs} ms at a load of ${at}`);
    return late.length === 0 ? slowest : `${slowest}; given up by Discord: ${late.join(", ")}`;
  }
}
