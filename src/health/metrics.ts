import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { QueueStats } from "../queue/contract/queue.ts";
import type { RemoteReport } from "../queue/remote/open-remote.ts";
import type { Measurement } from "../store/measurements.ts";
import type { Connection, Status } from "./report.ts";
import { WorkerMetrics } from "./worker-metrics.ts";

/** Seconds: a stage takes milliseconds on a fast machine, and a whole clip half a minute on a busy one. */
const SECONDS = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

type Disk = Pick<Status["disk"], "bytes" | "records" | "free" | "limit">;
type Figure = (queue: QueueStats, disk: Disk) => number;

/** Where the figures come from that are read when somebody asks for them. */
export interface MetricsSources {
  readonly queue: () => Promise<QueueStats>;
  readonly platforms: () => readonly Connection[];
  readonly disk: () => Promise<Disk>;
  /** Null where this machine renders alone. */
  readonly remote: () => Promise<RemoteReport | null>;
  /** Keepsake's. */
  readonly version: string;
}

/** What is read when somebody asks. */
const GAUGES: readonly (readonly [name: string, help: string, figure: Figure])[] = [
  ["queue_waiting", "Jobs in line", ({ waiting }) => waiting],
  ["queue_running", "Jobs in work", ({ running }) => running],
  ["queue_unanswered", "Ended jobs whose answer has not reached its chat", ({ unanswered }) => unanswered],
  ["queue_oldest_seconds", "How long the job has waited that waits longest", ({ oldestSeconds }) => oldestSeconds],
  ["store_bytes", "What is kept on the disk: photos, clips and records", (_, { bytes, records }) => bytes + records],
  ["store_limit_bytes", "What may be kept; +Inf without a limit", (_, { limit }) => limit ?? Infinity],
  ["disk_free_bytes", "What is free on the disk of the data", (_, { free }) => free],
];

/** What the process counts since its start, in Prometheus' text form: also memory, and how far the event loop lags. */
export class Metrics {
  readonly #sources: MetricsSources;
  readonly #registry = new Registry();
  readonly #jobs: Counter<"outcome">;
  readonly #refusals: Counter<"reason">;
  readonly #unsigned: Counter;
  readonly #stages: Histogram<"stage">;
  readonly #gauges: readonly { readonly gauge: Gauge; readonly figure: Figure }[];
  readonly #platforms: Gauge<"platform">;
  readonly #workers: WorkerMetrics;

  constructor(sources: MetricsSources) {
    this.#sources = sources;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#jobs = new Counter({
      name: "keepsake_jobs_total",
      help: "Renderings that ended, by outcome: clip, or why there was none",
      labelNames: ["outcome"],
      registers,
    });
    this.#refusals = new Counter({
      name: "keepsake_refusals_total",
      help: "Photos that were not taken into the line, by reason: quota, userFull, chatFull, lineFull",
      labelNames: ["reason"],
      registers,
    });
    this.#unsigned = new Counter({
      name: "keepsake_unsigned_total",
      help: "Clips that went out without signed metadata, because they could not be signed",
      registers,
    });
    this.#stages = new Histogram({
      name: "keepsake_stage_seconds",
      help: "How long each stage of a clip took, and the whole of it as total",
      labelNames: ["stage"],
      buckets: SECONDS,
      registers,
    });
    this.#gauges = GAUGES.map(([name, help, figure]) => ({
      gauge: new Gauge({ name: `keepsake_${name}`, help, registers }),
      figure,
    }));
    this.#platforms = new Gauge({
      name: "keepsake_platform_up",
      help: "Whether a platform is connected: 1 or 0",
      labelNames: ["platform"],
      registers,
    });
    this.#workers = new WorkerMetrics(registers);
    new Gauge({
      name: "keepsake_build_info",
      help: "Always 1; the labels tell the versions",
      labelNames: ["version", "node"],
      registers,
    }).set({ version: sources.version, node: process.versions.node }, 1);
  }

  observe({ outcome, stages }: Pick<Measurement, "outcome" | "stages">): void {
    this.#jobs.inc({ outcome });
    for (const [stage, ms] of Object.entries(stages ?? {})) this.#stages.observe({ stage }, ms / 1000);
  }

  refused(reason: string): void {
    this.#refusals.inc({ reason });
  }

  unsigned(): void {
    this.#unsigned.inc();
  }

  /** The metrics as text, and its content type. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    const [queue, disk] = await Promise.all([this.#sources.queue(), this.#sources.disk()]);
    for (const { gauge, figure } of this.#gauges) gauge.set(figure(queue, disk));
    for (const { name: platform, connected } of this.#sources.platforms())
      this.#platforms.set({ platform }, connected ? 1 : 0);
    this.#workers.set(await this.#sources.remote());
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
