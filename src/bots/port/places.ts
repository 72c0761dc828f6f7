/** Gives a place back. Harmless when called twice. */
export type Leave = () => void;

/** How many there may be at once, of places or of those who wait for one. */
export interface PlacesLimits {
  /** In all. */
  readonly all: number;
  /** Of one person. */
  readonly each: number;
}

/** Places that are few. Whoever finds none waits for one in order of arrival, so that nobody is shut out by others. */
export class Places {
  readonly #taken = new Map<string, number>();
  readonly #waiting: { readonly who: string; readonly enter: () => void }[] = [];
  readonly #limits: PlacesLimits;
  #count = 0;

  constructor(limits: PlacesLimits) {
    this.#limits = limits;
  }

  /** Whether `who` would have to wait, and as many wait already as may, in all or of them. */
  isCrowded(who: string, most: PlacesLimits): boolean {
    return (this.waiting(who) >= most.each || this.waiting() >= most.all) && !this.isFree(who);
  }

  /** How many wait for a place, in all or of one person. */
  waiting(who?: string): number {
    return who === undefined ? this.#waiting.length : this.#waiting.filter((other) => other.who === who).length;
  }

  /** Whether `who` would have a place at once. */
  isFree(who: string): boolean {
    return this.#count < this.#limits.all && (this.#taken.get(who) ?? 0) < this.#limits.each;
  }

  /** Resolves when `who` has a place, with the way to leave it. */
  async take(who: string): Promise<Leave> {
    if (this.isFree(who)) this.#sit(who);
    else await new Promise<void>((enter) => this.#waiting.push({ who, enter }));
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(who);
    };
  }

  #sit(who: string): void {
    this.#count += 1;
    this.#taken.set(who, (this.#taken.get(who) ?? 0) + 1);
  }

  #leave(who: string): void {
    this.#count -= 1;
    const left = (this.#taken.get(who) ?? 1) - 1;
    if (left === 0) this.#taken.delete(who);
    else this.#taken.set(who, left);
    const next = this.#waiting.findIndex((other) => this.isFree(other.who));
    const [entering] = next < 0 ? [] : this.#waiting.splice(next, 1);
    if (entering === undefined) return;
    this.#sit(entering.who);
    entering.enter();
  }
}
