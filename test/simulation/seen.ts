import type { ChatRef } from "../../src/bots/port/chat-port.ts";
import type { Asked } from "./asked.ts";
import type { SimulatedPlatform } from "./platform.ts";
import type { World } from "./world.ts";

/** What can be seen of a world from outside. */
export interface Seen {
  readonly world: World;
  /** Everybody's name. */
  readonly names: readonly string[];
}

/** Something that must be true of every world; says in words where it is not. Its name is the invariant's. */
export type Invariant = (seen: Seen) => readonly string[];

/** Whoever blocks the bot keeps what it said last. */
export function wasClosed(world: World, chat: ChatRef): boolean {
  return world.asked.some(({ event }) => event.kind === "gone" && event.chat.id === chat.id);
}

export function platformOf(world: World, { event }: Asked): SimulatedPlatform {
  const platform = world.platforms.find(({ name }) => name === event.chat.platform);
  if (platform === undefined) throw new Error(`no ${event.chat.platform}`);
  return platform;
}
