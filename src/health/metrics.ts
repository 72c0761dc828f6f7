import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { QueueStats } from "../queue/contract/queue.ts";
import type { Measurement } from "../store/measurements.ts";
import type { PlatformState, Status } from "./report.ts";

/** Seconds: a stage takes milliseconds on a fast machine, and a whole clip half a minute on a busy one. */
const SECONDS = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** Where the figures come from that are read when somebody asks for them. */
export interface MetricsSources {
  readonly queue: () => Promise<QueueStats>;
  readonly platforms: () => readonly PlatformState[];
  readonly disk: () => Promise<Pick<Status["disk"], "bytes" | "records" | "free" | "limit">>;
  /** Keepsake's. */
  readonly version: string;
}

/** What the process counts since its start, in Prometheus' text form: also memory, and how far the event loop lags. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #jobs: Counter<"outcome">;
  readonly #refusals: Counter<"reason">;
  readonly #stages: Histogram<"stage">;

  constructor(sources: MetricsSources) {
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
    this.#stages = new Histogram({
      name: "keepsake_stage_seconds",
      help: "How long each stage of a clip took, and the whole of it as total",
      labelNames: ["stage"],
      buckets: SECONDS,
      registers,
    });
    const { version, ...read } = sources;
    const build = { version, node: process.versions.node };
    new Gauge({
      name: "keepsake_build_info",
      help: "Always 1; the labels tell the versions",
      labelNames: ["version", "node"],
      registers,
    }).set(build, 1);
    addGauges(this.#registry, read);
  }

  observe({ outcome, stages }: Pick<Measurement, "outcome" | "stages">): void {
    this.#jobs.inc({ outcome });
    for (const [stage, ms] of Object.entries(stages ?? {})) this.#stages.observe({ stage }, ms / 1000);
  }

  refused(reason: string): void {
    this.#refusals.inc({ reason });
  }

  /** The metrics as text, and its content type. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}

/** What is read when somebody asks. */
function addGauges(registry: Registry, { queue, platforms, disk }: Omit<MetricsSources, "version">): void {
  const gauge = (name: string, help: string, read: () => Promise<number>): void => {
    const options = { name: `keepsake_${name}`, help, registers: [registry] };
    new Gauge({
      ...options,
      async collect() {
        this.set(await read());
      },
    });
  };
  gauge("queue_waiting", "Jobs in line", async () => (await queue()).waiting);
  gauge("queue_running", "Jobs in work", async () => (await queue()).running);
  gauge("queue_unanswered", "Ended jobs whose answer has not reached its chat", async () => (await queue()).unanswered);
  gauge(
    "queue_oldest_seconds",
    "How long the job has waited that waits longest",
    async () => (await queue()).oldestSeconds,
  );
  const kept = async (): Promise<number> => disk().then(({ bytes, records }) => bytes + records);
  gauge("store_bytes", "What is kept on the disk: photos, clips and records", kept);
  gauge("store_limit_bytes", "What may be kept; +Inf without a limit", async () => (await disk()).limit ?? Infinity);
  gauge("disk_free_bytes", "What is free on the disk of the data", async () => (await disk()).free);
  new Gauge({
    name: "keepsake_platform_up",
    help: "Whether a platform is connected: 1 or 0",
    labelNames: ["platform"],
    registers: [registry],
    collect() {
      for (const { name: platform, connected } of platforms()) this.set({ platform }, connected ? 1 : 0);
    },
  });
}
