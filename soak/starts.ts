import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf, BotProcess } from "../test/support/fake-telegram/bot-process.ts";
import { freePort } from "../test/support/free-port.ts";
import { anotherPortrait } from "../test/support/photos.ts";
import { Visitor } from "../test/support/web-rig.ts";

/** Every third start finds what a power cut left. */
const CUT_EVERY = 3;

/** A bot with the page alone, in a folder of its own, at the same address at each start. */
export async function openFolder(settings: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-starts-"));
  const port = await freePort();
  let bot: BotProcess | null = null;
  const start = async () => {
    bot = new BotProcess(folder, { WEB_PORT: String(port), ENHANCE: "off", RENDERERS: "1", ...settings });
    return { bot, url: await addressOf(bot) };
  };
  const close = async () => {
    await bot?.kill();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, dataDir: join(folder, "data"), start, close };
}

/**
 * Starts the bot so many times, each time on the data of the one before, and ends it in turns gently and by a power cut. Throws
 * Error when a clip, or the page's memory of it, is no longer as it was, or a gentle end leaves more than belongs there.
 */
export async function startInARow(times: number): Promise<void> {
  const { dataDir, start, close } = await openFolder();
  try {
    const first = await start();
    const visitor = await Visitor.enter(first.url);
    await visitor.postPhoto((await anotherPortrait()).bytes);
    const { id, clipUrl } = await visitor.clip();
    const mp4 = await bytesAt(visitor, clipUrl);
    await first.bot.terminate();
    for (let n = 1; n < times; n += 1) {
      const { bot } = await start();
      const clips = (await visitor.history()).filter((message) => message.clipUrl !== null);
      if (clips.length !== 1 || clips[0]?.id !== id) throw new Error(`start ${n}: another history`);
      if (!mp4.equals(await bytesAt(visitor, clipUrl))) throw new Error(`start ${n}: another clip`);
      if (n % CUT_EVERY === 0) await bot.kill();
      else await endGently(bot, dataDir, n);
    }
  } finally {
    await close();
  }
}

async function endGently(bot: BotProcess, dataDir: string, n: number): Promise<void> {
  const { status } = await bot.terminate();
  if (status !== 0) throw new Error(`start ${n} ended with status ${status}: ${bot.output}`);
  const left = (await readdir(dataDir, { recursive: true })).filter(
    (name) => !/^(clips|photos|kept)(\/[\w-]+)?$/.test(name),
  );
  if (left.sort().join() !== "c2pa,c2pa/chain.pem,c2pa/key.pem,records.db")
    throw new Error(`start ${n} left ${left.join(", ")}`);
}

async function bytesAt(visitor: Visitor, path: string | null): Promise<Buffer> {
  const answer = await visitor.get(path ?? "");
  if (!answer.ok) throw new Error(`no clip: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
