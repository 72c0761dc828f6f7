import { setTimeout as sleep } from "node:timers/promises";

/** Waits for what other processes bring about. Throws when it has not come about within the time. */
export async function until(what: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await what())) {
    if (performance.now() > end) throw new Error(`It has not come about: ${what.toString()}`);
    await sleep(50);
  }
}
