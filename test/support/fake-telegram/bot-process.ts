import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FakeTelegram, TOKEN } from "./server.ts";

/** What `npm start` runs. */
export const START = fileURLToPath(new URL("../../../bin/start.js", import.meta.url));

/** What to load into a process so that it writes down how long its event loop was held up. */
export const LAG_MONITOR = new URL("./lag-monitor.mjs", import.meta.url).href;

const START_MS = 60_000;

/** How a process of the bot ended. */
export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** `npm start` as an operator has it: a process of its own in a folder of its own, with the real pipeline. */
export class BotProcess {
  readonly #child: ChildProcess;
  readonly ended: Promise<Ending>;
  output = "";

  constructor(folder: string, settings: Readonly<Record<string, string>>, start = START) {
    const path = Object.entries(process.env).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
    this.#child = spawn(process.execPath, ["--import", LAG_MONITOR, start], {
      cwd: folder,
      env: { PATH: path, ...workersOfThisRun(), ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
    this.ended = new Promise((resolve) => this.#child.on("close", (status, signal) => resolve({ status, signal })));
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error("The bot did not start");
    return this.#child.pid;
  }

  /** What Linux tells of the process, under `/proc`: `status`, `maps`. */
  async report(what: "status" | "maps"): Promise<string> {
    return readFile(`/proc/${this.pid}/${what}`, "utf8");
  }

  /** Ends it the hard way, as a power cut would. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.ended;
  }

  /** From now on delays of its event loop count (see lag-monitor.mjs). */
  watchLag(): void {
    this.#child.kill("SIGUSR2");
  }

  /** Asks it to end, as a service manager does. */
  async terminate(): Promise<Ending> {
    this.#child.kill("SIGTERM");
    return this.ended;
  }
}

/** The scenes can be played with workers, too: `npm run scale -- scenes` says where they are. */
function workersOfThisRun(): Readonly<Record<string, string>> {
  const names = ["REDIS_URL", "WORKER_KEY", "RENDERERS"];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Where the page of a bot is that was just started. */
export async function addressOf(bot: BotProcess): Promise<string> {
  const ended = bot.ended.then(() => true);
  const pause = async (): Promise<false> => new Promise((resolve) => setTimeout(resolve, 50, false));
  for (const start = Date.now(); Date.now() < start + START_MS; ) {
    const found = /Chat page: (http:\/\/[\d.]+:\d+)/.exec(bot.output)?.[1];
    if (found !== undefined) return found;
    if (await Promise.race([ended, pause()])) break;
  }
  throw new Error(`no page: ${bot.output}`);
}

/** A Bot API server and a folder for a bot that can be started, ended and started again on it. */
export async function openBench(settings: Readonly<Record<string, string>> = {}) {
  const telegram = await FakeTelegram.start();
  const folder = await mkdtemp(join(tmpdir(), "keepsake-process-"));
  let bot: BotProcess | null = null;
  return {
    telegram,
    folder,
    /** Starts the bot and waits until it asks for updates. */
    start: async (): Promise<BotProcess> => {
      const polls = telegram.calls("getUpdates").length;
      const started = new BotProcess(folder, {
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: telegram.url,
        ...settings,
      });
      bot = started;
      let ended = false;
      void started.ended.then(() => {
        ended = true;
        telegram.world.changed();
      });
      await telegram.world.until(
        "the bot to start",
        () => (ended || telegram.calls("getUpdates").length > polls ? true : undefined),
        60_000,
      );
      return started;
    },
    close: async (): Promise<void> => {
      await bot?.kill();
      await telegram.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
