import { statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Clock } from "../clock.ts";
import type { QueueStats } from "../queue/contract/queue.ts";
import type { Workers } from "../queue/open-queue.ts";
import type { Measurement } from "../store/measurements.ts";
import type { Store } from "../store/store.ts";
import { Metrics } from "./metrics.ts";
import type { Hour, PlatformState, Status } from "./report.ts";

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** Whoever asks more often than this hears what was found of the disk last. */
const LOOK_AT_DISK_EVERY_MS = 10_000;
/** A photo of 20 MB, its clip of 10 MB, and the records' log. */
const LEAST_ROOM = 40 * 2 ** 20;

/** A platform as far as its health goes. */
interface Watched {
  readonly port: { readonly platform: string };
  readonly online?: boolean;
}

export interface HealthParts {
  readonly store: Store;
  readonly queue: () => Promise<QueueStats>;
  readonly clock: Clock;
  /** Bytes that may still be written to the disk of the data; the system is asked without it. */
  readonly freeBytes?: () => number;
}

/** Keeps watch over how the bot is doing, for its operator. */
export class Health {
  readonly metrics: Metrics;
  readonly #parts: HealthParts;
  readonly #startedAt: number;
  readonly #versions = versions();
  readonly #opened = new Set<Watched>();
  #platforms: readonly Watched[] = [];
  #workers: Workers | null = null;
  #disk: { readonly at: number; readonly troubles: readonly string[] } | null = null;

  constructor(parts: HealthParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
    this.metrics = new Metrics({
      queue: parts.queue,
      platforms: () => this.#states(),
      disk: async () => this.#diskUse(),
      remote: async () => this.#remote(),
      version: this.#versions.Keepsake,
    });
  }

  /** Notes how a rendering went. */
  rendered(how: Pick<Measurement, "outcome" | "stages">): void {
    this.metrics.observe(how);
    this.#parts.store.measurements.note({ ...how, at: this.#parts.clock.now() });
  }

  /** Notes that a photo was not taken into the line, and why. */
  refused(reason: string): void {
    this.metrics.refused(reason);
  }

  /** Says which platforms there should be. */
  expect(platforms: readonly Watched[]): void {
    this.#platforms = platforms;
  }

  /** A platform is connected and takes events. */
  opened(platform: Watched): void {
    this.#opened.add(platform);
  }

  /** Says who tells how other machines are doing; null where there are none. */
  watch(workers: Workers | null): void {
    this.#workers = workers;
  }

  /** What is not ready, in words; nothing when all is well. */
  notReady(): string[] {
    const platforms = this.#states().flatMap(({ name, connected }) => (connected ? [] : [`${name} is not connected`]));
    return [...platforms, ...this.#troublesOfDisk(), ...(this.#workers?.troubles() ?? [])];
  }

  /** Everything that an operator wants to know. */
  async status(): Promise<Status> {
    const { store, queue, clock } = this.#parts;
    const now = clock.now();
    const measurements = store.measurements.since(now - HOURS * HOUR_MS);
    return {
      now,
      startedAt: this.#startedAt,
      platforms: this.#states(),
      queue: await queue(),
      hours: Array.from({ length: HOURS }, (_, i) => hourOf(measurements, now - (HOURS - i) * HOUR_MS)),
      failures: failuresOf(measurements),
      disk: await this.#diskUse(),
      remote: await this.#remote(),
      versions: this.#versions,
    };
  }

  #troublesOfDisk(): readonly string[] {
    const now = this.#parts.clock.now();
    if (this.#disk !== null && now - this.#disk.at < LOOK_AT_DISK_EVERY_MS) return this.#disk.troubles;
    const { store } = this.#parts;
    const troubles: string[] = [];
    // The records may still find room in what they have, where a photo finds none.
    if (this.#freeBytes() < LEAST_ROOM) troubles.push("the disk is full");
    try {
      store.records.tryWriting();
    } catch {
      troubles.push("the records cannot be written");
    }
    this.#disk = { at: now, troubles };
    return troubles;
  }

  async #remote(): Promise<Status["remote"]> {
    return this.#workers === null ? null : this.#workers.report();
  }

  async #diskUse(): Promise<Status["disk"]> {
    return { ...(await this.#parts.store.usage()), free: this.#freeBytes() };
  }

  #freeBytes(): number {
    const { store, freeBytes } = this.#parts;
    return freeBytes === undefined ? freeBytesOf(store.dataDir) : freeBytes();
  }

  #states(): PlatformState[] {
    return this.#platforms.map((platform) => ({
      name: platform.port.platform,
      connected: this.#opened.has(platform) && platform.online !== false,
    }));
  }
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function hourOf(measurements: readonly Measurement[], from: number): Hour {
  const within = measurements.filter(({ at }) => at > from && at <= from + HOUR_MS);
  const clips = within.flatMap(({ stages }) => (stages === null ? [] : [stages]));
  const names = Object.keys(clips[0] ?? {});
  const stages = Object.fromEntries(names.map((name) => [name, median(clips.map((times) => times[name] ?? 0))]));
  return { from, clips: clips.length, failed: within.length - clips.length, stages };
}

function failuresOf(measurements: readonly Measurement[]): Status["failures"] {
  const counts = new Map<string, number>();
  for (const { outcome, stages } of measurements) {
    if (stages === null) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function versions() {
  const require = createRequire(import.meta.url);
  const versionOf = (path: string): string => (require(path) as { version: string }).version;
  // Its main file would load what decodes pictures, which this process must not.
  const sharp = join(dirname(require.resolve("sharp")), "../package.json");
  return {
    Keepsake: versionOf("../../package.json"),
    Node: process.versions.node,
    "ONNX Runtime": versionOf("onnxruntime-node/package.json"),
    sharp: versionOf(sharp),
  };
}
