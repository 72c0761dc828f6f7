import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { FakeDiscord } from "../test/support/fake-discord/server.ts";
import { TOKEN as DISCORD_TOKEN } from "../test/support/fake-discord/world.ts";
import { addressOf, BotProcess } from "../test/support/fake-telegram/bot-process.ts";
import { FakeTelegram, TOKEN as TELEGRAM_TOKEN } from "../test/support/fake-telegram/server.ts";
import { Lateness, load } from "./lateness.ts";
import { type Acquaintance, discordChannel, pageVisitor, telegramChat } from "./people.ts";
import { startInARow } from "./starts.ts";
import { type Course, coursesOf } from "./verdict.ts";
import { type Sample, Watch } from "./watch.ts";

/** So many lines of the log are told when somebody waits in vain. */
const LINES = 40;
const PROBE = new URL("./probe.mjs", import.meta.url).href;
/** Fewer samples in a fifth would tell of a moment and not of a state. */
const SAMPLES = 100;
const LONGEST_STEP_MS = 10_000;
/** An interaction can be answered for so long, and has a timer that ends it: as many more as people tap, for a quarter of an hour. */
const INTERACTION_MS = 14.5 * 60_000;

/** A bot with all its platforms, which are ours, in a folder of its own. */
async function openBot(everyMs: number) {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-soak-"));
  const [telegram, discord] = await Promise.all([FakeTelegram.start(), FakeDiscord.start()]);
  const probeFile = join(folder, "probe.jsonl");
  const bot = new BotProcess(folder, {
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_TOKEN,
    DISCORD_API_ROOT: discord.apiRoot,
    DISCORD_CDN: discord.url,
    WEB_PORT: "0",
    CLIPS_PER_USER_PER_HOUR: "10000",
    // It tells of lost connections.
    LOG_LEVEL: "info",
    NODE_OPTIONS: `--import=${PROBE}`,
    SOAK_FILE: probeFile,
    SOAK_EVERY_MS: String(everyMs),
  });
  const close = async () => {
    const ending = await bot.terminate();
    await Promise.all([telegram.stop(), discord.stop()]);
    await rm(folder, { recursive: true, force: true });
    return ending;
  };
  const url = await addressOf(bot);
  const isThere = () => (discord.gateway.identified.length > 0 && discord.world.commands.length > 0 ? true : undefined);
  await discord.world.until("the bot", isThere, 60_000);
  return { bot, telegram, discord, url, probeFile, close };
}

/** Lets people come, one after the other, until the time is over. Resolves with how many clips they got. */
async function keepMeeting({ name, meet }: Acquaintance, until: number): Promise<string> {
  let clips = 0;
  let people = 0;
  let awaited = "nothing yet";
  let since = Date.now();
  const meeting = {
    goOn: () => Date.now() < until,
    await: (what: string) => {
      awaited = what;
      since = Date.now();
    },
  };
  while (meeting.goOn()) {
    try {
      clips += (await meet(meeting)).clips;
    } catch (error) {
      const seconds = ((Date.now() - since) / 1000).toFixed(0);
      const so = `after ${people} people and ${clips} clips of theirs somebody waited ${seconds} s for ${awaited}`;
      throw new Error(`${name}: ${so}`, { cause: error });
    }
    people += 1;
  }
  return `${name}: ${people} people, ${clips} clips`;
}

