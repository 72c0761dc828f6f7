import { UserError } from "../../src/errors.ts";

/** The `UserError` that some work ends in; fails when it ends in anything else. */
export async function userErrorOf(work: Promise<unknown>): Promise<UserError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("expected a UserError, but all went well");
}
