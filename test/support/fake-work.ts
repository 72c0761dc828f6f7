import type { Job, JobResult } from "../../src/queue/contract/job.ts";
import type { JobWork, WorkHooks } from "../../src/queue/contract/job-work.ts";

interface Begun {
  readonly job: Job;
  readonly hooks: WorkHooks;
  readonly resolve: (value: Awaited<ReturnType<JobWork>>) => void;
  readonly reject: (error: unknown) => void;
}

/** Work that a test finishes by hand. */
export class FakeWork {
  /** Ids in the order in which they began, repeats included. */
  readonly begun: string[] = [];
  readonly #open = new Map<string, Begun>();

  readonly work: JobWork = async (job, hooks) =>
    new Promise((resolve, reject) => {
      this.begun.push(job.id);
      this.#open.set(job.id, { job, hooks, resolve, reject });
      hooks.signal.addEventListener("abort", () => {
        this.#open.delete(job.id);
        reject(new Error("stopped"));
      });
    });

  /** Ids of the jobs in work. */
  get running(): string[] {
    return [...this.#open.keys()];
  }

  progress(id: string, percent: number): void {
    this.#of(id).hooks.onProgress("render", percent);
  }

  finish(id: string, renderMs: number | null = 4000): void {
    const { job, resolve } = this.#take(id);
    resolve({ result: resultOf(job), renderMs });
  }

  fail(id: string, error: unknown): void {
    this.#take(id).reject(error);
  }

  #of(id: string): Begun {
    const begun = this.#open.get(id);
    if (begun === undefined) throw new Error(`${id} is not in work`);
    return begun;
  }

  #take(id: string): Begun {
    const begun = this.#of(id);
    this.#open.delete(id);
    return begun;
  }
}

/** What fake work makes of a job. */
export function resultOf(job: Job): JobResult {
  const face = {
    index: 1,
    box: { x: 10, y: 20, width: 100, height: 130 },
    pose: { yaw: 4, pitch: -2, roll: 1 },
    openEyes: true,
    openMouth: false,
    obstacle: null,
  };
  return { clip: `clip-of-${job.id}`, face: job.face ?? 1, faces: [face] };
}

let made = 0;

/** A job of a user, each of another photo and in the user's own chat unless told otherwise. */
export function jobOf(user: string, changes: Partial<Job> = {}): Job {
  made += 1;
  return {
    id: `test-${made}`,
    platform: "test",
    user: `test:${user}`,
    chat: `test:chat-of-${user}`,
    photo: `photo-${made}`,
    face: null,
    framing: "portrait",
    gesture: "nostalgia",
    strength: 1,
    maxBytes: null,
    engine: "mesh",
    locale: "en",
    address: { message: made },
    createdAt: Date.UTC(2026, 0, 1),
    ...changes,
  };
}
