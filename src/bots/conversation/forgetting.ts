import type { Delivery } from "../../store/record-types.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { type Place, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import { notesOf } from "./notes.ts";
import { statusesOf, unsay } from "./unsaying.ts";

/** What is known of people in memory only, by their names as `personKey` makes them. */
interface Memory {
  forget(person: string): void;
}

/** Forgets people who ask for it. */
export class Forgetting {
  constructor(
    private readonly context: Context,
    private readonly memories: readonly Memory[],
  ) {}

  /** Removes what is kept of somebody and what we said to them, and tells them of it. */
  async forget(event: ChatEvent, place: Place): Promise<void> {
    const notes = notesOf(await this.context.journal.get(event.id));
    // Once: what came in since is served, also when a platform out of reach or a restart makes us begin anew.
    const { photos, said } = notes.forgot ?? (await this.#forgetAll(event, notes.unsaid ?? []));
    const texts = textsOf(event);
    const port = portOf(this.context, event.chat);
    await port.clear?.(event.chat);
    let left = 0;
    try {
      await port.say(place, { text: texts.say("forget-done", { photos }) });
    } finally {
      // Whether they can be told or not.
      left = await unsay(this.context, event, said);
    }
    if (left > 0) await port.say(place, { text: texts.say("forget-also", { left }) });
    port.forget?.(event.from.id);
  }

  /** Removes all that is kept; resolves with how many photos that was, and which messages are still to be removed. */
  async #forgetAll(event: ChatEvent, before: readonly Delivery[]) {
    const person = personKey(event.chat, event.from);
    const { journal, store } = this.context;
    const known = before.concat(await store.deliveries.ofUser(person), await statusesOf(this.context, person));
    // A process that ends in the middle goes on with it at the next start.
    await journal.note(event.id, { unsaid: known });
    // In one turn: what comes in afterwards is served, and what is still under way finds that nobody waits for it.
    const [, late, removed] = await Promise.all([
      journal.forget(person, event.id),
      store.deliveries.ofUser(person),
      this.context.forget(person),
    ]);
    for (const memory of this.memories) memory.forget(person);
    const forgot = { photos: removed.photos, said: merged(known, late) };
    await journal.note(event.id, { forgot, unsaid: null });
    return forgot;
  }
}

/** Each message once. */
function merged(one: readonly Delivery[], other: readonly Delivery[]): readonly Delivery[] {
  const key = ({ platform, chat, message }: Delivery): string => `${platform} ${chat} ${message}`;
  return [...new Map([...one, ...other].map((delivery) => [key(delivery), delivery])).values()];
}
