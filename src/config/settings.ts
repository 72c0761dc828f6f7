import { z } from "zod";
import { DEFAULT_ENGINE, ENGINE_NAMES } from "../pipeline/request.ts";
import { MARK_CORNERS } from "../pipeline/types.ts";
import {
  address,
  apiServer,
  count,
  hoursOrNever,
  optionalText,
  orAbsent,
  origins,
  partyList,
  port,
  proxies,
  secret,
  size,
  workerKey,
} from "./setting-shapes.ts";

/** Every setting by its name, and what it may be. */
export const settingsSchema = z.object({
  /** Path of an ffmpeg that has libx264; without it the one on PATH, else the one that is installed with Keepsake. */
  FFMPEG_PATH: optionalText,
  /** Folder whose names are looked up for programs, as the operating system gives it. */
  PATH: optionalText,
  TELEGRAM_BOT_TOKEN: orAbsent(
    z
      .string()
      .regex(/^\d+:[\w-]{30,}$/, "must look like 123456789:AA…, as @BotFather gives it")
      .optional(),
  ),
  TELEGRAM_API_ROOT: apiServer("a Bot API server"),
  TELEGRAM_FILES: optionalText,
  TELEGRAM_WEBHOOK_URL: address(/^https$/, "the https address at which Telegram can reach this bot"),
  TELEGRAM_WEBHOOK_PORT: count(8443, 0, 65535),
  TELEGRAM_WEBHOOK_HOST: orAbsent(z.string().default("127.0.0.1")),
  DISCORD_TOKEN: orAbsent(
    z
      .string()
      .regex(/^[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}$/, "must be a bot's token, as the Developer Portal gives it")
      .optional(),
  ),
  DISCORD_SHARDS: orAbsent(
    z.union([z.literal("auto"), z.coerce.number().int().min(1).max(1000)], "must be auto or a number").default("auto"),
  ),
  DISCORD_CLIPS: orAbsent(z.enum(["webp", "mp4", "both"], "must be webp, mp4 or both").default("webp")),
  DISCORD_API_ROOT: apiServer("Discord's API"),
  DISCORD_CDN: origins,
  WEB_PORT: port,
  WEB_HOST: orAbsent(z.string().default("127.0.0.1")),
  WEB_URL: address(/^https?$/, "the http or https address at which people reach the page"),
  TRUSTED_PROXIES: proxies,
  WEB_SECRET: secret,
  ADMIN_SECRET: secret,
  ALLOWED_CHATS: partyList,
  ADMINS: partyList,
  OPERATOR_CONTACT: optionalText,
  RETENTION_HOURS: hoursOrNever(24, 8760),
  CLIPS_PER_USER_PER_HOUR: count(30, 1, 10_000),
  QUEUE_LENGTH: count(100, 1, 100_000),
  RENDERERS: count(2, 0, 64),
  REDIS_URL: address(/^rediss?$/, "the address of a Redis or Valkey, such as redis://10.0.0.5:6379"),
  WORKER_KEY: workerKey,
  ENHANCE: orAbsent(z.enum(["auto", "off"], "must be auto or off").default("auto")),
  ENGINE: orAbsent(z.enum(ENGINE_NAMES, `must be one of: ${ENGINE_NAMES.join(", ")}`).default(DEFAULT_ENGINE)),
  DATA_DIR: orAbsent(z.string().default("data")),
  DATA_LIMIT: size("5 GB"),
  DATA_KEY: optionalText,
  MARK_CORNER: orAbsent(z.enum(MARK_CORNERS, `must be one of: ${MARK_CORNERS.join(", ")}`).optional()),
  C2PA_CERT: optionalText,
  C2PA_KEY: optionalText,
  LOG_LEVEL: orAbsent(
    z.enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent").default("info"),
  ),
});

/** What the settings say, each by itself. */
export type SettingValues = z.infer<typeof settingsSchema>;
