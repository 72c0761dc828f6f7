import { chmod, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { keepToOurselves } from "../../src/least-privilege.ts";
import { temporaryFolder } from "./store/open-store.ts";

const ANOTHER_USER = 1000;

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

/** A file of settings with a mode, and a process that reads it. */
async function prepare(settings: string | null, mode = 0o644, uid = ANOTHER_USER) {
  const path = join(await temporaryFolder(), ".env");
  if (settings !== null) {
    await writeFile(path, settings);
    await chmod(path, mode);
  }
  const warn = vi.fn<(line: string) => void>();
  const umask = vi.fn<(mask: number) => void>();
  await keepToOurselves(path, { warn }, { umask, getuid: () => uid });
  return { path, warn, umask };
}

describe("a process that keeps to itself what it has", () => {
  it.each(["DATA_KEY=QUJD\n", "TELEGRAM_BOT_TOKEN=1:x", "export ADMIN_SECRET='x'", "A=1\nDISCORD_TOKEN=x\nB=2\n"])(
    "closes a file of settings that holds a secret: %j",
    async (settings) => {
      const { path, warn } = await prepare(settings);
      expect(await modeOf(path)).toBe(0o600);
      expect(await readFile(path, "utf8")).toBe(settings);
      expect(warn).not.toHaveBeenCalled();
    },
  );

  it.each(["RENDERERS=1\n", "TELEGRAM_BOT_TOKEN=\n# DATA_KEY=no\n"])(
    "leaves one alone that holds none: %j",
    async (settings) => {
      const { path } = await prepare(settings);
      expect(await modeOf(path)).toBe(0o644);
    },
  );

  it("leaves one alone that is closed already, even more so", async () => {
    const { path } = await prepare("DATA_KEY=QUJD", 0o400);
    expect(await modeOf(path)).toBe(0o400);
  });

  it("closes the file to which a link leads", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "settings");
    await writeFile(path, "DATA_KEY=QUJD", { mode: 0o644 });
    await symlink(path, join(folder, ".env"));
    await keepToOurselves(join(folder, ".env"), { warn: vi.fn() }, { umask: vi.fn() });
    expect(await modeOf(path)).toBe(0o600);
  });

  it("makes files for its owner alone from here on, and says nothing where all is well", async () => {
    const { umask, warn } = await prepare(null);
    expect(umask).toHaveBeenCalledWith(0o077);
    expect(warn).not.toHaveBeenCalled();
  });

  it("says in one line that it runs as root", async () => {
    const { warn } = await prepare(null, 0, 0);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/runs as root.*docs\/operating\.md/));
  });
});
