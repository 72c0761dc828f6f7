import { inspect } from "node:util";
import { CommanderError } from "commander";
import { wantsCauses } from "../environment.ts";
import { UserError } from "../errors.ts";
import type { CommandContext } from "./context.ts";
import { messageFor } from "./messages.ts";
import { buildProgram } from "./program.ts";
import { SomeFilesFailed, SomethingToMend, UsageError } from "./usage.ts";

/** What the command's exit status says. */
export const EXIT = { done: 0, bug: 1, usage: 2, mendable: 3, interrupted: 130 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Runs one command, with the arguments that follow its name; never throws, but tells on standard error what went wrong. */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<ExitStatus> {
  try {
    await buildProgram(context).parseAsync(args, { from: "user" });
    return EXIT.done;
  } catch (error) {
    if (context.signal.aborted) return EXIT.interrupted;
    return await explain(error, context.stderr);
  }
}

async function explain(error: unknown, stderr: NodeJS.WritableStream): Promise<ExitStatus> {
  // Commander has written its own message by now; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  // Loaded only now, because help must not wait for them.
  const [{ ConfigError }, { VideoError }] = await Promise.all([
    import("../config.ts"),
    import("../pipeline/video/ffmpeg-read.ts"),
  ]);
  if (error instanceof UsageError || error instanceof ConfigError) {
    stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof SomeFilesFailed || error instanceof SomethingToMend) {
    stderr.write(`${error.message}\n`);
    return EXIT.mendable;
  }
  if (error instanceof VideoError) {
    stderr.write(`The video cannot be used: ${error.message}.\n`);
    return EXIT.mendable;
  }
  if (error instanceof UserError) {
    stderr.write(`${messageFor(error)}\n`);
    if (error.cause !== undefined && wantsCauses()) stderr.write(`${inspect(error.cause)}\n`);
    return error.code === "noSuchGesture" ? EXIT.usage : EXIT.mendable;
  }
  stderr.write("Something went wrong that should not; this is a bug in Keepsake. Please report it with these lines:\n");
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.bug;
}
