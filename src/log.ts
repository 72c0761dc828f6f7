import { fstatSync, writeSync } from "node:fs";
import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

/** What tokens look like, wherever they turn up: in an address, a message, a stack. Telegram's, Discord's, an interaction's. */
const TOKEN = /\d{5,}(?::|%3A)[\w-]{30,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|aW50ZXJhY3Rpb24[\w=-]{30,}/gi;

/** Fields that must never be written, however they got into a line. */
const HIDDEN = ["token", "secret", "photo.rgb", "bytes", "mp4", "err.on", "err.response", "err.payload", "err.config"];

/**
 * The log: one JSON object a line, without tokens and without what people sent. `write` gets each line with its line end.
 * Two locks: known fields are left out, and whatever looks like a token, or is one of `secrets`, is blotted out of the text.
 */
export function createLog(
  level: Config["logLevel"],
  secrets: readonly string[],
  write: (line: string) => void = standardError(),
  /** Hears of every line as it is written. */
  hear: (line: string) => void = () => undefined,
): Logger {
  const known = secrets.filter((secret) => secret.length >= 8);
  const blot = (line: string): string =>
    known.reduce((text, secret) => text.replaceAll(secret, "[secret]"), line).replace(TOKEN, "[token]");
  const options = { level, base: null, redact: { paths: HIDDEN, censor: "[hidden]" } };
  const take = (line: string): void => {
    const clean = blot(line);
    write(clean);
    hear(clean);
  };
  return pino(options, { write: take });
}

/** What a file on a full disk does not take is lost. Node's own stream would throw it at the process, and never write again. */
function standardError(): (line: string) => void {
  if (!fstatSync(process.stderr.fd).isFile()) return (line) => void process.stderr.write(line);
  return (line) => {
    try {
      writeSync(process.stderr.fd, line);
    } catch {
      // There is nowhere else to say so.
    }
  };
}
