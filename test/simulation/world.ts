import type { Logger } from "pino";
import type { ChatEvent } from "../../src/bots/port/chat-event.ts";
import { type Asked, isForget } from "./asked.ts";
import { Bot } from "./bot.ts";
import { Disk } from "./disk.ts";
import { Dead, Life } from "./life.ts";
import { type Shown, SimulatedPlatform } from "./platform.ts";
import { SimulatedPort } from "./port.ts";
import type { Random } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import { Story } from "./story.ts";
import { SimulatedStudio } from "./studio.ts";
import { Timeline } from "./timeline.ts";
import { Turns } from "./turns.ts";

/** A clip that a platform took, and whether that is noted on disk. */
export interface Taken {
  readonly shown: Shown;
  /** The clip. */
  readonly content: string;
  readonly life: Life;
  readonly at: number;
  /** Its taker did not hear of it. */
  readonly answerLost: boolean;
  noted: boolean;
  /** When the process died that had sent it. */
  diedAt: number | null;
}

/** How soon after a start that failed the service manager tries again. */
const RESTART_MS = 5000;

/** Everything there is: the platforms, the disk, the process that lives at the moment, and what was seen of all. */
export class World {
  readonly timeline = new Timeline();
  readonly story: Story;
  readonly disk: Disk;
  readonly platforms: readonly SimulatedPlatform[];
  readonly asked: Asked[] = [];
  readonly taken: Taken[] = [];
  readonly turns: Turns;
  /** What the log calls an error while nothing was wrong with the disk. */
  readonly errors: string[] = [];
  readonly bots: Bot[] = [];
  readonly studios: SimulatedStudio[] = [];
  readonly ports: SimulatedPort[] = [];
  /** Platforms that the operator has switched off. */
  readonly off = new Set<string>();
  /** When writing failed last. */
  fullAt = Number.NEGATIVE_INFINITY;
  /** Starts that failed although nothing was wrong. */
  readonly failedStarts: unknown[] = [];
  /** The process may die by itself. */
  mortal = false;
  deaths = 0;
  #ids = 0;

  constructor(
    readonly seed: number,
    readonly random: Random,
    readonly scenario: Scenario,
    told: boolean,
  ) {
    this.story = new Story(this.timeline, told);
    this.disk = new Disk(random.fork("disk"), seed % 16 === 0 ? "file" : "memory");
    this.disk.onWrite = (life, sql, values) => {
      if (sql.includes("journal")) this.#noteWrite(life, sql, JSON.stringify(values));
    };
    if (scenario.troubles.metricsFail) this.disk.broken = "measurements";
    this.turns = new Turns(this);
    this.platforms = scenario.platforms.map((profile) => {
      const platform = new SimulatedPlatform(profile, this.timeline, random.fork(profile.name));
      platform.mood.refuses = scenario.troubles.refuses;
      platform.mood.losesAnswers = scenario.troubles.losesAnswers;
      return platform;
    });
  }

  get bot(): Bot | undefined {
    return this.bots.at(-1);
  }

  tell(what: string): void {
    this.story.tell(what);
  }

