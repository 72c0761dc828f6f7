/** What was found of one thing. */
export interface Finding {
  readonly what: string;
  /** `worse`: it works, but not as well as it could. */
  readonly state: "ok" | "worse" | "wrong";
  /** What there is; and where it is not as it should be, what to do. */
  readonly says: string;
}

/** A finding, but for what it was of. */
export type Found = Omit<Finding, "what">;

/** Looks at one thing. What it throws is found to be wrong with it. */
export interface Check {
  readonly what: string;
  readonly look: () => Promise<Found> | Found;
}

/** What is found when a check is carried out; it does not throw. */
export async function carryOut({ what, look }: Check): Promise<Finding> {
  try {
    return { what, ...(await look()) };
  } catch (error) {
    return { what, state: "wrong", says: error instanceof Error ? error.message : String(error) };
  }
}
