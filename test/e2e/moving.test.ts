import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { freePort } from "../support/free-port.ts";
import { documented, OperatorMachine } from "../support/operator-machine.ts";
import { anotherPortrait } from "../support/photos.ts";
import { Visitor } from "../support/web-rig.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What docs/operating.md tells operators to do, done word for word. */
describe.skipIf(process.platform === "win32")("the commands of docs/operating.md", () => {
  /** Where the one clip was made that all of this is about. It is not running. */
  let home: OperatorMachine;
  let visitor: Visitor;
  let clip: { readonly id: string; readonly path: string; readonly mp4: Buffer };

  beforeAll(async () => {
    home = await OperatorMachine.setUp();
    const settings = `WEB_PORT=${await freePort()}\nENHANCE=off\nRENDERERS=1\n`;
    await writeFile(join(home.service, ".env"), settings);
    await home.run("systemctl start keepsake");
    visitor = await Visitor.enter(await home.url());
    await visitor.postPhoto((await anotherPortrait()).bytes);
    const { id, clipUrl } = await visitor.clip();
    const path = clipUrl ?? "";
    clip = { id, path, mp4: Buffer.from(await (await visitor.get(path)).arrayBuffer()) };
    await home.run("systemctl stop keepsake");
  });
  afterAll(async () => home.close());

  const machine = async (program?: string): Promise<OperatorMachine> => {
    const opened = await OperatorMachine.setUp(program);
    onTestFinished(async () => opened.close());
    return opened;
  };
  /** A machine on which the clip is at home, and Keepsake running. */
  const running = async (program?: string): Promise<OperatorMachine> => {
    const opened = await machine(program);
    await opened.copyService(home);
    await opened.run("systemctl start keepsake");
    await opened.url();
    return opened;
  };
  const status = async (): Promise<number> => (await visitor.get(clip.path)).status;
  /** Whoever has sent the photo finds the clip on the page as it was. */
  const expectClip = async (on: OperatorMachine): Promise<void> => {
    expect(await on.url()).toBe(visitor.url);
    expect((await visitor.clip()).id).toBe(clip.id);
    expect(clip.mp4.equals(Buffer.from(await (await visitor.get(clip.path)).arrayBuffer()))).toBe(true);
  };
  const deleteEverything = async (): Promise<void> => {
    await visitor.post("/api/commands", { name: "forget" });
    await expect.poll(status).toBe(404);
  };

  it("backup and restore: what was there is there again", async () => {
    const here = await running();
    await here.run(await documented("backup"));
    await expectClip(here);
    for (const name of ["data", "keepsake-settings.env", ".env"]) {
      const { mode } = await stat(join(here.service, name));
      expect(mode & 0o077, name).toBe(0);
    }
    await deleteEverything();

    await here.run(await documented("restore"));
    await expectClip(here);
  });

  it("restore: a damaged archive costs nothing", async () => {
    const here = await running();
    await here.run(await documented("backup"));
    await here.url();
    const archive = join(here.service, "keepsake-data.tgz");
    await truncate(archive, Math.floor((await stat(archive)).size / 2));
    await here.run(await documented("restore"));
    await expectClip(here);
  });

  it("moving: the new house has it all, and the old one is closed", async () => {
    const [oldHouse, newHouse] = [await running(), await machine()];
    await oldHouse.run(await documented("moving"), { "root@new.example.org": newHouse });
    expect(await oldHouse.bot.ended).toEqual({ status: 0, signal: null });
    await newHouse.run(await documented("restore"));
    await expectClip(newHouse);
  });

  it("the data without its key open nothing, and no other key is made for them", async () => {
    const here = await machine();
    await here.copyService(home);
    const settings = join(here.service, ".env");
    const withKey = await readFile(settings, "utf8");
    const startWith = async (text: string): Promise<string> => {
      await writeFile(settings, text);
      await here.run("systemctl start keepsake");
      expect((await here.bot.ended).status).toBe(1);
      expect(await readFile(settings, "utf8")).toBe(text);
      return here.bot.output;
    };
    const withoutKey = withKey.replace(/^DATA_KEY=.*\n/m, "");
    expect(await startWith(withoutKey)).toContain("There is data, but no DATA_KEY to open it.");
    const otherKey = `${withoutKey}DATA_KEY=${Buffer.alloc(32, 7).toString("base64")}\n`;
    expect(await startWith(otherKey)).toContain("DATA_DIR was written with another DATA_KEY");

    await writeFile(settings, withKey);
    await here.run("systemctl start keepsake");
    await expectClip(here);
  });

  it("upgrade: the next version takes the records over; the way back is a backup", async () => {
    const { program, publish } = await publishedKeepsake();
    const here = await running(program);
    await here.run(await documented("backup"));
    await here.url();
    await publish("99.0.0");

    await here.run(await documented("upgrade"));
    await expectClip(here);
    expect(await (await visitor.get("/metrics")).text()).toContain('keepsake_build_info{version="99.0.0"');

    await here.run((await documented("upgrade")).replace("git pull", "git reset --hard ORIG_HEAD"));
    expect((await here.bot.ended).status).toBe(1);
    expect(here.bot.output).toContain("DATA_DIR was written by a newer Keepsake");
    await here.run(await documented("restore"));
    await expectClip(here);
  });
});

/** Keepsake as it is published, so far as a next version can change it, and an operator's clone of that. */
async function publishedKeepsake() {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-published-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  const [origin, program] = [join(folder, "origin"), join(folder, "program")];
  const git = async (...args: string[]): Promise<unknown> =>
    promisify(execFile)("git", ["-c", "user.name=A maintainer", "-c", "user.email=maintainer@example.org", ...args]);
  const commit = async (message: string): Promise<void> => {
    await git("-C", origin, "add", ".");
    await git("-C", origin, "commit", "--quiet", "--message", message);
  };
  for (const name of ["bin", "src", "package.json", "package-lock.json", ".npmrc", ".gitignore"])
    await cp(join(ROOT, name), join(origin, name), { recursive: true });
  await git("init", "--quiet", origin);
  await commit("This version");
  await git("clone", "--quiet", origin, program);
  for (const name of ["node_modules", "models", "drivers", "page"])
    await symlink(join(ROOT, name), join(program, name));

  /** The next version, whose records have one form more. */
  const publish = async (version: string): Promise<void> => {
    const step = "ALTER TABLE clips ADD COLUMN colour TEXT NOT NULL DEFAULT 'as sent'";
    await change("package.json", /"version": "[^"]+"/, `"version": "${version}"`);
    await change("src/store/migrations.ts", /\];\n\n(?=.*\nexport const NEWEST)/, `  "${step}",\n];\n\n`);
    await commit(`Version ${version}`);
  };
  const change = async (name: string, from: RegExp, to: string): Promise<void> => {
    const path = join(origin, name);
    const text = await readFile(path, "utf8");
    expect(text).toMatch(from);
    await writeFile(path, text.replace(from, to));
  };
  return { program, publish };
}
