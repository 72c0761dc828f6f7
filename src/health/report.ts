import type { QueueStats } from "../queue/contract/queue.ts";
import type { RemoteReport } from "../queue/remote/open-remote.ts";

export interface PlatformState {
  readonly name: string;
  readonly connected: boolean;
}

/** One hour of the last day. */
export interface Hour {
  /** When it began, in ms since 1970. */
  readonly from: number;
  readonly clips: number;
  readonly failed: number;
  /** Medians in milliseconds, empty without clips. */
  readonly stages: Readonly<Record<string, number>>;
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
  readonly disk: {
    readonly photos: number;
    readonly clips: number;
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
