import type { Look } from "../../queue/contract/studio.ts";
import type { Context } from "./context.ts";

/** Looks at photos, one at a time for each person: who sends a hundred keeps nobody else waiting for more than one look. */
export class Looks {
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(private readonly context: Pick<Context, "studio" | "policy">) {}

  /** As `Studio.look`; `strip` asks for the faces' strip. */
  async look(person: string, photo: Uint8Array, strip: boolean): Promise<Look> {
    const before = this.#last.get(person);
    const { studio, policy } = this.context;
    const looking = (before ?? Promise.resolve()).then(async () =>
      studio.look(photo, { engine: policy.engine, strip }),
    );
    const settled = looking.catch(() => undefined);
    this.#last.set(person, settled);
    try {
      return await looking;
    } finally {
      if (this.#last.get(person) === settled) this.#last.delete(person);
    }
  }
}
