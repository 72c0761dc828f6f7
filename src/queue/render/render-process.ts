import type { Order } from "./messages.ts";
import { WorkerProcess, type WorkerProcessOptions } from "./process.ts";
import { photoOf } from "./purpose.ts";
import type { CarriedOut, TaskOptions } from "./studio-by-orders.ts";

/** A process keeps about so many photos in its memory. */
const REMEMBERED = 8;

/** A render process, and which photos it was given: one order at a time, with a crash rejected at once. */
export class RenderProcess {
  readonly #process: WorkerProcess;
  /** Ids of photos, the last one first. */
  #remembered: readonly string[] = [];

  constructor(options: WorkerProcessOptions) {
    this.#process = new WorkerProcess(options);
  }

  /** False once it has died, was ended, or threw something unexpected: then another one should do the next job. */
  get usable(): boolean {
    return this.#process.usable;
  }

  /** Resident memory after the last job in bytes. */
  get memory(): number {
    return this.#process.memory;
  }

  /** Carries one order out, which is about what is `given`. Rejects as `Studio` does. */
  async perform(order: Order, given: Uint8Array, options: TaskOptions): Promise<CarriedOut> {
    const photo = photoOf(order);
    if (photo !== undefined) this.#remember(photo);
    return this.#process.perform(order, given, options);
  }

  /** Whether the photo with this id is among those that it was given last. */
  remembers(photo: string): boolean {
    return this.#remembered.includes(photo);
  }

  /** Has it drop what it keeps of photos. */
  forget(photos: readonly string[]): void {
    this.#remembered = this.#remembered.filter((id) => !photos.includes(id));
    void this.#process.tell({ kind: "forget", photos });
  }

  /** Ends the process at once, and whatever it started; resolves when it is gone. */
  async end(): Promise<void> {
    return this.#process.end();
  }

  #remember(photo: string): void {
    this.#remembered = [photo, ...this.#remembered.filter((other) => other !== photo)].slice(0, REMEMBERED);
  }
}
