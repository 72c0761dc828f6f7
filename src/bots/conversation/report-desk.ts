import type { ChatEvent } from "../port/chat-event.ts";
import { type ChatRef, chatKey, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";
import { reportKeyboard } from "./keyboard.ts";
import { tellOperators } from "./operators.ts";
import { Reports } from "./reports.ts";

/** Passes reports on to the operators. */
export class ReportDesk {
  readonly #reports: Reports;

  constructor(private readonly context: Context) {
    this.#reports = new Reports(() => context.clock.now());
  }

  /** Forgets who reported what. */
  forget(person: string): void {
    this.#reports.forget(person);
  }

  /** Takes a report, and thanks for it; or says why it is not taken. */
  async take(event: ChatEvent, { place, message, photo }: Extract<Effect, { do: "report" }>): Promise<void> {
    const { policy, log } = this.context;
    const texts = textsOf(event);
    const { chat } = event;
    const verdict = this.#reports.take(personKey(chat, event.from), `${chatKey(chat)} ${message}`);
    if (verdict.kind !== "taken") {
      const text =
        verdict.kind === "again" ? texts.say("report-again") : texts.say("report-enough", { minutes: verdict.minutes });
      await portOf(this.context, chat).say(place, { text, onlyFor: event.from.id });
      return;
    }
    log.warn({ event: event.id, photo }, "a clip was reported");
    const told = await this.#tellOperators(event.chat, message, photo);
    const contact = policy.operatorContact;
    const thanks = told
      ? texts.say("report-thanks")
      : contact === undefined
        ? texts.say("report-noted")
        : texts.say("report-contact", { contact });
    await portOf(this.context, event.chat).say(place, { text: thanks, onlyFor: event.from.id });
  }

  async #tellOperators(chat: ChatRef, message: string, photo: string | null): Promise<boolean> {
    const where = { chat: chat.id, message };
    if (photo === null) {
      return tellOperators(this.context, chat, { key: "report-operator-unknown", params: where }, () => []);
    }
    const text = { key: "report-operator", params: { ...where, photo } } as const;
    return tellOperators(this.context, chat, text, (texts) => reportKeyboard(photo, texts));
  }
}
