/**
 * How an answer can be missing on any platform. `drop`: the connection ends without one; `dropAfter`: so it does, but the call
 * was done.
 */
export type BrokenAnswer =
  | { readonly kind: "html"; readonly status: number }
  | { readonly kind: "drop" | "dropAfter" | "hang" };

/** Failures that are to happen, in order: of calls, by their name, and of downloads. */
export class Script<Failure, FileFailure> {
  readonly #calls: { readonly call: string; readonly failure: Failure; left: number }[] = [];
  readonly #files: FileFailure[] = [];

  /** The next `times` calls of this name fail. */
  fail(call: string, failure: Failure, times = 1): void {
    this.#calls.push({ call, failure, left: times });
  }

  failFile(failure: FileFailure, times = 1): void {
    for (let i = 0; i < times; i++) this.#files.push(failure);
  }

  nextFor(call: string): Failure | null {
    const entry = this.#calls.find((one) => one.call === call && one.left > 0);
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.failure;
  }

  nextFile(): FileFailure | null {
    return this.#files.shift() ?? null;
  }

  /** Downloads that are still to fail. */
  get filesLeft(): number {
    return this.#files.length;
  }

  clear(): void {
    this.#calls.length = 0;
    this.#files.length = 0;
  }
}
