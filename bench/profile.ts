/** The processor's time of warm clips, by function: `npm run bench -- --profile`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";

const PROGRAM = join(import.meta.dirname, "profiled.ts");
/** Functions that are printed of each thread. */
const ROWS = 25;

/** What of V8's profiles is read: times in microseconds. */
const profileSchema = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** Makes some clips in a process that V8 watches, and says for each of its threads which functions took most of the time. */
export async function profileClips(clips: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-profile-"));
  try {
    const options = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--import", "tsx", PROGRAM, `${clips}`];
    const [code] = (await once(spawn(process.execPath, options, { stdio: "inherit" }), "close")) as [number | null];
    if (code !== 0) throw new Error(`the profiled process ended with status ${code ?? "none"}`);
    const threads: string[] = [];
    for (const file of (await readdir(folder)).sort())
      threads.push(tableOf(await readFile(join(folder, file), "utf8")));
    return threads.map((table, thread) => `## Thread ${thread}, ms in ${clips} clips\n\n${table}\n`).join("\n");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A table of the functions in which a thread spent most of its time, themselves. */
function tableOf(profile: string): string {
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(profile));
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url } }) => [id, `${functionName} ${basename(url)}`]),
  );
  const spent = new Map<string, number>();
  samples.forEach((id, k) => {
    const name = names.get(id) ?? "";
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[k] ?? 0) / 1000);
  });
  const most = [...spent].sort(([, a], [, b]) => b - a).slice(0, ROWS);
  return most.map(([name, ms]) => `| ${name} | ${ms.toFixed(0)} |`).join("\n");
}
