import type { BrokenAnswer } from "../fake-platform/script.ts";

/** What goes wrong with a call. */
export type Failure =
  | { readonly kind: "refuse"; readonly status: number; readonly description: string; readonly retryAfter?: number }
  | BrokenAnswer;

/** What goes wrong with a download: `cut`: it ends half way; `stall`: it stops half way and stays open. */
export type FileFailure =
  | { readonly kind: "refuse"; readonly status: number }
  | { readonly kind: "drop" | "cut" | "stall" }
  | { readonly kind: "slow"; readonly pieces: number; readonly everyMs: number };

export const flood = (seconds: number): Failure => ({
  kind: "refuse",
  status: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  retryAfter: seconds,
});

export const blockedByUser: Failure = {
  kind: "refuse",
  status: 403,
  description: "Forbidden: bot was blocked by the user",
};

export const badGateway: Failure = { kind: "html", status: 502 };
