import type { Job } from "../contract/job.ts";

/** When a round has had so many turns, newcomers join the next one. */
const OPEN_TURNS = 20;

interface Place {
  readonly job: Job;
  readonly round: number;
}

/**
 * The waiting jobs, in rounds: in each round every user has one turn (start-time fair queueing: Goyal, Vin and Cheng 1996,
 * with jobs of equal length). A job joins the round now under way, or the one after its user's last turn if that is later. So
 * whoever has many jobs, or has just had one done, lets newcomers go first. A round takes newcomers in for its
 * first turns only, and so comes to an end: nobody waits longer than the round under way and one more for each of their own jobs
 * ahead, however long new people keep coming.
 */
export class FairLine {
  /** Sorted by round, then by arrival. */
  readonly #places: Place[] = [];
  /** The round of each user's last turn, where that still matters. */
  readonly #served = new Map<string, number>();
  #round = 0;
  /** Turns that the round under way has had. */
  #turns = 0;

  get size(): number {
    return this.#places.length;
  }

  add(job: Job): void {
    const own = this.#places.findLast((place) => place.job.user === job.user)?.round ?? this.#served.get(job.user);
    const open = this.#round + (this.#turns < OPEN_TURNS ? 0 : 1);
    const round = own === undefined ? open : Math.max(this.#round, own + 1);
    const before = this.#places.findLastIndex((place) => place.round <= round);
    this.#places.splice(before + 1, 0, { job, round });
  }

  /** Takes out the job whose turn it is; users for whom `busy` is true are passed over and keep their place. */
  next(busy: (user: string) => boolean): Job | undefined {
    const index = this.#places.findIndex((place) => !busy(place.job.user));
    const [place] = index < 0 ? [] : this.#places.splice(index, 1);
    if (place === undefined) return undefined;
    if (place.round > this.#round) this.#begin(place.round);
    this.#served.set(place.job.user, place.round);
    this.#turns += 1;
    return place.job;
  }

  /** Nothing waits and nothing runs: from here on everybody is new. */
  beginAnew(): void {
    if (this.size > 0) return;
    this.#begin(0);
    this.#served.clear();
  }

  /** Takes out the jobs that match, and returns them. */
  remove(matches: (job: Job) => boolean): Job[] {
    const removed = this.order().filter(matches);
    for (const job of removed) {
      this.#places.splice(
        this.#places.findIndex((place) => place.job === job),
        1,
      );
    }
    return removed;
  }

  /** All waiting jobs in the order of their turns, if nobody else comes and nobody is busy. */
  order(): Job[] {
    return this.#places.map((place) => place.job);
  }

  /** A job's place in `order`, 1 is next; 0 when it is not in line. */
  placeOf(id: string): number {
    return this.#places.findIndex((place) => place.job.id === id) + 1;
  }

  #begin(round: number): void {
    this.#round = round;
    this.#turns = 0;
    for (const [user, served] of this.#served) if (served < round) this.#served.delete(user);
  }
}
