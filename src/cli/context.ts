/** What a command needs from the process that it runs in. */
export interface CommandContext {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted when the person interrupts the command. */
  readonly signal: AbortSignal;
}

/** Prints one JSON object, on one line. */
export function printJson(stdout: NodeJS.WritableStream, value: object): void {
  stdout.write(`${JSON.stringify(value)}\n`);
}

/** Numbers in print need no more than two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
