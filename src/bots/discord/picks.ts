import { type APIInteraction, type APIMessageTopLevelComponent, ComponentType } from "discord.js";
import type { Clock } from "../../clock.ts";
import { localeOf } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import { type Choosing, personOf } from "./interactions.ts";

/** The list can be used as long as the message that shows it can be changed. */
const LIFETIME_MS = 15 * 60_000;
const IN_A_LIST = 25;
const LABEL = 100;

interface Pick {
  readonly choosing: Choosing;
  readonly asked: APIInteraction;
}

/** Messages with several pictures, of which somebody is choosing one. In memory: their addresses expire anyway. */
export class Picks {
  readonly #open = new Map<string, Pick>();

  constructor(private readonly clock: Clock) {}

  /** Remembers the pictures, and gives the message that asks which one is meant. */
  ask(asked: APIInteraction, choosing: Choosing, language: string | undefined) {
    this.#open.set(asked.id, { choosing, asked });
    this.clock.after(LIFETIME_MS, () => this.#open.delete(asked.id));
    const { say } = textsFor(localeOf(language), "discord");
    const options = choosing.pictures.slice(0, IN_A_LIST).map(({ filename }, index) => ({
      label: say("pick-number", { number: index + 1 }),
      description: filename.slice(0, LABEL),
      value: String(index),
    }));
    const list = { type: ComponentType.StringSelect, custom_id: `pick:${asked.id}`, options } as const;
    const components: APIMessageTopLevelComponent[] = [{ type: ComponentType.ActionRow, components: [list] }];
    return { content: say("pick-picture"), components };
  }

  /** What was asked of this person, once; null when that is too long ago, or when somebody else was asked. */
  take(asked: string, person: string): Pick | null {
    const pick = this.#open.get(asked);
    if (pick === undefined || personOf(pick.asked).id !== person) return null;
    this.#open.delete(asked);
    return pick;
  }
}
