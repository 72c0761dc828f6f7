import { type APIApplicationCommand, ApplicationCommandType, Routes } from "discord.js";
import type { DiscordApi } from "./api.ts";
import type { CommandLinks } from "./command-links.ts";
import { commandsFor, type Installs } from "./commands.ts";

export interface Registration {
  readonly api: DiscordApi;
  readonly application: string;
  readonly installs: Installs;
  readonly links: CommandLinks;
}

/** Tells Discord our commands, if it does not know them as they are: it allows few changes a day. */
export async function registerCommands({ api, application, installs, links }: Registration): Promise<void> {
  const route = Routes.applicationCommands(application);
  const query = new URLSearchParams({ with_localizations: "true" });
  const ours = commandsFor(installs);
  let known = (await api.call({ method: "GET", route, what: "read commands", query })) as APIApplicationCommand[];
  const same =
    known.length === ours.length &&
    ours.every((command) => known.some((other) => isNamed(other, command) && says(other, command)));
  if (!same) known = (await api.call({ method: "PUT", route, what: "set commands", body: ours })) as typeof known;
  links.know(
    new Map(known.filter(({ type }) => type === ApplicationCommandType.ChatInput).map(({ name, id }) => [name, id])),
  );
}

interface Named {
  readonly type?: number | undefined;
  readonly name: string;
}

function isNamed(one: Named, other: Named): boolean {
  return one.name === other.name && one.type === other.type;
}

/** Whether Discord's version says what ours says. It adds fields of its own, leaves out empty ones, and keeps its own order. */
function says(theirs: unknown, ours: unknown): boolean {
  if (typeof ours !== "object" || ours === null) return (theirs ?? undefined) === (ours ?? undefined);
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || theirs.length !== ours.length) return false;
    const plain = ours.every((item) => typeof item !== "object");
    return plain
      ? ours.every((item) => theirs.includes(item))
      : ours.every((item: unknown, index) => says(theirs[index], item));
  }
  if (typeof theirs !== "object" || theirs === null) return false;
  const held = theirs as Readonly<Record<string, unknown>>;
  const extra =
    "options" in held && !("options" in ours) && Array.isArray(held["options"]) && held["options"].length > 0;
  return !extra && Object.entries(ours).every(([name, value]) => says(held[name], value));
}
