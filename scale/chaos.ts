import { setTimeout as sleep } from "node:timers/promises";
import { type Served, serve } from "./crowd.ts";
import { ScaleRig } from "./rig.ts";

const WORKERS = 6;
const PLACES = 2;
const RENDER_MS = 1500;
const PEOPLE = 200;
const PHOTOS = 5;
const EVERY_MS = 20_000;

export interface Survived extends Served {
  readonly left: readonly string[];
  readonly happened: readonly string[];
  /** What the bot's process holds on to, in MB, before and after. */
  readonly memory: readonly [before: number, after: number];
}

/** 200 people post five photos each, while workers are killed and frozen in turns and Redis is started anew twice. */
export async function chaos(tell: (what: string) => void): Promise<Survived> {
  const rig = await ScaleRig.open();
  try {
    const settings = { places: PLACES, renderMs: RENDER_MS };
    for (let i = 0; i < WORKERS; i += 1) await rig.startWorkers(settings);
    const remote = await rig.openRemote();
    const line = await rig.openLine(remote);
    const happened: string[] = [];
    const ended = new AbortController();
    const trouble = makeTrouble(rig, settings, ended.signal, (what) => {
      happened.push(what);
      tell(what);
    });
    const before = heldMegabytes();
    const served = await serve(line, PEOPLE, PHOTOS);
    ended.abort();
    await trouble;
    await line.queue.close();
    // What was told to go goes within the next moments.
    await sleep(3000);
    const left = await rig.left();
    await remote.close();
    await line.store.close();
    return { ...served, left, happened, memory: [before, heldMegabytes()] };
  } finally {
    await rig.close();
  }
}

/** Objects and buffers that are still in use. */
function heldMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}

async function makeTrouble(
  rig: ScaleRig,
  settings: { readonly places: number; readonly renderMs: number },
  ended: AbortSignal,
  tell: (what: string) => void,
): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    await sleep(EVERY_MS, undefined, { signal: ended }).catch(() => undefined);
    if (ended.aborted) return;
    const worker = rig.workers[turn % rig.workers.length];
    if (turn % 3 === 2) {
      await rig.redis.kill();
      await sleep(2000);
      await rig.redis.startAgain();
      tell("Redis was killed, and started anew with nothing in it");
    } else if (turn % 3 === 1) {
      worker?.kill("SIGSTOP");
      await sleep(12_000);
      worker?.kill("SIGCONT");
      tell("a worker was frozen for twelve seconds");
    } else {
      worker?.kill("SIGKILL");
      await rig.startWorkers(settings);
      tell("a worker was killed, and another one came");
    }
  }
}
