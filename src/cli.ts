import { runCommand } from "./cli/main.ts";

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interruption.abort());
// Whoever reads our output may stop early, as `head` does; that is no reason to complain.
process.stdout.on("error", () => undefined);

const { stdin, stdout, stderr } = process;
process.exitCode = await runCommand(process.argv.slice(2), { stdin, stdout, stderr, signal: interruption.signal });
