import { UserError } from "../../errors.ts";
import { isOurs, type Marks } from "../../pipeline/verify/marks.ts";
import { type Text, write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";

/** Tells people whether a picture or a video bears our marks; nothing of it is kept. A person asks about one at a time. */
export class Verifying {
  readonly #asking = new Set<string>();

  constructor(private readonly context: Context) {}

  async answer(event: ChatEvent, { place, file }: Extract<Effect, { do: "verify" }>): Promise<void> {
    const port = portOf(this.context, event.chat);
    const tell = async (text: Text): Promise<void> =>
      port.say(place, { text: write(textsOf(event), text), onlyFor: event.from.id }).then(() => undefined);
    const person = personKey(event.chat, event.from);
    if (this.#asking.has(person)) return tell({ key: "press-already", params: {} });
    this.#asking.add(person);
    const stop = port.busy(event.chat, "looking");
    try {
      const bytes = await port.download(file, { maxBytes: port.maxPhotoBytes });
      await tell({ key: wordsFor(await this.context.studio.verify(bytes, {})), params: {} });
    } catch (error) {
      await tell(this.#why(error));
    } finally {
      stop();
      this.#asking.delete(person);
    }
  }

  /** What to say about it. What a platform out of reach keeps from being said is tried again with the event. */
  #why(error: unknown): Text {
    if (error instanceof ChatError && (error.code === "unreachable" || error.code === "gone")) throw error;
    this.context.log.warn({ err: error }, "a file could not be searched for marks");
    if (error instanceof UserError && error.code === "fileTooLarge") return { key: "verify-too-large", params: {} };
    return { key: error instanceof ChatError ? "verify-too-large" : "verify-failed", params: {} };
  }
}

function wordsFor(marks: Marks): "verify-found" | "verify-not-found" | "verify-unreadable" {
  if (isOurs(marks)) return "verify-found";
  return marks.watermark === null ? "verify-unreadable" : "verify-not-found";
}
