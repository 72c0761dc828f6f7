import type { Look, LookOptions } from "../../queue/contract/studio.ts";
import type { Context } from "./context.ts";
import { InTurn } from "./in-turn.ts";

/** Looks at photos, one at a time for each person: who sends a hundred keeps nobody else waiting for more than one look. */
export class Looks {
  readonly #turns = new InTurn();

  constructor(private readonly context: Pick<Context, "studio" | "policy">) {}

  /** As `Studio.look`. */
  async look(person: string, photo: Uint8Array, options: Pick<LookOptions, "strip" | "near">): Promise<Look> {
    const { studio, policy } = this.context;
    return this.#turns.take(person, async () => studio.look(photo, { engine: policy.engine, ...options }));
  }
}
