import type { JobWork } from "../../src/queue/contract/job-work.ts";
import type { JobQueue } from "../../src/queue/contract/queue.ts";
import type { Life } from "./life.ts";

/** A job as far as turns go. */
export interface Waited {
  readonly id: string;
  readonly user: string;
  readonly life: Life;
  /** Turns that others had had when it was accepted. */
  readonly from: number;
  /** This person's jobs before it. */
  readonly ownAhead: number;
  /** Turns that were had until it was its own; null as long as it is not. */
  turns: number | null;
}

/** Counts whose turn it was, and how many turns of others each job waited for. */
export class Turns {
  readonly waited: Waited[] = [];
  #turns = 0;

  constructor(private readonly world: { readonly tell: (what: string) => void }) {}

  /** Turns since a job was accepted that still waits, or that it waited for. */
  turnsOf({ turns, from }: Waited): number {
    return turns ?? this.#turns - from;
  }

  /** What watches a process's queue. */
  watchOf(life: Life): { readonly queue: (queue: JobQueue) => JobQueue; readonly work: (work: JobWork) => JobWork } {
    const gone = (id: string): void => {
      const index = this.waited.findIndex((job) => job.id === id && job.turns === null);
      if (index >= 0) this.waited.splice(index, 1);
    };
    return {
      queue: (queue) =>
        new Proxy(queue, {
          get: (target, name) => {
            if (name === "add")
              return async (...[job]: Parameters<JobQueue["add"]>) => {
                const ownAhead = this.waited.filter(({ user, turns }) => user === job.user && turns === null).length;
                const from = this.#turns;
                const waited: Waited = { id: job.id, user: job.user, life, from, ownAhead, turns: null };
                this.waited.push(waited);
                const admission = await target.add(job);
                if (admission.kind === "refused" || admission.merged) gone(job.id);
                return admission;
              };
            const value: unknown = Reflect.get(target, name);
            return typeof value === "function" ? (value.bind(target) as unknown) : value;
          },
        }),
      work: (work) => async (job, hooks) => {
        this.#turns += 1;
        this.world.tell(`turn ${this.#turns}: ${job.id}`);
        for (const waited of this.waited) if (waited.id === job.id) waited.turns ??= this.#turns - waited.from;
        return work(job, hooks);
      },
    };
  }
}
