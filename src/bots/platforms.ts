import type { Config } from "../config.ts";
import type { GestureBook } from "./conversation/gestures.ts";
import { DiscordAdapter } from "./discord/adapter.ts";
import type { Adapter, AdapterParts } from "./port/adapter.ts";
import { TelegramAdapter } from "./telegram/adapter.ts";
import { WebAdapter, type WebParts } from "./web/adapter.ts";

/** What adapters are made of. Much of it only the page needs: its history lies with us, and it shows the operator how all is going. */
export type PlatformParts = AdapterParts &
  Omit<WebParts, keyof AdapterParts | "config"> & { readonly gestures: GestureBook };

/** Every platform there is, each for its part of the settings; undefined when they do not name it. */
const PLATFORMS: readonly ((config: Config, parts: PlatformParts) => Adapter | undefined)[] = [
  ({ web }, parts) => web && new WebAdapter({ ...parts, config: web }),
  ({ telegram }, parts) => telegram && new TelegramAdapter({ ...parts, config: telegram }),
  ({ discord }, parts) => discord && new DiscordAdapter({ ...parts, config: discord }),
];

/** The platforms that the settings name. */
export function adaptersOf(config: Config, parts: PlatformParts): readonly Adapter[] {
  return PLATFORMS.map((open) => open(config, parts)).filter((adapter) => adapter !== undefined);
}
