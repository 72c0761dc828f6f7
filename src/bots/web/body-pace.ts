import type { IncomingMessage } from "node:http";

export interface Pace {
  /** How long a body may take to get going, in ms. */
  readonly graceMs: number;
  /** Bytes a second that must have come on average after that. Half a slow phone's share of a bad line. */
  readonly leastPerSecond: number;
}

export const PACE: Pace = { graceMs: 5000, leastPerSecond: 16_000 };

/** Breaks off a request whose body trickles in, since it holds a place that others wait for; returns how to stop watching. */
export function insistOnPace(request: IncomingMessage, { graceMs, leastPerSecond }: Pace): () => void {
  const { socket } = request;
  const before = socket.bytesRead;
  const began = performance.now();
  const watch = setInterval(() => {
    const seconds = (performance.now() - began) / 1000;
    if (socket.bytesRead - before < leastPerSecond * seconds) socket.destroy();
  }, graceMs);
  watch.unref();
  return () => clearInterval(watch);
}
