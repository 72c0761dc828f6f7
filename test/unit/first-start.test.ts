import { join } from "node:path";
import { expect, it } from "vitest";
import { firstStartLines, isFirstStart } from "../../src/first-start.ts";
import { openStore, temporaryFolder } from "./store/open-store.ts";

it("knows a folder in which nothing has been kept yet", async () => {
  expect(isFirstStart(join(await temporaryFolder(), "data"))).toBe(true);
  const { store } = await openStore();
  expect(isFirstStart(store.dataDir)).toBe(false);
});

it("says in three lines what was made where, and what to back up", () => {
  const said = firstStartLines({ dataDir: "/srv/data", retentionHours: 24, keyFile: "/srv/.env" });
  expect(said.split("\n")).toEqual([
    "First start: photos and clips are kept in /srv/data for 24 hours (RETENTION_HOURS).",
    "They are encrypted with the key in /srv/.env. Without it nobody can read them, not even you.",
    "Back up /srv/.env, apart from the photos.",
    "",
  ]);
});

it("does not send people to a file for a key of their own", () => {
  const said = firstStartLines({ dataDir: "/srv/data", retentionHours: 48, keyFile: null });
  expect(said).toMatch(/the key that you gave \(DATA_KEY\)/);
  expect(said).not.toContain(".env");
});
