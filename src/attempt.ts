import type { Logger } from "pino";

/**
 * Does what may fail without anybody waiting for it, in a timer or after the work proper: a failure is logged and ends neither
 * the process nor what its caller does next. `what` is a sentence for the log, such as "The sweep failed". Never rejects;
 * resolves with whether it was done.
 */
export async function attempt(log: Pick<Logger, "error">, what: string, action: () => unknown): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    log.error({ err: error }, what);
    return false;
  }
}
