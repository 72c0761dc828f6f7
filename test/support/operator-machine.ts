import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addressOf, BotProcess } from "./fake-telegram/bot-process.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOCS = join(ROOT, "docs/operating.md");
const PATH = process.env.PATH ?? "";

/** The commands that docs/operating.md names so: ```` ```sh backup ````. */
export async function documented(name: string): Promise<string> {
  const block = new RegExp(`^\`\`\`sh ${name}\\n(.*?)^\`\`\`$`, "ms").exec(await readFile(DOCS, "utf8"))?.[1];
  if (block === undefined) throw new Error(`docs/operating.md has no commands named ${name}`);
  return block;
}

/**
 * A machine on which Keepsake runs as docs/operating.md sets it up, in a folder of its own: its program in `/opt/keepsake`, its
 * service in `/var/lib/keepsake`. A real shell runs the documented commands; the service manager and what needs a network are
 * stood in for.
 */
export class OperatorMachine {
  readonly service: string;
  readonly #commands: string;
  readonly #systemd: Server;
  #bot: BotProcess | null = null;

  private constructor(
    readonly folder: string,
    readonly program: string,
  ) {
    this.service = join(folder, "var/lib/keepsake");
    this.#commands = join(folder, "bin");
    this.#systemd = createServer((request, response) => {
      const [verb = "", unit = ""] = decodeURIComponent(request.url ?? "")
        .slice(1)
        .split(/ (?=\w+$)/);
      const done = this.#systemctl(verb, unit);
      void done.then(
        () => response.end(),
        () => response.writeHead(500).end(),
      );
    });
  }

  /** `program` is the folder of Keepsake; without it, it is this one. */
  static async setUp(program = ROOT): Promise<OperatorMachine> {
    const machine = new OperatorMachine(await realpath(await mkdtemp(join(tmpdir(), "keepsake-machine-"))), program);
    for (const folder of [machine.service, machine.#commands]) await mkdir(folder, { recursive: true, mode: 0o700 });
    await new Promise<void>((resolve) => machine.#systemd.listen(0, "127.0.0.1", resolve));
    await machine.#addCommands();
    return machine;
  }

  /** Runs commands of docs/operating.md up to the first that fails; throws then. `others` are machines that they name. */
  async run(commands: string, others: Readonly<Record<string, OperatorMachine>> = {}): Promise<void> {
    const here = commands
      .replaceAll(
        /(?:(\S+):)?\/var\/lib\/keepsake/g,
        (_, host?: string) => (host === undefined ? this : others[host])?.service ?? "",
      )
      .replaceAll("/opt/keepsake", this.program)
      // There is no such user here.
      .replaceAll("-o keepsake -g keepsake", '-o "$(id -u)" -g "$(id -g)"');
    const env = { PATH: `${this.#commands}:${PATH}`, HOME: this.folder };
    await promisify(execFile)("sh", ["-euc", here], { cwd: this.folder, env });
  }

  /** The bot that was started last. */
  get bot(): BotProcess {
    if (this.#bot === null) throw new Error("Nothing was started");
    return this.#bot;
  }

  /** Waits until the page answers, and resolves with its address. */
  async url(): Promise<string> {
    return addressOf(this.bot);
  }

  /** Takes over what the service of another machine holds. */
  async copyService({ service }: OperatorMachine): Promise<void> {
    await cp(service, this.service, { recursive: true });
  }

  async close(): Promise<void> {
    await this.#bot?.kill();
    await new Promise((resolve) => this.#systemd.close(resolve));
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As systemd does, a start waits for nothing, and a stop for the end. */
  async #systemctl(verb: string, unit: string): Promise<void> {
    if (unit !== "keepsake") throw new Error(`no unit ${unit}`);
    if (verb === "start") this.#bot = new BotProcess(this.service, {}, join(this.program, "bin/start.js"));
    else if (verb === "stop" || verb === "disable --now") await this.#bot?.terminate();
    else throw new Error(`no verb ${verb}`);
  }

  async #addCommands(): Promise<void> {
    const address = this.#systemd.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const ask = `fetch("http://127.0.0.1:${address.port}/" + process.argv.slice(1).join(" ")).then(({ ok }) => process.exit(ok ? 0 : 1))`;
    await this.#addCommand("systemctl", `exec node -e '${ask}' -- "$@"`);
    // The other machine is a folder of this one.
    await this.#addCommand("scp", 'exec cp "$@"');
    // Without a network npm can only say whether it would install this; node_modules is there already.
    await this.#addCommand("npm", `PATH="${PATH}"; [ "$1" != ci ] || set -- "$@" --dry-run --offline; exec npm "$@"`);
  }

  async #addCommand(name: string, line: string): Promise<void> {
    const path = join(this.#commands, name);
    await writeFile(path, `#!/bin/sh\n${line}\n`);
    await chmod(path, 0o700);
  }
}
