import type { BrokenAnswer } from "../fake-platform/script.ts";

/** What goes wrong with a call. */
export type Failure =
  | { readonly kind: "refuse"; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: "flood"; readonly seconds: number; readonly global?: boolean }
  | BrokenAnswer;

/** What goes wrong with a download. */
export type FileFailure =
  | { readonly kind: "refuse"; readonly status: number }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "cut" };

export const unknownInteraction: Failure = { kind: "refuse", status: 404, code: 10062, message: "Unknown interaction" };
