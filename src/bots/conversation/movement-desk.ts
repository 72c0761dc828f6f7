import { type Keeping, MOST_MOVEMENTS } from "../../store/movements.ts";
import { type Text, write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";
import { movementName } from "./movement-name.ts";

/** Keeps movements for those who want them again. */
export class MovementDesk {
  constructor(private readonly context: Context) {}

  /** Keeps the movement of a clip for whoever sent the video. */
  async keep(event: ChatEvent, effect: Extract<Effect, { do: "keepMovement" }>): Promise<void> {
    const { gesture, place, press } = effect;
    const { movements } = this.context.store;
    const owner = personKey(event.chat, event.from);
    const texts = textsOf(event);
    const kept = await movements.keptOf(owner);
    const given = movementName(effect.title);
    const title =
      given ??
      kept.find((one) => one.gesture === gesture)?.title ??
      freeName(kept, (number) => texts.say("movement-number", { number }));
    const text = keepingText(await movements.keep(gesture, owner, title), title, given !== null);
    const port = portOf(this.context, event.chat);
    if (press === undefined) await port.say(place, { text: write(texts, text), onlyFor: event.from.id });
    else await port.answer(press, write(texts, text));
  }

  /** Deletes a movement that somebody keeps. */
  async drop(event: ChatEvent, { press, gesture }: Extract<Effect, { do: "dropMovement" }>): Promise<void> {
    const dropped = await this.context.store.movements.drop(gesture, personKey(event.chat, event.from));
    const key = dropped ? "movement-dropped" : "movement-gone";
    await portOf(this.context, event.chat).answer(press, textsOf(event).say(key));
  }
}

function keepingText(came: Keeping, title: string, named: boolean): Text {
  if (came === "kept") return { key: named ? "movement-named" : "movement-kept", params: { title } };
  if (came === "full") return { key: "movement-full", params: { limit: MOST_MOVEMENTS } };
  return { key: came === "gone" ? "movement-gone" : "movement-not-yours", params: {} };
}

/** The first of the numbered names that is not taken. */
function freeName(kept: readonly { readonly title: string }[], nameOf: (number: number) => string): string {
  for (let number = 1; ; number++) if (kept.every(({ title }) => title !== nameOf(number))) return nameOf(number);
}
