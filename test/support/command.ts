import { Writable } from "node:stream";
import type { CommandContext } from "../../src/cli/context.ts";
import { runCommand } from "../../src/cli/main.ts";

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stream that is no terminal and remembers what was written. */
function recorder(onWrite: () => void = () => undefined): { stream: NodeJS.WriteStream; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      onWrite();
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => chunks.join("") };
}

export interface CommandOptions {
  readonly signal?: AbortSignal;
  /** Called before every write to standard output. */
  readonly onStdout?: () => void;
}

/** Runs a command in this process, as if its output went into a pipe. */
export async function keepsake(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [stdout, stderr] = [recorder(options.onStdout), recorder()];
  const signal = options.signal ?? new AbortController().signal;
  const context: CommandContext = { stdout: stdout.stream, stderr: stderr.stream, signal };
  const status = await runCommand(args, context);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}
