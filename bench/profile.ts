/** The processor's time of warm clips, by function: `npm run bench -- --profile`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";

const PROGRAM = join(import.meta.dirname, "profiled.ts");
/** Functions that are printed. */
const ROWS = 40;
/** The profile of the main thread; the others are of threads that load modules. */
const MAIN = /\.0\.\d+\.cpuprofile$/;

/** What of V8's profiles is read: times in microseconds. */
const profileSchema = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});

/** Makes some clips in a process that V8 watches, and says which functions took most of the time. */
export async function profileClips(clips: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-profile-"));
  try {
    const options = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--import", "tsx", PROGRAM, `${clips}`];
    const [code] = (await once(spawn(process.execPath, options, { stdio: "inherit" }), "close")) as [number | null];
    if (code !== 0) throw new Error(`the profiled process ended with status ${code ?? "none"}`);
    const main = (await readdir(folder)).find((file) => MAIN.test(file));
    if (main === undefined) throw new Error("V8 has written no profile of the main thread");
    return tableOf(await readFile(join(folder, main), "utf8"), clips);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A table of the functions in which most of the time was spent, each by itself. */
function tableOf(profile: string, clips: number): string {
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
  return [
    `| function | ms in ${clips} clips |`,
    "| --- | ---: |",
    ...most.map(([name, ms]) => `| ${name} | ${ms.toFixed(0)} |`),
    "",
  ].join("\n");
}
