import { Packr } from "msgpackr";
import { type ErrorParams, UserError, type UserErrorCode } from "../../errors.ts";
import { StudioFailed, type StudioFailure } from "../contract/studio.ts";
import { causeFrom, type Order } from "../render/messages.ts";
import type { CarriedOut } from "../render/studio-by-orders.ts";

/** What a worker is to do, and what that is about. */
export interface OrderParcel {
  readonly order: Order;
  readonly given: Uint8Array;
}

/** How that ended. */
export type AnswerParcel =
  | ({ readonly end: "done" } & CarriedOut)
  | { readonly end: "userError"; readonly code: UserErrorCode; readonly params: ErrorParams; readonly cause?: string }
  | { readonly end: "failed"; readonly failure: StudioFailure; readonly message: string; readonly stack?: string };

const packr = new Packr({ useRecords: false, moreTypes: false });

export function pack(parcel: OrderParcel | AnswerParcel): Uint8Array {
  return packr.pack(parcel);
}

/** Undoes `pack`. What comes back from a worker is not to be trusted by its type alone: see `checkedAnswer`. */
export function unpack(bytes: Uint8Array): unknown {
  return packr.unpack(bytes);
}

/** A failure on its way to the bot. */
export function endOf(error: unknown): AnswerParcel {
  if (error instanceof UserError) {
    const { code, params, cause } = error;
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : cause;
    return { end: "userError", code, params, ...(typeof reason === "string" ? { cause: reason } : {}) };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const failure = error instanceof StudioFailed ? error.failure : "bug";
  return { end: "failed", failure, message, ...(stack === undefined ? {} : { stack }) };
}

/** The failure again, as `Studio` rejects with it. */
export function errorOf(answer: Exclude<AnswerParcel, { end: "done" }>): Error {
  if (answer.end === "userError") return new UserError(answer.code, answer.params, causeFrom(answer.cause));
  const { failure, message, stack } = answer;
  return Object.assign(new StudioFailed(failure, message), stack === undefined ? {} : { stack });
}