  /** Starts a process; when it cannot start, or dies, the next one is started a little later. */
  start(): void {
    const life = this.#life();
    const studio = new SimulatedStudio({
      life,
      random: this.random.fork(`studio ${this.bots.length}`),
      slowestMs: this.scenario.slowestRenderMs,
      tell: (what) => this.tell(what),
    });
    const ports = this.platforms
      .filter(({ name }) => !this.off.has(name))
      .map((platform) => ({ platform, port: this.#port(platform, life) }));
    const bot = new Bot({
      life,
      studio,
      ports,
      disk: this.disk.partsFor(life),
      log: this.#log(life),
      limits: this.scenario.limits,
      renderers: this.scenario.renderers,
      newId: () => `id${String(this.#ids++).padStart(6, "0")}`,
      admins: [],
      watch: this.turns.watchOf(life),
    });
    this.bots.push(bot);
    this.studios.push(studio);
    this.ports.push(...ports.map(({ port }) => port));
    this.tell(`process ${this.bots.length} starts`);
    bot.start().catch((error: unknown) => {
      if (!life.alive || error instanceof Dead) return;
      if (this.#isWell()) this.failedStarts.push(error);
      life.die("a start that failed");
    });
  }

  /** Ends the process as SIGTERM does, and starts the next one. */
  restart(): void {
    const { bot } = this;
    if (bot?.parts.life.alive !== true) return;
    this.tell("SIGTERM");
    // What cannot be put away is killed by the service manager.
    const kill = () => bot.parts.life.die("SIGTERM");
    bot.stop().then(kill, kill);
    bot.parts.life.after(25_000, kill);
  }

  /** Something that a person asked for reaches a platform. */
  ask(platform: SimulatedPlatform, asked: Omit<Asked, "at" | "acceptedAt">): void {
    this.asked.push({ ...asked, at: this.timeline.now, acceptedAt: null });
    if (isForget(asked)) this.disk.willBeSearched = true;
    this.tell(`${asked.person} ${describe(asked.event)}`);
    platform.push(asked.event);
  }

  #life(): Life {
    const { stepsToDeath } = this.scenario.troubles;
    const { deaths } = this.scenario.troubles;
    const dies = this.deaths < deaths;
    const life: Life = new Life({
      timeline: this.timeline,
      diesAt: dies ? this.random.between(1, stepsToDeath) : Number.POSITIVE_INFINITY,
      isMortal: () => this.mortal,
      onDeath: (where) => {
        if (where !== "SIGTERM") this.deaths += 1;
        this.tell(`the process dies at: ${where}`);
        for (const taken of this.taken) if (taken.life === life) taken.diedAt ??= this.timeline.now;
        this.timeline.after(this.random.between(1, 2 * RESTART_MS), () => this.start());
      },
    });
    return life;
  }

  #port(platform: SimulatedPlatform, life: Life): SimulatedPort {
    const onClip = (taker: Life, shown: Shown, answerLost: boolean): void => {
      const diedAt = taker.alive ? null : this.timeline.now;
      const content = shown.content ?? "";
      this.taken.push({ shown, content, life: taker, at: this.timeline.now, answerLost, noted: false, diedAt });
    };
    return new SimulatedPort({ platform, life, timeline: this.timeline, tell: (what) => this.tell(what), onClip });
  }

  /** Which events are on disk, and of which clips it is noted there that they were sent. */
  #noteWrite(life: Life, sql: string, values: string): void {
    if (sql.startsWith("INSERT OR IGNORE INTO journal")) {
      for (const asked of this.asked) {
        if (asked.acceptedAt === null && values.includes(JSON.stringify(asked.event.id))) {
          asked.acceptedAt = this.timeline.now;
        }
      }
    }
    for (const taken of this.taken) {
      if (taken.life === life && !taken.noted) taken.noted = values.includes(taken.shown.id);
    }
  }

  /** Nothing has been wrong with the disk for a while. */
  #isWell(): boolean {
    return this.disk.full === 0 && this.timeline.now - this.fullAt > 60_000;
  }

  #log(life: Life): Logger {
    const nothing = () => undefined;
    const error = (facts: { readonly err?: unknown }, message: string): void => {
      if (!life.alive || facts.err instanceof Dead) return;
      this.tell(`error: ${message}`);
      if (this.#isWell()) this.errors.push(`${message}: ${inWords(facts.err)}`);
    };
    const warn = (_facts: unknown, message: string): void => {
      if (life.alive) this.tell(`warning: ${message}`);
    };
    const log = { trace: nothing, debug: nothing, info: warn, warn, error, fatal: error };
    return log as unknown as Logger;
  }
}

function describe(event: ChatEvent): string {
  const where = `in ${event.chat.id} (${event.id})`;
  if (event.kind === "photo") return `sends ${event.photo.file.unique} ${where}`;
  if (event.kind === "press") return `taps ${event.data} ${where}`;
  if (event.kind === "command") return `says /${event.name} ${where}`;
  if (event.kind === "wish")
    return `wishes ${JSON.stringify(event.wish)} of ${event.about ?? "what was last"} ${where}`;
  return `${event.kind} ${where}`;
}

/** What failed, and where. */
export function inWords(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
