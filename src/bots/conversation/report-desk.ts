import { ENGLISH } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError, type ChatRef, chatKey, personKey } from "../port/chat-port.ts";
import { type Context, idsOn, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";
import { reportKeyboard } from "./keyboard.ts";
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
      await portOf(this.context, chat).say(place, { text });
      return;
    }
    log.warn({ event: event.id, photo }, "a clip was reported");
    const told = await this.#tellAdmins(event.chat, message, photo);
    const contact = policy.operatorContact;
    const thanks = told
      ? texts.say("report-thanks")
      : contact === undefined
        ? texts.say("report-noted")
        : texts.say("report-contact", { contact });
    await portOf(this.context, event.chat).say(place, { text: thanks });
  }

  /** Writes to the operators on the platform where the report was made; false when that reached none of them. */
  async #tellAdmins(chat: ChatRef, message: string, photo: string | null): Promise<boolean> {
    const texts = textsFor(ENGLISH, chat.platform);
    const where = { chat: chat.id, message };
    const text =
      photo === null ? texts.say("report-operator-unknown", where) : texts.say("report-operator", { ...where, photo });
    let told = false;
    for (const id of idsOn(this.context.policy.admins, chat.platform)) {
      const keyboard = photo === null ? [] : reportKeyboard(photo, texts);
      await portOf(this.context, chat)
        .say({ chat: { platform: chat.platform, id, group: false } }, { text, keyboard })
        .then(() => {
          told = true;
        })
        .catch((error: unknown) => {
          if (!(error instanceof ChatError)) throw error;
          this.context.log.warn({ reason: error.message }, "a report did not reach an operator");
        });
    }
    return told;
  }
}
