/** What goes wrong with a call. `drop`: the connection ends without an answer; `dropAfter`: so it does, but the call was done. */
export type Failure =
  | { readonly kind: "refuse"; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: "flood"; readonly seconds: number; readonly global?: boolean }
  | { readonly kind: "html"; readonly status: number }
  | { readonly kind: "drop" | "dropAfter" | "hang" };

/** What goes wrong with a download. */
export type FileFailure =
  | { readonly kind: "refuse"; readonly status: number }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "cut" };

/** Failures that are to happen, in order. */
export class Script {
  readonly #calls: { readonly route: string; readonly failure: Failure; left: number }[] = [];
  readonly #files: FileFailure[] = [];

  /** The next `times` calls of a route fail; routes have the names of `ROUTES`. */
  fail(route: string, failure: Failure, times = 1): void {
    this.#calls.push({ route, failure, left: times });
  }

  failFile(failure: FileFailure): void {
    this.#files.push(failure);
  }

  nextFor(route: string): Failure | null {
    const entry = this.#calls.find((one) => one.route === route && one.left > 0);
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.failure;
  }

  nextFile(): FileFailure | null {
    return this.#files.shift() ?? null;
  }
}

export const unknownInteraction: Failure = { kind: "refuse", status: 404, code: 10062, message: "Unknown interaction" };
