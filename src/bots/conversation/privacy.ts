import type { Texts } from "../../texts/texts.ts";
import type { Context } from "./context.ts";

/** How the operator can be reached. */
export function contactLine({ policy: { operatorContact: contact } }: Pick<Context, "policy">, texts: Texts): string {
  return contact === undefined ? texts.say("privacy-no-contact") : texts.say("privacy-contact", { contact });
}

/** What is kept, and who keeps it. */
export function privacyText(context: Pick<Context, "policy">, texts: Texts): string {
  const { retentionHours } = context.policy;
  // No hours are for ever.
  const hours = Number.isFinite(retentionHours) ? retentionHours : 0;
  return `${texts.say("privacy", { hours })}\n\n${contactLine(context, texts)}`;
}
