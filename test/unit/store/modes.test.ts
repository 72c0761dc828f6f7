import { chmod, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { everyFile, openStore, photoOf } from "./open-store.ts";

const PICTURE = Buffer.from("picture");

describe("on disk", () => {
  it("files can be opened by their owner alone", async () => {
    const { store, dataDir } = await openStore();
    const { id } = await store.photos.put(photoOf("telegram:7"), PICTURE);
    expect((await stat(join(dataDir, "photos", id))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, "photos"))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, "records.db"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, "records.db-wal"))).mode & 0o777).toBe(0o600);
  });

  it("closes to others a folder that was open to them, and what lies in it", async () => {
    const opened = await openStore();
    const { dataDir } = opened;
    await opened.store.close();
    const folders = [dataDir, ...["photos", "clips", "kept"].map((name) => join(dataDir, name))];
    for (const folder of folders) await chmod(folder, 0o755);
    await chmod(join(dataDir, "records.db"), 0o644);
    const store = await opened.reopen();
    await store.settings.claim("telegram:7", "consent");
    for (const folder of folders) expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const file of (await everyFile(dataDir)).keys()) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("leaves a folder open that holds other things as well, but not its own part", async () => {
    const opened = await openStore();
    const { dataDir } = opened;
    await opened.store.close();
    await mkdir(join(dataDir, "somebody"));
    await chmod(dataDir, 0o755);
    await chmod(join(dataDir, "records.db"), 0o644);
    await opened.reopen();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o755);
    expect((await stat(join(dataDir, "records.db"))).mode & 0o777).toBe(0o600);
  });
});
