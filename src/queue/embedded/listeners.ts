import type { Logger } from "pino";
import type { JobEvent } from "../contract/job.ts";
import type { JobListener } from "../contract/queue.ts";

/** Who hears of jobs: one listener for each platform. */
export class Listeners {
  readonly #listeners = new Map<string, JobListener>();

  constructor(private readonly log: Pick<Logger, "warn">) {}

  get(platform: string): JobListener | undefined {
    return this.#listeners.get(platform);
  }

  /** Takes the place of the one that was there; ends when the result is called. */
  add(platform: string, listener: JobListener): () => void {
    this.#listeners.set(platform, listener);
    return () => {
      if (this.#listeners.get(platform) === listener) this.#listeners.delete(platform);
    };
  }

  /** Tells whoever listens; nobody is waited for. */
  tell(event: JobEvent): void {
    const listener = this.#listeners.get(event.job.platform);
    if (listener === undefined) return;
    (async () => listener(event))().catch((error: unknown) => {
      this.log.warn({ err: error, job: event.job.id, event: event.kind }, "A listener failed");
    });
  }
}
