import type { Refusal } from "../../src/bots/web/protocol.ts";

/**
 * The server's no; `unreachable` when there was no answer, `away` when something answered in its place that it cannot be reached,
 * `tooLargeForWay` when something on the way takes nothing of that size.
 */
export class CallFailed extends Error {
  constructor(
    readonly reason: Refusal | "unreachable" | "away" | "tooLargeForWay" | "video",
    /** What the server says about it, where it does. */
    readonly text?: string,
  ) {
    super(reason);
  }
}
