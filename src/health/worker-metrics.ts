import { Gauge, type Registry } from "prom-client";
import type { RemoteReport, WorkerReport } from "../queue/remote/open-remote.ts";

/** How many workers there are of each standing, and how many clips they do and can do at once; nothing where there are none. */
export class WorkerMetrics {
  readonly #workers: Gauge<"standing">;
  readonly #places: Gauge;
  readonly #busy: Gauge;
  readonly #redisUp: Gauge;
  readonly #redisBytes: Gauge;

  constructor(registers: Registry[]) {
    const gauge = (name: string, help: string): Gauge => new Gauge({ name: `keepsake_${name}`, help, registers });
    this.#workers = new Gauge({
      name: "keepsake_workers",
      help: "Workers that were heard within the last minute, by standing: usable, gone, leaving, otherVersion",
      labelNames: ["standing"],
      registers,
    });
    this.#places = gauge("worker_places", "Clips that workers can render at once");
    this.#busy = gauge("worker_busy", "Clips that workers render now");
    this.#redisUp = gauge("redis_up", "Whether the Redis of REDIS_URL answers: 1 or 0");
    this.#redisBytes = gauge("redis_bytes", "Memory that this Redis holds");
  }

  set(remote: RemoteReport | null): void {
    this.#workers.reset();
    if (remote === null) return;
    const { workers, reachable, memory } = remote;
    for (const { standing } of workers) this.#workers.inc({ standing });
    const usable = workers.filter(({ standing }) => standing === "usable");
    this.#places.set(sumOf(usable, "places"));
    this.#busy.set(sumOf(workers, "busy"));
    this.#redisUp.set(reachable ? 1 : 0);
    this.#redisBytes.set(memory ?? 0);
  }
}

function sumOf(workers: readonly WorkerReport[], figure: "places" | "busy"): number {
  return workers.reduce((sum, worker) => sum + worker[figure], 0);
}
