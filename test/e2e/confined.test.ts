import { execFileSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { openFolder, startInARow } from "../../soak/starts.ts";
import { anotherPortrait } from "../support/photos.ts";
import { Visitor } from "../support/web-rig.ts";

const linux = describe.skipIf(process.platform !== "linux");

async function prepare() {
  const opened = await openFolder();
  onTestFinished(opened.close);
  return opened;
}

/** A process and everything that it has started, by number. */
async function familyOf(pid: number): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).split(" ").filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(children.map(familyOf))).flat()];
}

async function modesIn(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const modes = names.map(async (name) => [name, ((await stat(join(folder, name))).mode & 0o777).toString(8)] as const);
  return Object.fromEntries(await Promise.all(modes));
}

async function render(url: string): Promise<Visitor> {
  const visitor = await Visitor.enter(url);
  expect((await visitor.postPhoto((await anotherPortrait()).bytes)).status).toBe(204);
  return visitor;
}

linux("what others on the machine see", () => {
  it("is nothing, also where folder and settings were open to them", async () => {
    const { folder, start } = await prepare();
    await mkdir(join(folder, "data"));
    await chmod(join(folder, "data"), 0o755);
    await writeFile(join(folder, ".env"), `DATA_KEY=${Buffer.alloc(32, 7).toString("base64")}\n`);
    await chmod(join(folder, ".env"), 0o644);
    const { url } = await start();
    await (await render(url)).clip();
    const { data, ".env": settings, ...files } = await modesIn(folder);
    expect([data, settings]).toEqual(["700", "600"]);
    expect(Object.keys(files).length).toBeGreaterThanOrEqual(6);
    expect(new Set(Object.values(files))).toEqual(new Set(["600", "700"]));
  });
});

linux("SIGTERM to all its processes, twice within a moment, as a service manager and npm send it", () => {
  it("is one request: everything is put away, and the clip comes, if not now then after the next start", async () => {
    const { dataDir, start } = await prepare();
    const { bot, url } = await start();
    const visitor = await render(url);
    await visitor.until((events) => JSON.stringify(events).includes("Making the clip"));
    for (const pid of await familyOf(bot.pid)) process.kill(pid, "SIGTERM");
    await sleep(300);
    process.kill(bot.pid, "SIGTERM");
    expect(await bot.ended).toEqual({ status: 0, signal: null });
    expect(await readdir(dataDir)).not.toContain("records.db-wal");
    await start();
    await visitor.clip();
  });
});

linux("a full disk", () => {
  it("costs what comes meanwhile, in words, and nothing else", async () => {
    const { folder, start } = await prepare();
    const { bot, url } = await start();
    const visitor = await render(url);
    const clip = await visitor.clip();
    const before = await modesIn(join(folder, "data"));
    const health = async () => (await fetch(`${url}/healthz`)).status;
    expect(await health()).toBe(200);
    const letFilesGrow = async (size: "0" | "unlimited") => {
      for (const pid of await familyOf(bot.pid)) execFileSync("prlimit", ["--pid", String(pid), `--fsize=${size}:`]);
    };

    await letFilesGrow("0");
    const { status } = await visitor.postPhoto((await anotherPortrait()).bytes);
    expect(status).toBe(500);
    expect((await visitor.post("/api/commands", { name: "help" })).status).toBe(500);
    await expect.poll(health, { timeout: 20_000, interval: 500 }).toBe(503);
    expect((await visitor.get(clip.clipUrl ?? "")).status).toBe(200);
    expect(await modesIn(join(folder, "data"))).toEqual(before);

    await letFilesGrow("unlimited");
    await expect.poll(health, { timeout: 20_000, interval: 500 }).toBe(200);
    await (await render(url)).clip();
    expect((await bot.terminate()).status).toBe(0);
  });
});

it("starts again and again on the data of the one before, also after power cuts, lose and change nothing", async () => {
  await startInARow(10);
});
