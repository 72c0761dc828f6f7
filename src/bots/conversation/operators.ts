import { ENGLISH } from "../../texts/locales.ts";
import { type Text, type Texts, textsFor, write } from "../../texts/texts.ts";
import { ChatError, type ChatRef, type Keyboard } from "../port/chat-port.ts";
import { type Context, idsOn, portOf } from "./context.ts";

/** Writes to the operators on a chat's platform, in English; false when that reached none of them. */
export async function tellOperators(
  context: Context,
  { platform }: ChatRef,
  text: Text,
  keyboard: (texts: Texts) => Keyboard,
): Promise<boolean> {
  const texts = textsFor(ENGLISH, platform);
  let told = false;
  for (const id of idsOn(context.policy.admins, platform)) {
    const chat = { platform, id, group: false };
    await portOf(context, chat)
      .say({ chat }, { text: write(texts, text), keyboard: keyboard(texts) })
      .then(() => {
        told = true;
      })
      .catch((error: unknown) => {
        if (!(error instanceof ChatError)) throw error;
        context.log.warn({ reason: error.message }, "a word did not reach an operator");
      });
  }
  return told;
}
