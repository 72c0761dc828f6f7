import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { QueueStats } from "../queue/contract/queue.ts";
import type { Measurement } from "../store/measurements.ts";

/** Seconds: a stage takes milliseconds on a fast machine, and a whole clip half a minute on a busy one. */
const SECONDS = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** What the process counts since its start, in Prometheus' text form: also memory, and how far the event loop lags. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #jobs: Counter<"outcome">;
  readonly #stages: Histogram<"stage">;

  constructor(queue: () => Promise<QueueStats>) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#jobs = new Counter({
      name: "keepsake_jobs_total",
      help: "Renderings that ended, by outcome: clip, or why there was none",
      labelNames: ["outcome"],
      registers,
    });
    this.#stages = new Histogram({
      name: "keepsake_stage_seconds",
      help: "How long each stage of a clip took, and the whole of it as total",
      labelNames: ["stage"],
      buckets: SECONDS,
      registers,
    });
    const gauge = (name: string, help: string, read: (stats: QueueStats) => number): Gauge =>
      new Gauge({
        name: `keepsake_queue_${name}`,
        help,
        registers,
        async collect() {
          this.set(read(await queue()));
        },
      });
    gauge("waiting", "Jobs in line", ({ waiting }) => waiting);
    gauge("running", "Jobs in work", ({ running }) => running);
    gauge("unanswered", "Finished jobs whose answer has not reached its chat", ({ unanswered }) => unanswered);
    gauge("oldest_seconds", "How long the job that has waited longest has done so", (stats) => stats.oldestSeconds);
  }

  observe({ outcome, stages }: Pick<Measurement, "outcome" | "stages">): void {
    this.#jobs.inc({ outcome });
    for (const [stage, ms] of Object.entries(stages ?? {})) this.#stages.observe({ stage }, ms / 1000);
  }

  /** The metrics as text, and its content type. */
  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
