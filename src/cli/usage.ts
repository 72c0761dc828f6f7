import { InvalidArgumentError } from "commander";

/** The command was called in a way that cannot work; the message says what to change. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Some of several files could not be worked on; each has been told of already. */
export class SomeFilesFailed extends Error {
  override readonly name = "SomeFilesFailed";
  constructor(failed: number, all: number, what = "photos could not be animated") {
    super(`${failed} of ${all} ${what}; see above.`);
  }
}

/** `keepsake doctor` has found what must be mended; each thing has been told of already. */
export class SomethingToMend extends Error {
  override readonly name = "SomethingToMend";
  constructor(things: number) {
    super(things === 1 ? "One thing is to be mended." : `${things} things are to be mended.`);
  }
}

/** Reads a whole number from `least` to `most`, or of at least `least`, from the command line. */
export function wholeNumber(least: number, most?: number): (text: string) => number {
  const range = most === undefined ? `, ${least} or more` : ` from ${least} to ${most}`;
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER)) return value;
    throw new InvalidArgumentError(`It must be a whole number${range}.`);
  };
}

/** Reads a face's number, or `all` for everyone, from the command line. */
export function faceOrAll(text: string): number | "all" {
  if (text === "all") return text;
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError("It must be a face's number, 1 or more, or `all`.");
}

/** Reads a number from 0 to `most` from the command line. */
export function numberUpTo(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= 0 && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from 0 to ${most}.`);
  };
}

/** Reads a number of seconds, 0 or more, from the command line. */
export function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError("It must be a number of seconds, 0 or more.");
}
