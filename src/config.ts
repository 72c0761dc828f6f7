import { resolve } from "node:path";
import { readSecretFiles } from "./config/secret-files.ts";
import { type SettingValues, settingsSchema } from "./config/settings.ts";
import { readEnvironment } from "./environment.ts";
import type { EngineName } from "./pipeline/request.ts";
import type { MarkCorner } from "./pipeline/types.ts";

/** What the Telegram bot needs. */
export interface TelegramConfig {
  readonly token: string;
  /** The Bot API server, without a slash at the end. */
  readonly apiRoot: string;
  /** An own server has no limit for downloads. */
  readonly ownServer: boolean;
  /** The folder in which a server in local mode keeps its files; without it none of them is read from the disk. */
  readonly filesFolder?: string | undefined;
  /** Where Telegram delivers updates; without it the bot asks for them. */
  readonly webhook: { readonly url: string; readonly port: number; readonly host: string } | undefined;
}

/** What the Discord bot needs. */
export interface DiscordConfig {
  readonly token: string;
  /** Discord's REST API, without a version and without a slash at the end; it says where the gateway is. */
  readonly apiRoot: string;
  /** Origins that attachments may come from. */
  readonly cdn: readonly string[];
  /** Whether clips are posted as pictures that loop by themselves, as videos that have to be started, or as both. */
  readonly clips: "webp" | "mp4" | "both";
  /** Gateway connections, or `auto` for as many as Discord recommends. */
  readonly shards: number | "auto";
}

/** What the chat page needs. */
export interface WebConfig {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where people reach it, as an origin such as `https://photos.example`, when that is not host and port. */
  readonly origin: string | undefined;
  /** Web servers before us whose word on where a request came from is taken, when there is an `origin`. */
  readonly trustedProxies: readonly string[];
  /** What an invitation holds; without it everybody who reaches the page may use it. */
  readonly secret: string | undefined;
  /** Opens the status page and the metrics to the operator. */
  readonly adminSecret: string | undefined;
}

/** The settings, read from the environment and `.env`. */
export interface Config {
  readonly ffmpegPath: string | undefined;
  /** The folders in which programs are looked for, as one string in the operating system's form. */
  readonly programPath: string;
  readonly telegram: TelegramConfig | undefined;
  readonly discord: DiscordConfig | undefined;
  readonly web: WebConfig | undefined;
  /** Ids, or `platform:id`, of the chats and persons that may use the bot; empty for everyone. */
  readonly allowedChats: readonly string[];
  /** Ids, or `platform:id`, of those who get reports and may delete everything. */
  readonly admins: readonly string[];
  readonly operatorContact: string | undefined;
  /** How long photos and clips are kept; Infinity for ever. */
  readonly retentionHours: number;
  readonly clipsPerUserPerHour: number;
  /** Jobs that may wait in all. */
  readonly queueLength: number;
  /** Clips that are rendered at once on this machine; 0 when only workers render. */
  readonly renderers: number;
  /** Where bot and workers meet, and the 32 bytes that they share; without it this machine renders alone. */
  readonly remote: { readonly url: string; readonly key: Uint8Array } | undefined;
  /** Whether small, soft and damaged faces are made clearer before they move. */
  readonly enhance: "auto" | "off";
  /** What draws the clips. */
  readonly engine: EngineName;
  readonly dataDir: string;
  /** Bytes that may be kept there. */
  readonly dataLimit: number;
  /** 32 bytes in base64; without it one is made and kept in `.env`. */
  readonly dataKey: string | undefined;
  /** Files of the operator's own certificate and key for signing clips; without them Keepsake makes its own. */
  readonly signing: { readonly cert: string; readonly key: string } | undefined;
  /** Where the visible mark of clips stands. */
  readonly markCorner: MarkCorner | undefined;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/** Settings that cannot be used; the message names every wrong variable, never its value. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  /** @param problems each begins with the variable's name. */
  constructor(problems: readonly string[]) {
    super(`Wrong settings: ${problems.join("; ")}`);
  }
}

/** Reads settings from the given variables. Throws `ConfigError` that names all wrong ones at once. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  }
  const { data } = parsed;
  return {
    ffmpegPath: data.FFMPEG_PATH,
    programPath: data.PATH ?? "",
    telegram: telegramOf(data),
    discord: discordOf(data),
    web: webOf(data),
    allowedChats: data.ALLOWED_CHATS,
    admins: data.ADMINS,
    operatorContact: data.OPERATOR_CONTACT,
    retentionHours: retentionOf(data),
    clipsPerUserPerHour: data.CLIPS_PER_USER_PER_HOUR,
    queueLength: data.QUEUE_LENGTH,
    renderers: data.RENDERERS,
    remote: remoteOf(data),
    enhance: data.ENHANCE,
    engine: data.ENGINE,
    dataDir: data.DATA_DIR,
    dataLimit: data.DATA_LIMIT,
    dataKey: data.DATA_KEY,
    signing: signingOf(data),
    markCorner: data.MARK_CORNER,
    logLevel: data.LOG_LEVEL,
  };
}

/** One is of no use without the other. */
function signingOf({ C2PA_CERT: cert, C2PA_KEY: key }: SettingValues): Config["signing"] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert !== undefined && key !== undefined) return { cert, key };
  const [missing, given] = cert === undefined ? ["C2PA_CERT", "C2PA_KEY"] : ["C2PA_KEY", "C2PA_CERT"];
  throw new ConfigError([`${missing}: must be set when ${given} is`]);
}

