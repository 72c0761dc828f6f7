import { Readable, Writable } from "node:stream";
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
  /** What comes in by standard input; nothing without it. */
  readonly stdin?: Uint8Array;
}

/** What a command runs in when its output goes into pipes, and what it has written. */
export function recordedContext(
  signal: AbortSignal,
  { onStdout, stdin }: CommandOptions = {},
): { readonly context: CommandContext; readonly stdout: () => string; readonly stderr: () => string } {
  const [stdout, stderr] = [recorder(onStdout), recorder()];
  const input = Readable.from(stdin === undefined ? [] : [stdin]);
  return {
    context: { stdin: input, stdout: stdout.stream, stderr: stderr.stream, signal },
    stdout: stdout.text,
    stderr: stderr.text,
  };
}

/** Runs a command in this process, as if its output went into a pipe. */
export async function keepsake(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const { context, stdout, stderr } = recordedContext(options.signal ?? new AbortController().signal, options);
  const status = await runCommand(args, context);
  return { status, stdout: stdout(), stderr: stderr() };
}
