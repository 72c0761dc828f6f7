/** Time as everything outside the pipeline sees it, so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `action` once after `ms` milliseconds; returns a function that calls it off. Never keeps the process alive. */
  after(ms: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after a time, or as soon as `end` is aborted; keeps no hold of either afterwards. */
export async function pause(clock: Clock, ms: number, end?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      callOff();
      end?.removeEventListener("abort", finish);
      resolve();
    };
    const callOff = clock.after(ms, finish);
    if (end?.aborted === true) finish();
    else end?.addEventListener("abort", finish);
  });
}
