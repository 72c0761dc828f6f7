import { isIP } from "node:net";
import type { Config } from "../../config.ts";
import { LEAST_EACH } from "../../store/room.ts";
import type { Text } from "../../texts/texts.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A family behind one address has as much as so many persons, and this share of what may be kept, or as much as one may have. */
const PERSONS = 4;
const SHARE = 0.25;

/** What may come from one network. */
export interface AddressLimits {
  readonly photosPerHour: number;
  /** Bytes that may come in `keptMs`, for which photos are kept. */
  readonly bytes: number;
  readonly keptMs: number;
}

/** What the settings mean for one network. */
export function limitsPerAddress(
  settings: Pick<Config, "clipsPerUserPerHour" | "dataLimit" | "retentionHours">,
): AddressLimits {
  return {
    photosPerHour: PERSONS * settings.clipsPerUserPerHour,
    bytes: Math.max(SHARE * settings.dataLimit, LEAST_EACH),
    // What is kept for ever must not keep a family out for ever.
    keptMs: Number.isFinite(settings.retentionHours) ? settings.retentionHours * HOUR_MS : DAY_MS,
  };
}

interface Arrival {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Counts what comes from where, whoever sends it: a visitor is a cookie, and cookies are to be had for nothing. In memory only,
 * since nobody's address is kept.
 */
export class AddressShares {
  readonly #arrivals = new Map<string, Arrival[]>();

  constructor(
    private readonly limits: AddressLimits,
    private readonly now: () => number,
  ) {}

  /** Why no photo of this size may come from there now, or null. */
  lack(network: string, bytes: number): Text | null {
    this.#forgetOld();
    const arrivals = this.#arrivals.get(network) ?? [];
    const { photosPerHour, bytes: most } = this.limits;
    const lately = arrivals.filter(({ at }) => at > this.now() - HOUR_MS);
    const blocking = lately[lately.length - photosPerHour];
    if (blocking !== undefined) {
      const minutes = Math.max(1, Math.ceil((blocking.at + HOUR_MS - this.now()) / 60_000));
      return { key: "refused-connection", params: { minutes } };
    }
    const sum = arrivals.reduce((total, arrival) => total + arrival.bytes, bytes);
    return sum > most ? { key: "refused-share", params: {} } : null;
  }

  /** A photo comes; returns how to take that back when it does not after all. */
  note(network: string, bytes: number): () => void {
    const arrivals = this.#arrivals.get(network) ?? [];
    this.#arrivals.set(network, arrivals);
    const arrival = { at: this.now(), bytes };
    arrivals.push(arrival);
    return () => {
      const index = arrivals.indexOf(arrival);
      if (index >= 0) arrivals.splice(index, 1);
    };
  }

  #forgetOld(): void {
    const before = this.now() - Math.max(HOUR_MS, this.limits.keptMs);
    for (const [network, arrivals] of this.#arrivals) {
      while (arrivals[0] !== undefined && arrivals[0].at <= before) arrivals.shift();
      if (arrivals.length === 0) this.#arrivals.delete(network);
    }
  }
}

/** The network of an address: with IPv6 everybody has more addresses than can be counted, and one half of them in common. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address;
  const [left = [], right = []] = address.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const zeros = address.includes("::") ? Array.from({ length: 8 - left.length - right.length }, () => "0") : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}
