import { z } from "zod";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";
import type { Settings, SettingsStore } from "./store.ts";

const settingRow = z.object({ name: z.string(), value: json(z.union([z.string(), z.number(), z.boolean()])) });

/** Settings as one row each. */
export class DiskSettings implements SettingsStore {
  constructor(private readonly records: Records) {}

  async get(party: string): Promise<Settings> {
    const rows = this.records.all(settingRow, "SELECT name, value FROM settings WHERE party = :party", { party });
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  async change(party: string, values: Readonly<Record<string, string | number | boolean | null>>): Promise<Settings> {
    this.records.transaction(() => {
      for (const [name, value] of Object.entries(values)) {
        if (value === null)
          this.records.run("DELETE FROM settings WHERE party = :party AND name = :name", { party, name });
        else
          this.records.run("INSERT OR REPLACE INTO settings VALUES (:party, :name, :value)", row(party, name, value));
      }
    });
    return this.get(party);
  }

  async claim(party: string, name: string): Promise<boolean> {
    const values = row(party, name, true);
    const { changes } = this.records.run("INSERT OR IGNORE INTO settings VALUES (:party, :name, :value)", values);
    return changes > 0;
  }
}

function row(party: string, name: string, value: string | number | boolean) {
  return { party, name, value: JSON.stringify(value) };
}