/** For ever is for one's own machine. Throws where strangers could send photos. */
function retentionOf({ RETENTION_HOURS, TELEGRAM_BOT_TOKEN, DISCORD_TOKEN }: SettingValues): number {
  const others = TELEGRAM_BOT_TOKEN !== undefined || DISCORD_TOKEN !== undefined;
  if (RETENTION_HOURS !== Number.POSITIVE_INFINITY || !others) return RETENTION_HOURS;
  throw new ConfigError([
    "RETENTION_HOURS: never is for the page alone, not for what people send in Telegram or Discord",
  ]);
}

const TELEGRAM = "https://api.telegram.org";

function telegramOf(data: SettingValues): TelegramConfig | undefined {
  if (data.TELEGRAM_BOT_TOKEN === undefined) return undefined;
  const apiRoot = (data.TELEGRAM_API_ROOT ?? TELEGRAM).replace(/\/+$/, "");
  const url = data.TELEGRAM_WEBHOOK_URL;
  const webhook =
    url === undefined ? undefined : { url, port: data.TELEGRAM_WEBHOOK_PORT, host: data.TELEGRAM_WEBHOOK_HOST };
  const ownServer = apiRoot !== TELEGRAM;
  return { token: data.TELEGRAM_BOT_TOKEN, apiRoot, ownServer, filesFolder: data.TELEGRAM_FILES, webhook };
}

function discordOf(data: SettingValues): DiscordConfig | undefined {
  if (data.DISCORD_TOKEN === undefined) return undefined;
  const apiRoot = (data.DISCORD_API_ROOT ?? "https://discord.com/api").replace(/\/+$/, "");
  const { DISCORD_TOKEN: token, DISCORD_CDN: cdn, DISCORD_CLIPS: clips, DISCORD_SHARDS: shards } = data;
  return { token, apiRoot, cdn, clips, shards };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;
const WEB_PORT = 8484;

/** Whether only this machine itself can reach an address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** The page is there when nothing else is, or when somebody gave it a port. Throws when strangers could reach it. */
function webOf(data: SettingValues): WebConfig | undefined {
  const elsewhere = data.TELEGRAM_BOT_TOKEN !== undefined || data.DISCORD_TOKEN !== undefined;
  if (data.WEB_PORT === undefined && elsewhere) return undefined;
  const { WEB_HOST: host, WEB_SECRET: secret, ADMIN_SECRET: adminSecret } = data;
  const open = !isLoopback(host) || data.WEB_URL !== undefined;
  if (open && secret === undefined) {
    throw new ConfigError(["WEB_SECRET: must be set when others can reach the page (WEB_HOST, WEB_URL)"]);
  }
  const origin = data.WEB_URL === undefined ? undefined : new URL(data.WEB_URL).origin;
  return { host, port: data.WEB_PORT ?? WEB_PORT, origin, trustedProxies: data.TRUSTED_PROXIES, secret, adminSecret };
}

/** Throws when only half of it is there, or nobody would render. */
function remoteOf(data: SettingValues): Config["remote"] {
  const { REDIS_URL: url, WORKER_KEY: key, RENDERERS: renderers } = data;
  if (url !== undefined && key !== undefined) return { url, key: Buffer.from(key, "hex") };
  if (url !== undefined)
    throw new ConfigError(["WORKER_KEY: must be set beside REDIS_URL, the same for bot and workers"]);
  if (key !== undefined) throw new ConfigError(["REDIS_URL: must be set beside WORKER_KEY"]);
  if (renderers === 0)
    throw new ConfigError(["RENDERERS: must be at least 1, unless REDIS_URL names where workers are"]);
  return undefined;
}

/** What render processes see of the environment: never a token. */
export function renderEnvironment({ programPath, ffmpegPath }: Config): Readonly<Record<string, string>> {
  return { PATH: programPath, ...(ffmpegPath && { FFMPEG_PATH: resolve(ffmpegPath) }) };
}

/** What no log line may hold. */
export function secretsOf({ telegram, discord, web, remote }: Config): readonly string[] {
  const own = remote && [Buffer.from(remote.key).toString("hex"), decodeURIComponent(new URL(remote.url).password)];
  const secrets = [telegram?.token, discord?.token, web?.secret, web?.adminSecret, ...(own ?? [])];
  return secrets.filter((secret): secret is string => secret !== undefined && secret !== "");
}

let cached: Config | undefined;

/**
 * The settings of this process, read once; `.env` in the working folder adds to the environment, and secrets may stand in files
 * of their own. Throws as `parseConfig` does.
 */
export function loadConfig(): Config {
  cached ??= parseConfig(readVariables());
  return cached;
}

function readVariables() {
  const { variables, problems } = readSecretFiles(readEnvironment());
  if (problems.length > 0) throw new ConfigError(problems);
  return variables;
}

/** All that concerns a worker: it shows no page, and a token that is there by mistake is not even looked at. */
const FOR_WORKERS: ReadonlySet<string> = new Set([
  "REDIS_URL",
  "WORKER_KEY",
  "RENDERERS",
  "FFMPEG_PATH",
  "PATH",
  "LOG_LEVEL",
]);

/** The settings of a worker. Throws as `parseConfig` does, and when they do not say where its bot is. */
export function loadWorkerConfig(): Config & { readonly remote: NonNullable<Config["remote"]> } {
  const config = parseConfig(
    Object.fromEntries(Object.entries(readVariables()).filter(([name]) => FOR_WORKERS.has(name))),
  );
  const { remote, renderers } = config;
  if (remote === undefined) throw new ConfigError(["REDIS_URL: must be set for a worker, and WORKER_KEY beside it"]);
  if (renderers === 0) throw new ConfigError(["RENDERERS: must be at least 1 for a worker"]);
  return { ...config, remote };
}
