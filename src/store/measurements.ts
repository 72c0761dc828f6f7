import { z } from "zod";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";

/** How one rendering went. It names neither person nor photo. */
export interface Measurement {
  /** When it ended, in ms since 1970. */
  readonly at: number;
  /** `clip`, or why there was none. */
  readonly outcome: string;
  /** Milliseconds per stage, where there was a clip. */
  readonly stages: Readonly<Record<string, number>> | null;
}

const row = z.object({
  at: z.number(),
  outcome: z.string(),
  stages: json(z.record(z.string(), z.number())).nullable(),
});

/** How the renderings of the last day went, for the operator. */
export type Measurements = Omit<DiskMeasurements, "sweep">;

/** The measurements among the other records. */
export class DiskMeasurements {
  constructor(private readonly records: Records) {}

  note({ at, outcome, stages }: Measurement): void {
    const values = { at, outcome, stages: stages === null ? null : JSON.stringify(stages) };
    this.records.run("INSERT INTO measurements VALUES (:at, :outcome, :stages)", values);
  }

  /** Those after a time, oldest first. */
  since(time: number): Measurement[] {
    return this.records.readable(row, "SELECT * FROM measurements WHERE at > :time ORDER BY at", { time });
  }

  /** Removes those up to a time. */
  sweep(before: number): void {
    this.records.run("DELETE FROM measurements WHERE at <= :before", { before });
  }
}
