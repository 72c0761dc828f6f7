import type { Clock } from "../../clock.ts";
import type { Job } from "../contract/job.ts";
import type { FairLine } from "./line.ts";

const TELL_EVERY_MS = 1000;

/** Tells waiting jobs their place when it has changed, all in one pass and at most once a second. */
export class PlaceTeller {
  #places = new Map<string, number>();
  #callOff: (() => void) | null = null;

  constructor(
    private readonly line: FairLine,
    private readonly tell: (job: Job, place: number) => void,
    private readonly clock: Clock,
  ) {}

  /** The one who asked knows this place already. */
  told(id: string, place: number): void {
    this.#places.set(id, place);
  }

  /** The line has changed. */
  changed(): void {
    this.#callOff ??= this.clock.after(TELL_EVERY_MS, () => {
      this.#callOff = null;
      this.#pass();
    });
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #pass(): void {
    const before = this.#places;
    this.#places = new Map();
    this.line.order().forEach((job, index) => {
      this.#places.set(job.id, index + 1);
      if (before.get(job.id) !== index + 1) this.tell(job, index + 1);
    });
  }
}
