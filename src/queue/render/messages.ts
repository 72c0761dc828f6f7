import type { ErrorParams, UserErrorCode } from "../../errors.ts";
import type { AnimateRequest, Stage } from "../../pipeline/request.ts";
import type { Rendered } from "./renderer.ts";

/** What the bot's process says to a render process. One job at a time. */
export type ToWorker = { readonly kind: "render"; readonly request: AnimateRequest } | { readonly kind: "cancel" };

/** What a render process says to the bot's. Each `render` is followed by exactly one of the last four, or by its death. */
export type FromWorker =
  | { readonly kind: "progress"; readonly stage: Stage; readonly done: number }
  | {
      readonly kind: "done";
      readonly rendered: Rendered;
      /** Resident memory in bytes. */
      readonly memory: number;
    }
  | { readonly kind: "userError"; readonly code: UserErrorCode; readonly params: ErrorParams }
  | { readonly kind: "cancelled" }
  | { readonly kind: "bug"; readonly message: string; readonly stack: string };
