import { chatKey, type MessageRef } from "../port/chat-port.ts";
import { type Context, portOf } from "./context.ts";
import { InTurn } from "./in-turn.ts";

/** The marks on people's messages that say that they were seen, on platforms that have such. */
export class SeenMarks {
  /** What is quickly answered is not to be marked after its mark was taken away. */
  readonly #turns = new InTurn();

  constructor(private readonly context: Pick<Context, "ports">) {}

  /** Marks a message; resolves with whether that could be done, or undefined where the platform has no marks. Never rejects. */
  async put(message: MessageRef): Promise<boolean | undefined> {
    return this.#change(message, true);
  }

  /** The message has been answered. Never rejects. */
  async remove(message: MessageRef): Promise<void> {
    await this.#change(message, false);
  }

  async #change(message: MessageRef, seen: boolean): Promise<boolean | undefined> {
    const port = portOf(this.context, message.chat);
    if (port.react === undefined) return undefined;
    return this.#turns.take(`${chatKey(message.chat)} ${message.id}`, async () => port.react?.(message, seen));
  }
}
