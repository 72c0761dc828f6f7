import { z } from "zod";
import type { Records } from "./database.ts";

/** Something that the operator wants to have counted. It names neither person nor photo. */
export interface Counted {
  /** The process started, the line refused a clip, or a job ended. */
  readonly what: "start" | "refusal" | "end";
  /** Why it was refused, or how it ended: `clip`, `kept`, or why there was none. */
  readonly how: string;
  /** Where it was asked for; empty for what concerns all. */
  readonly platform: string;
}

export interface Count extends Counted {
  readonly count: number;
}

const row = z.object({
  what: z.enum(["start", "refusal", "end"]),
  how: z.string(),
  platform: z.string(),
  count: z.number(),
});

/** What happened in the last day, for the operator. */
export type Counts = Omit<DiskCounts, "sweep">;

/** The counts among the other records. */
export class DiskCounts {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  note({ what, how, platform }: Counted): void {
    const values = { at: this.now(), what, how, platform };
    this.records.run("INSERT INTO counted (at, what, how, platform) VALUES (:at, :what, :how, :platform)", values);
  }

  /** How often each happened after a time, the most frequent first. */
  since(time: number): Count[] {
    const sql = `SELECT what, how, platform, count(*) AS count FROM counted WHERE at > :time
      GROUP BY what, how, platform ORDER BY count DESC, how`;
    return this.records.readable(row, sql, { time });
  }

  /** Removes those up to a time. */
  sweep(before: number): void {
    this.records.run("DELETE FROM counted WHERE at <= :before", { before });
  }
}
