import { z } from "zod";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";
import type { Settings, SettingsStore } from "./store.ts";

const settingRow = z.object({ name: z.string(), value: json(z.union([z.string(), z.number(), z.boolean()])) });

/** A party's last use is noted once a day: each note is a write to the disk. */
const NOTED_EVERY_MS = 24 * 3_600_000;

/** Settings as one row each. All of a party's are kept for as long as one of them is of use. */
export class DiskSettings implements SettingsStore {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  async get(party: string): Promise<Settings> {
    this.#noteUse(party);
    const rows = this.records.readable(settingRow, "SELECT name, value FROM settings WHERE party = :party", { party });
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  async change(party: string, values: Readonly<Record<string, string | number | boolean | null>>): Promise<Settings> {
    this.records.transaction(() => {
      for (const [name, value] of Object.entries(values)) {
        if (value === null)
          this.records.run("DELETE FROM settings WHERE party = :party AND name = :name", { party, name });
        else this.records.run(`INSERT OR REPLACE ${ROW}`, this.#row(party, name, value));
      }
    });
    return this.get(party);
  }

  async claim(party: string, name: string): Promise<boolean> {
    this.#noteUse(party);
    const { changes } = this.records.run(`INSERT OR IGNORE ${ROW}`, this.#row(party, name, true));
    return changes > 0;
  }

  /** Removes the settings of those who have not been here since a time, in ms since 1970. */
  sweep(before: number): void {
    this.records.run("DELETE FROM settings WHERE usedAt <= :before", { before });
  }

  #noteUse(party: string): void {
    const now = this.now();
    const sql = "UPDATE settings SET usedAt = :now WHERE party = :party AND usedAt <= :before";
    this.records.run(sql, { party, now, before: now - NOTED_EVERY_MS });
  }

  #row(party: string, name: string, value: string | number | boolean) {
    return { party, name, value: JSON.stringify(value), usedAt: this.now() };
  }
}

const ROW = "INTO settings (party, name, value, usedAt) VALUES (:party, :name, :value, :usedAt)";
