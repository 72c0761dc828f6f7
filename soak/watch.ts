import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";

/** What the bot holds at a moment; bytes and counts. */
export interface Sample {
  /** Milliseconds since the soak began. */
  readonly at: number;
  /** Resident memory of the process that talks to people. */
  readonly chatMemory: number;
  /** What of it is reachable: the heap after a collection, and what hangs on it outside. */
  readonly heap: number;
  /** Resident memory of all render processes together, and of programs that they run. */
  readonly renderMemory: number;
  readonly descriptors: number;
  /** Those beyond the ones that are meant to live for a while (see `Watch`). */
  readonly timers: number;
  /** What keeps the process alive, as Node lists it: sockets, pipes, children, requests. */
  readonly active: number;
}

const probeLine = z.object({
  rss: z.number(),
  heap: z.number(),
  timers: z.number(),
  active: z.number(),
  warnings: z.array(z.string()),
});

/** Reads what the probe in the bot's process writes, and asks Linux for the rest. */
export class Watch {
  readonly samples: Sample[] = [];
  /** What the process was warned of, such as too many listeners. */
  readonly warnings: string[] = [];
  #read = 0;

  constructor(
    private readonly pid: number,
    private readonly probeFile: string,
    private readonly began: number,
    /** Timers that the process is known to hold at this moment. */
    private readonly knownTimers: () => number,
  ) {}

  /** Takes a sample, unless the probe has written nothing since the last one. */
  async look(): Promise<Sample | null> {
    const lines = (await readFile(this.probeFile, "utf8").catch(() => "")).split("\n").slice(0, -1);
    const fresh = lines.slice(this.#read).map((line) => probeLine.parse(JSON.parse(line)));
    this.#read = lines.length;
    for (const { warnings } of fresh) this.warnings.push(...warnings);
    const newest = fresh.at(-1);
    if (newest === undefined) return null;
    const sample = {
      at: Date.now() - this.began,
      chatMemory: newest.rss,
      heap: newest.heap,
      renderMemory: await memoryBelow(this.pid),
      descriptors: (await readdir(`/proc/${this.pid}/fd`)).length,
      timers: newest.timers - this.knownTimers(),
      active: newest.active,
    };
    this.samples.push(sample);
    return sample;
  }
}

/** Resident memory of everything that a process has started, in bytes. */
async function memoryBelow(pid: number): Promise<number> {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const told = await Promise.all(processes.map(async (name) => statusOf(Number(name))));
  const below = (parent: number): number =>
    told
      .filter((one) => one?.parent === parent)
      .reduce((sum, one) => sum + (one === null ? 0 : one.memory + below(one.pid)), 0);
  return below(pid);
}

async function statusOf(pid: number) {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => null);
  if (text === null) return null;
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { pid, parent: field("PPid"), memory: field("VmRSS") * 1024 };
}
