import { chmod, lstat, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { ensureKey, parseKey } from "../../../src/store/key.ts";
import { temporaryFolder } from "./open-store.ts";

describe("ensureKey", () => {
  it("makes a key of 32 bytes that the owner alone can read, and then keeps to it", async () => {
    const path = join(await temporaryFolder(), ".env");
    const key = await ensureKey(path, true);
    expect(parseKey(key)).toHaveLength(32);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(parse(await readFile(path)).DATA_KEY).toBe(key);
    expect(await ensureKey(path, true)).toBe(key);
    expect(await ensureKey(join(await temporaryFolder(), ".env"), true)).not.toBe(key);
  });

  it("leaves the other settings as they were and closes the file to others", async () => {
    const path = join(await temporaryFolder(), ".env");
    await writeFile(path, "# DATA_KEY=no\nTELEGRAM_BOT_TOKEN=1:x\nLAST=1");
    await chmod(path, 0o644);
    const key = await ensureKey(path, true);
    const text = await readFile(path, "utf8");
    expect(text.startsWith("# DATA_KEY=no\nTELEGRAM_BOT_TOKEN=1:x\nLAST=1\n")).toBe(true);
    expect(parse(text)).toEqual({ TELEGRAM_BOT_TOKEN: "1:x", LAST: "1", DATA_KEY: key });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("writes through a symbolic link and leaves it one", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "settings"), "A=1\n");
    await symlink(join(folder, "settings"), join(folder, ".env"));
    const key = await ensureKey(join(folder, ".env"), true);
    expect((await lstat(join(folder, ".env"))).isSymbolicLink()).toBe(true);
    expect(parse(await readFile(join(folder, "settings")))).toEqual({ A: "1", DATA_KEY: key });
  });

  it.each(["DATA_KEY=QUJD\n", "A=1\nexport DATA_KEY = 'QUJD'\n", 'DATA_KEY="QUJD" # mine\n'])(
    "finds %j",
    async (text) => {
      const path = join(await temporaryFolder(), ".env");
      await writeFile(path, text);
      expect(await ensureKey(path, false)).toBe("QUJD");
      expect(await readFile(path, "utf8")).toBe(text);
    },
  );

  it("makes none where there is data already: it could not open it", async () => {
    const path = join(await temporaryFolder(), ".env");
    await writeFile(path, "A=1\n");
    await expect(ensureKey(path, false)).rejects.toThrow("no DATA_KEY to open it");
    expect(await readFile(path, "utf8")).toBe("A=1\n");
  });

  it("says what is wrong with a key", () => {
    expect(() => parseKey("QUJD")).toThrow("32 bytes in base64, got 3 bytes");
  });
});
