import { isIP } from "node:net";
import { z } from "zod";
import { isPrivateHost } from "./private-host.ts";

/** What a setting may look like. Each shape says in words that a person can mend what is wrong. */

/** An empty variable counts as an absent one, so that a line `NAME=` in `.env` switches a setting off. */
export function orAbsent<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((value) => (value === "" ? undefined : value), shape);
}

export const optionalText = orAbsent(z.string().optional());

/** A whole number in words that a person can mend. */
export function count(fallback: number, least: number, most: number) {
  return orAbsent(wholeNumber(least, most, `must be a whole number from ${least} to ${most}`).default(fallback));
}

/** Hours, or Infinity for `never`. */
export function hoursOrNever(fallback: number, most: number) {
  const message = `must be a whole number of hours from 1 to ${most}, or never`;
  const never = z.literal("never").transform(() => Number.POSITIVE_INFINITY);
  return orAbsent(z.union([never, wholeNumber(1, most, message)], message).default(fallback));
}

function wholeNumber(least: number, most: number, message: string) {
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

const UNITS = { MB: 1e6, GB: 1e9, TB: 1e12 } as const;
const SIZE = "must be a size such as 500 MB, 5 GB or 1.5 TB";
/** Less than this holds no evening's photos. */
const LEAST_BYTES = 10e6;

/** A number of bytes as people write it. */
export function size(fallback: string) {
  return orAbsent(
    z
      .string()
      .default(fallback)
      .transform((text, context) => {
        const [, figure, unit] = /^(\d{1,6}(?:\.\d{1,3})?) ?(MB|GB|TB)$/i.exec(text.trim()) ?? [];
        const bytes = Number(figure) * UNITS[(unit ?? "").toUpperCase() as keyof typeof UNITS];
        if (bytes >= LEAST_BYTES) return bytes;
        context.addIssue({ code: "custom", message: Number.isNaN(bytes) ? SIZE : "must be at least 10 MB" });
        return z.NEVER;
      }),
  );
}

/** The names that may stand before an id; one misspelt would let nobody in, and say nothing. */
const PLATFORMS = ["telegram", "discord", "web"] as const;

/** A number or a word as most platforms give them, or `@somebody:server`, with or without the platform's name. */
const PARTY = new RegExp(`^(?:(?:${PLATFORMS.join("|")}):)?(?:-?[\\w-]+|@[^\\s,:]+:[^\\s,]+)$`);

/** Words separated by commas or spaces, all of which are right. */
function list(fallback: string, isRight: (word: string) => boolean, message: string) {
  return orAbsent(
    z
      .string()
      .default(fallback)
      .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""))
      .refine((words) => words.every(isRight), message),
  );
}

/** Ids, each alone or as `platform:id`. */
export const partyList = list(
  "",
  (id) => PARTY.test(id),
  "must be ids separated by commas, such as -1001234,telegram:42",
);

export const address = (schemes: RegExp, what: string) =>
  orAbsent(z.url({ protocol: schemes, error: `must be ${what}` }).optional());

/** A server that is told a bot's token: by https, or in one's own network. */
export const apiServer = (what: string) =>
  orAbsent(
    z
      .url({ protocol: /^https?$/, error: `must be the http or https address of ${what}` })
      .refine((url) => url.startsWith("https:") || isPrivateHost(new URL(url).hostname), {
        error: "must be https outside of your own network, or the token could be read on the way",
      })
      .optional(),
  );

/** Addresses without a path. Plain http only on this machine. */
export const origins = list(
  "https://cdn.discordapp.com,https://media.discordapp.net",
  (origin) => ORIGIN.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin,
  "must be https addresses without a path, separated by commas",
);

const ORIGIN = /^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$))/;

const MOST_PORT = 65_535;

export const port = orAbsent(
  wholeNumber(0, MOST_PORT, `must be a port, a whole number from 0 to ${MOST_PORT}`).optional(),
);

const SECRET = "must be at least 16 letters, digits, - or _, such as the output of: openssl rand -hex 16";
/** Fewer different characters than this are a pattern that somebody typed. */
const LEAST_VARIETY = 8;

export const secret = orAbsent(
  z
    .string()
    .regex(/^[\w-]{16,}$/, SECRET)
    .refine((text) => new Set(text).size >= LEAST_VARIETY, "can be guessed; take the output of: openssl rand -hex 16")
    .optional(),
);

/** 32 bytes in hexadecimal. */
export const workerKey = orAbsent(
  z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits, the output of: openssl rand -hex 32")
    .refine((text) => new Set(text).size >= LEAST_VARIETY, "can be guessed; take the output of: openssl rand -hex 32")
    .optional(),
);

/** Addresses and networks, or what stands for some of them. */
export const proxies = list(
  "loopback",
  (name) => PROXY_NAMES.has(name) || isNetwork(name),
  "must be IP addresses or networks separated by commas, such as 172.18.0.0/16, or loopback, linklocal, uniquelocal",
);

const PROXY_NAMES: ReadonlySet<string> = new Set(["loopback", "linklocal", "uniquelocal"]);

function isNetwork(text: string): boolean {
  const [address = "", bits] = text.split("/");
  const family = isIP(address);
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}
