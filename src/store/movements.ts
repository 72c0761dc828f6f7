import { z } from "zod";
import { type Movement, movementSchema } from "../pipeline/motion/movement.ts";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";

/** A person keeps so many movements at most. */
export const MOST_MOVEMENTS = 12;

/** A movement that was measured in somebody's video. */
export interface NewMovement {
  /** The gesture under which it is performed. */
  readonly gesture: string;
  /** Who sent the video. */
  readonly owner: string;
  readonly movement: Movement;
}

/** A movement that somebody keeps, by the name that they gave it. */
export interface KeptMovement {
  readonly gesture: string;
  readonly title: string;
}

/** What became of a movement that somebody wants to keep: `full` where they keep as many as they can. */
export type Keeping = "kept" | "gone" | "notYours" | "full";

const movementRow = z.object({ movement: json(movementSchema) });
const ownerRow = z.object({ owner: z.string(), title: z.string().nullable() });
const keptRow = z.object({ gesture: z.string(), title: z.string() }) satisfies z.ZodType<KeptMovement>;

/** A movement's last use is noted once a day: each note is a write to the disk. */
const NOTED_EVERY_MS = 24 * 3_600_000;

/** People's movements, as numbers. Without a title they go as photos do; with one they are kept. */
export type Movements = Omit<DiskMovements, "sweep" | "dropOf">;

/** The movements among the other records. */
export class DiskMovements {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  /** Notes a movement; one that is known stays as it is. */
  async put({ gesture, owner, movement }: NewMovement): Promise<void> {
    const sql =
      "INSERT OR IGNORE INTO movements (gesture, owner, movement, usedAt) VALUES (:gesture, :owner, :movement, :now)";
    this.records.run(sql, { gesture, owner, movement: JSON.stringify(movement), now: this.now() });
  }

  /** How it moves, or null when it is not kept (any more). To ask is to use it. */
  async get(gesture: string): Promise<Movement | null> {
    const now = this.now();
    const noted = "UPDATE movements SET usedAt = :now WHERE gesture = :gesture AND usedAt <= :before";
    this.records.run(noted, { gesture, now, before: now - NOTED_EVERY_MS });
    const sql = "SELECT movement FROM movements WHERE gesture = :gesture";
    return this.records.get(movementRow, sql, { gesture })?.movement ?? null;
  }

  /** What somebody keeps, in the order in which it was measured. */
  async keptOf(owner: string): Promise<readonly KeptMovement[]> {
    const sql = "SELECT gesture, title FROM movements WHERE owner = :owner AND title IS NOT NULL ORDER BY rowid";
    return this.records.all(keptRow, sql, { owner });
  }

  /** Keeps a movement for whoever sent its video, by a name; or calls it otherwise. */
  async keep(gesture: string, owner: string, title: string): Promise<Keeping> {
    const found = this.records.get(ownerRow, "SELECT owner, title FROM movements WHERE gesture = :gesture", {
      gesture,
    });
    if (found === null) return "gone";
    if (found.owner !== owner) return "notYours";
    if (found.title === null && (await this.keptOf(owner)).length >= MOST_MOVEMENTS) return "full";
    this.records.run("UPDATE movements SET title = :title WHERE gesture = :gesture", { gesture, title });
    return "kept";
  }

  /** Removes a movement of somebody's at once. False when there was none. */
  async drop(gesture: string, owner: string): Promise<boolean> {
    const sql = "DELETE FROM movements WHERE gesture = :gesture AND owner = :owner";
    const { changes } = this.records.run(sql, { gesture, owner });
    if (changes > 0) this.records.scrub();
    return changes > 0;
  }

  /** Removes all of somebody's. */
  dropOf(owner: string): void {
    this.records.run("DELETE FROM movements WHERE owner = :owner", { owner });
  }

  /** Removes those without a name that were last used before one time, and the others that were before another, ms since 1970. */
  sweep(before: number, unusedSince: number): void {
    this.records.run("DELETE FROM movements WHERE title IS NULL AND usedAt <= :before", { before });
    this.records.run("DELETE FROM movements WHERE usedAt <= :unusedSince", { unusedSince });
  }
}
