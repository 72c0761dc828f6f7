import { z } from "zod";
import type { LoggedError } from "./report.ts";

/** More than these nobody reads. */
const REMEMBERED = 10;
/** What pino calls an error, and what ends a process. */
const [ERROR_LEVEL, FATAL_LEVEL] = [50, 60];
const LONGEST = 200;

const lineShape = z.object({
  level: z.number(),
  time: z.number(),
  msg: z.string().default(""),
  err: z.object({ message: z.string() }).optional().catch(undefined),
});

/** The errors that the log told of last, in memory alone. */
export class LastErrors {
  readonly #errors: LoggedError[] = [];

  /** Hears of a line of the log. */
  note(line: string): void {
    // Most lines are none, and each is looked at.
    if (![ERROR_LEVEL, FATAL_LEVEL].some((level) => line.includes(`"level":${level}`))) return;
    const { data } = lineShape.safeParse(JSON.parse(line));
    if (data === undefined || data.level < ERROR_LEVEL) return;
    const text = [data.msg, data.err?.message].filter((part) => part !== undefined && part !== "").join(": ");
    this.#errors.unshift({ at: data.time, text: text.slice(0, LONGEST) });
    this.#errors.splice(REMEMBERED);
  }

  /** The last one first. */
  get list(): readonly LoggedError[] {
    return [...this.#errors];
  }
}
