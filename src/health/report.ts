import type { QueueStats } from "../queue/contract/queue.ts";
import type { RemoteReport } from "../queue/remote/open-remote.ts";

export interface Connection {
  /** The platform's. */
  readonly name: string;
  readonly connected: boolean;
}

export interface PlatformState extends Connection {
  /** Clips of the last 24 hours, made or found again, and jobs that gave none. */
  readonly clips: number;
  readonly failed: number;
}

/** How long a stage took in the last 24 hours: half of them no longer than `p50`, 19 of 20 no longer than `p95`, in ms. */
export interface StageTimes {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
}

/** An error that the log tells of, without its stack. */
export interface LoggedError {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** One hour of the last day. */
export interface Hour {
  /** When it began, in ms since 1970. */
  readonly from: number;
  readonly clips: number;
  readonly failed: number;
}

/** How the bot is doing, for its operator. */
export interface Status {
  /** Times in ms since 1970. */
  readonly now: number;
  readonly startedAt: number;
  readonly platforms: readonly PlatformState[];
  readonly queue: QueueStats;
  /** The last 24 hours, oldest first. */
  readonly hours: readonly Hour[];
  /** Why renderings of the last 24 hours gave no clip, most frequent first. */
  readonly failures: readonly { readonly kind: string; readonly count: number }[];
  /** In the order in which they follow each other, and the whole; none without clips. */
  readonly stages: readonly StageTimes[];
  /** What the line did not take in the last 24 hours, by the limit that was reached, most frequent first. */
  readonly refusals: readonly { readonly limit: string; readonly platform: string; readonly count: number }[];
  /** How often the process started in the last 24 hours. */
  readonly starts: number;
  /** Errors since the start, the last one first. */
  readonly errors: readonly LoggedError[];
  /** Bytes that the process that talks to people holds, those that render, and what is free of the machine's. */
  readonly memory: { readonly chat: number; readonly render: number; readonly free: number };
  readonly disk: {
    readonly photos: number;
    readonly clips: number;
    /** Clips in albums. */
    readonly kept: number;
    /** Bytes of all encrypted files, of the records, and bytes left on the disk. */
    readonly bytes: number;
    readonly records: number;
    readonly free: number;
    /** Bytes that may be kept, or null without a limit. */
    readonly limit: number | null;
    /** When the oldest photo goes, or null when there is none. */
    readonly nextExpiry: number | null;
  };
  /** The machines that render for the bot, and the Redis between; null where this one does it alone. */
  readonly remote: RemoteReport | null;
  readonly versions: Readonly<Record<string, string>>;
}
