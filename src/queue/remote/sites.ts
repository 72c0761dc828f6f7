import type { Places } from "../contract/places.ts";
import { PURPOSES, type Purpose } from "../render/purpose.ts";

/** A machine that makes clips: this one, or a worker. */
export interface Site {
  readonly id: string;
  /** How much of each kind it does at once. */
  readonly room: Readonly<Record<Purpose, number>>;
}

/** A place that somebody has taken. */
export interface Taken {
  readonly site: string;
  release(): void;
}

interface Waiting {
  readonly kind: Purpose;
  readonly photo: string | undefined;
  readonly take: (taken: Taken) => void;
}

/** A process keeps about so many photos in its memory. */
const REMEMBERED = 8;

/**
 * Who has a place for what. Places are given in the order in which they were asked for; a photo goes where it is known if there
 * is a place, else to the machine with most of its places free.
 */
export class Sites implements Places {
  readonly #busy = new Map<string, Record<Purpose, number>>();
  readonly #known = new Map<string, readonly string[]>();
  readonly #waiting = new Set<Waiting>();
  readonly #told: (() => void)[] = [];
  #sites: readonly Site[] = [];

  /** Clips at once. */
  get count(): number {
    return this.#sites.reduce((sum, { room }) => sum + room.render, 0);
  }

  onChange(changed: () => void): void {
    this.#told.push(changed);
  }

  /** Sets which machines there are now. What is in work on others goes on. */
  set(sites: readonly Site[]): void {
    this.#sites = sites;
    for (const id of this.#known.keys()) if (!sites.some((site) => site.id === id)) this.#known.delete(id);
    this.#giveOut();
    for (const changed of this.#told) changed();
  }

  /** Work in hand on a machine, by kind. */
  busyAt(site: string): Readonly<Record<Purpose, number>> {
    return this.#busy.get(site) ?? NOTHING;
  }

  /** Resolves with a place when there is one; rejects with the signal's reason. */
  async take(kind: Purpose, photo: string | undefined, signal: AbortSignal | undefined): Promise<Taken> {
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#waiting.delete(waiting);
        reject(signal?.reason as Error);
      };
      const take = (taken: Taken): void => {
        signal?.removeEventListener("abort", stop);
        resolve(taken);
      };
      const waiting: Waiting = { kind, photo, take };
      signal?.addEventListener("abort", stop, { once: true });
      this.#waiting.add(waiting);
      this.#giveOut();
    });
  }

  /** A place at one machine, whether it has one free or not: what is in work there already is known to be. */
  takeAt(site: string, kind: Purpose): Taken {
    const busy = this.#busy.get(site) ?? { ...NOTHING };
    this.#busy.set(site, busy);
    busy[kind] += 1;
    let released = false;
    return {
      site,
      release: () => {
        if (released) return;
        released = true;
        busy[kind] -= 1;
        if (PURPOSES.every((each) => busy[each] === 0)) this.#busy.delete(site);
        this.#giveOut();
      },
    };
  }

  /** These photos are known nowhere any more. */
  forget(photos: readonly string[]): void {
    for (const [site, known] of this.#known) {
      this.#known.set(
        site,
        known.filter((photo) => !photos.includes(photo)),
      );
    }
  }

  #giveOut(): void {
    for (const waiting of this.#waiting) {
      const site = this.#siteFor(waiting);
      if (site === undefined) continue;
      this.#waiting.delete(waiting);
      this.#remember(site, waiting);
      waiting.take(this.takeAt(site.id, waiting.kind));
    }
  }

  #siteFor({ kind, photo }: Waiting): Site | undefined {
    const free = this.#sites.filter((site) => this.#freeShare(site, kind) > 0);
    const knowing = free.find(({ id }) => photo !== undefined && this.#known.get(id)?.includes(photo));
    if (knowing !== undefined) return knowing;
    // Of equals the first, which is this machine.
    return free.toSorted((a, b) => this.#freeShare(b, kind) - this.#freeShare(a, kind))[0];
  }

  #freeShare({ id, room }: Site, kind: Purpose): number {
    return room[kind] === 0 ? 0 : 1 - this.busyAt(id)[kind] / room[kind];
  }

  #remember({ id, room }: Site, { kind, photo }: Waiting): void {
    if (kind !== "render" || photo === undefined) return;
    const others = (this.#known.get(id) ?? []).filter((other) => other !== photo);
    this.#known.set(id, [photo, ...others].slice(0, REMEMBERED * room.render));
  }
}

const NOTHING: Readonly<Record<Purpose, number>> = { look: 0, render: 0, convert: 0 };