async function soak(minutes: number): Promise<boolean> {
  const everyMs = Math.min(LONGEST_STEP_MS, (minutes * 60_000) / SAMPLES);
  const { bot, telegram, discord, url, probeFile, close } = await openBot(everyMs);
  const began = Date.now();
  const end = began + minutes * 60_000;
  const interactions = () =>
    [...discord.world.interactions.values()].filter(({ sentAt }) => sentAt > Date.now() - INTERACTION_MS).length;
  const watch = new Watch(bot.pid, probeFile, began, interactions);
  const lateness = new Lateness(discord.world);
  const guests = [telegramChat(telegram), discordChannel(discord), pageVisitor(url)];
  const meetings = Promise.all(guests.map(async (guest) => keepMeeting(guest, end)));
  meetings.catch(() => undefined);
  process.stdout.write(HEAD);
  let shown = 0;
  const look = async (): Promise<void> => {
    const sample = await watch.look();
    lateness.look();
    if (sample === null || sample.at < shown) return;
    process.stdout.write(lineOf(sample));
    shown = sample.at + Math.max(everyMs, (minutes * 60_000) / 30);
  };
  const lookOn = async (): Promise<readonly string[]> => {
    while (Date.now() < end) {
      await Promise.race([sleep(everyMs), meetings]);
      await look();
    }
    return meetings;
  };
  const met = await lookOn().catch(async (error: unknown) => {
    const { resumes, sessions } = discord.gateway;
    const newest = watch.samples.at(-1);
    process.stdout.write(
      `\n${inWords(error)}\n\nThen:\n${HEAD}${newest === undefined ? "" : lineOf(newest)}` +
        `load ${load()}; Discord's connection resumed ${resumes} times, ${sessions.size} sessions; ${lateness.report()}\n` +
        `The log ended so:\n${bot.output.split("\n").slice(-LINES).join("\n")}\n`,
    );
    // Nobody is to be left behind that goes on by itself.
    await close();
    return null;
  });
  if (met === null) return false;
  const ending = await close();
  const courses = coursesOf(watch.samples);
  process.stdout.write(`\n${met.join("\n")}\n${lateness.report()}\n\n${report(courses)}\n`);
  for (const warning of watch.warnings) process.stdout.write(`warned: ${warning}\n`);
  const bugs = bot.output.split("\n").filter((line) => line.includes('"level":50'));
  if (bugs.length > 0) process.stdout.write(`\nThe log tells of bugs:\n${bugs.join("\n")}\n`);
  const grew = courses.some((course) => course.grew);
  const well = !grew && watch.warnings.length === 0 && ending.status === 0 && bugs.length === 0 && lateness.isWell;
  process.stdout.write(well ? "Nothing grew after the first fifth.\n" : "Not well: see above.\n");
  return well;
}

const HEAD = "   min  chat MB  heap MB  render MB  descriptors  timers  active\n";

function lineOf(sample: Sample): string {
  const megabytes = (bytes: number, width: number): string => (bytes / 2 ** 20).toFixed(0).padStart(width);
  return [
    (sample.at / 60_000).toFixed(1).padStart(6),
    megabytes(sample.chatMemory, 9),
    megabytes(sample.heap, 9),
    megabytes(sample.renderMemory, 11),
    String(sample.descriptors).padStart(13),
    String(sample.timers).padStart(8),
    String(sample.active).padStart(8),
    "\n",
  ].join("");
}

function report(courses: readonly Course[]): string {
  const rows = courses.map(({ name, unit, fifths, grew }) => {
    const cells = fifths.map((value) => value.toFixed(0));
    return `| ${name}${unit === "" ? "" : `, ${unit}`} | ${cells.join(" | ")} | ${grew ? "grew" : "steady"} |`;
  });
  const head =
    "| median of each fifth | 1st | 2nd | 3rd | 4th | 5th | |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |";
  return `${head}\n${rows.join("\n")}\n`;
}

/** An error and what caused it. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  because ${inWords(error.cause)}`;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number <= 1440)) throw new InvalidArgumentError("must be a number from 1 to 1440.");
  return number;
}

async function startAndTell(times: number): Promise<void> {
  const began = performance.now();
  await startInARow(times);
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`${times} starts in ${seconds.toFixed(0)} s, nothing lost.\n`);
}

const { minutes, starts } = new Command("npm run soak --")
  .description(
    "Lets a Telegram chat, a Discord channel and a visitor of the page use a real bot at once, over servers on this machine, and " +
      "tells what its processes hold meanwhile. Ends with status 1 when anything grew after the first fifth. Linux only.",
  )
  .option("--minutes <number>", "how long", numberOf, 30)
  .option("--starts <number>", "instead, start the bot so often, each time on the data of the one before", numberOf)
  .parse()
  .opts<{ minutes: number; starts?: number }>();
if (starts === undefined) process.exit((await soak(minutes)) ? 0 : 1);
await startAndTell(starts);
