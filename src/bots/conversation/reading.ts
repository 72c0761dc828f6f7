import { type Context, textsOf } from "./context.ts";
import type { Speaker } from "./fact-finder.ts";
import { contactLine } from "./privacy.ts";

/** What can be read without asking; each of one paragraph or several. */
export interface Reading {
  readonly help: string;
  readonly privacy: string;
  /** How the operator can be reached. */
  readonly contact: string;
  /** What everybody should know of clips. */
  readonly rules: string;
}

/** What somebody can read, in their language. */
export function readingFor(context: Pick<Context, "policy">, asker: Speaker): Reading {
  const texts = textsOf(asker);
  const privacy = texts.say("privacy", { hours: context.policy.retentionHours });
  return { help: texts.say("help"), privacy, contact: contactLine(context, texts), rules: texts.say("consent") };
}
