import { statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { freemem } from "node:os";
import { dirname, join } from "node:path";
import type { Clock } from "../clock.ts";
import { ownVersion } from "../own-version.ts";
import type { QueueStats } from "../queue/contract/queue.ts";
import type { Workers } from "../queue/open-queue.ts";
import type { Count, Counted } from "../store/counts.ts";
import type { Measurement } from "../store/measurements.ts";
import type { Store } from "../store/store.ts";
import { Metrics } from "./metrics.ts";
import type { Connection, Hour, LoggedError, PlatformState, StageTimes, Status } from "./report.ts";

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
  /** Bytes that render processes hold; none without it. */
  readonly renderMemory?: () => number;
  /** The errors that the log told of last; none without it. */
  readonly errors?: () => readonly LoggedError[];
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
      platforms: () => this.#connections(),
      disk: async () => this.#diskUse(),
      remote: async () => this.#remote(),
      version: this.#versions.Keepsake,
    });
    this.#count({ what: "start", how: "", platform: "" });
  }

  /** Notes how a rendering went. */
  rendered(how: Pick<Measurement, "outcome" | "stages">): void {
    this.metrics.observe(how);
    this.#parts.store.measurements.note({ ...how, at: this.#parts.clock.now() });
  }

  /** Notes that a photo was not taken into the line, and why. */
  refused(reason: string, platform: string): void {
    this.metrics.refused(reason);
    this.#count({ what: "refusal", how: reason, platform });
  }

  /** Notes how a job ended. */
  ended({ outcome, platform }: { readonly outcome: string; readonly platform: string }): void {
    this.#count({ what: "end", how: outcome, platform });
  }

  /** Notes that a clip went out without a signature. */
  unsigned(): void {
    this.metrics.unsigned();
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
    const platforms = this.#connections().flatMap(({ name, connected }) =>
      connected ? [] : [`${name} is not connected`],
    );
    return [...platforms, ...this.#troublesOfDisk(), ...(this.#workers?.troubles() ?? [])];
  }

  /** Everything that an operator wants to know. */
  async status(): Promise<Status> {
    const { store, queue, clock } = this.#parts;
    const now = clock.now();
    const measurements = store.measurements.since(now - HOURS * HOUR_MS);
    const counts = store.counts.since(now - HOURS * HOUR_MS);
    const { renderMemory = () => 0, errors = () => [] } = this.#parts;
    return {
      now,
      startedAt: this.#startedAt,
      platforms: this.#connections().map((platform) => ({ ...platform, ...endsOn(platform.name, counts) })),
      queue: await queue(),
      hours: Array.from({ length: HOURS }, (_, i) => hourOf(measurements, now - (HOURS - i) * HOUR_MS)),
      failures: failuresOf(measurements),
      stages: stagesOf(measurements),
      refusals: counts.flatMap(({ what, how: limit, platform, count }) =>
        what === "refusal" ? [{ limit, platform, count }] : [],
      ),
      starts: sumOf(counts.filter(({ what }) => what === "start")),
      errors: errors(),
      memory: { chat: process.memoryUsage.rss(), render: renderMemory(), free: freemem() },
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

  #connections(): Connection[] {
    return this.#platforms.map((platform) => ({
      name: platform.port.platform,
      connected: this.#opened.has(platform) && platform.online !== false,
    }));
  }

  /** What cannot be counted has happened all the same: the disk may be full. */
  #count(what: Counted): void {
    try {
      this.#parts.store.counts.note(what);
    } catch {
      // `notReady` says that the records cannot be written.
    }
  }
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** How jobs end that gave a clip: made, or there already. */
const GOOD_ENDS: ReadonlySet<string> = new Set(["clip", "kept"]);

/** How jobs of a platform ended. */
function endsOn(name: string, counts: readonly Count[]): Omit<PlatformState, keyof Connection> {
  const ends = counts.filter(({ what, platform }) => what === "end" && platform === name);
  const clips = sumOf(ends.filter(({ how }) => GOOD_ENDS.has(how)));
  return { clips, failed: sumOf(ends) - clips };
}

function sumOf(counts: readonly Count[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function hourOf(measurements: readonly Measurement[], from: number): Hour {
  const within = measurements.filter(({ at }) => at > from && at <= from + HOUR_MS);
  const clips = within.filter(({ stages }) => stages !== null).length;
  return { from, clips, failed: within.length - clips };
}

/** In the order in which a clip goes through them. */
function stagesOf(measurements: readonly Measurement[]): StageTimes[] {
  const clips = measurements.flatMap(({ stages }) => (stages === null ? [] : [stages]));
  return Object.keys(clips[0] ?? {}).map((name) => {
    const sorted = clips.map((times) => times[name] ?? 0).sort((a, b) => a - b);
    return { name, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  });
}

function failuresOf(measurements: readonly Measurement[]): Status["failures"] {
  const counts = new Map<string, number>();
  for (const { outcome, stages } of measurements) {
    if (stages === null) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

/** Of values in their order. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function versions() {
  const require = createRequire(import.meta.url);
  const versionOf = (path: string): string => (require(path) as { version: string }).version;
  // Its main file would load what decodes pictures, which this process must not.
  const sharp = join(dirname(require.resolve("sharp")), "../package.json");
  return {
    Keepsake: ownVersion(),
    Node: process.versions.node,
    "ONNX Runtime": versionOf("onnxruntime-node/package.json"),
    sharp: versionOf(sharp),
  };
}
