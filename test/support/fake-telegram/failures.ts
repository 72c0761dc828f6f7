/** What goes wrong with a call. `drop`: the connection ends without an answer; `dropAfter`: so it does, but the call was done. */
export type Failure =
  | { readonly kind: "refuse"; readonly status: number; readonly description: string; readonly retryAfter?: number }
  | { readonly kind: "html"; readonly status: number }
  | { readonly kind: "drop" }
  | { readonly kind: "dropAfter" }
  | { readonly kind: "hang" };

/** What goes wrong with a download: `cut`: it ends half way; `stall`: it stops half way and stays open. */
export type FileFailure =
  | { readonly kind: "refuse"; readonly status: number }
  | { readonly kind: "drop" | "cut" | "stall" }
  | { readonly kind: "slow"; readonly pieces: number; readonly everyMs: number };

/** Failures that are to happen, in order. */
export class Script {
  readonly #calls: { readonly method: string; readonly failure: Failure; left: number }[] = [];
  readonly #files: FileFailure[] = [];

  /** The next `times` calls of a method fail. */
  fail(method: string, failure: Failure, times = 1): void {
    this.#calls.push({ method, failure, left: times });
  }

  failFile(failure: FileFailure, times = 1): void {
    for (let i = 0; i < times; i++) this.#files.push(failure);
  }

  nextFor(method: string): Failure | null {
    const entry = this.#calls.find((one) => one.method === method && one.left > 0);
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

export const flood = (seconds: number): Failure => ({
  kind: "refuse",
  status: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  retryAfter: seconds,
});

export const blockedByUser: Failure = {
  kind: "refuse",
  status: 403,
  description: "Forbidden: bot was blocked by the user",
};

export const badGateway: Failure = { kind: "html", status: 502 };
