import { isInterrupted, type Scenario } from "./scenario.ts";

/** Something that the simulation has found and that is not mended yet. Goes with the mend. */
interface Known {
  readonly what: string;
  readonly invariants: readonly string[];
  /** In which worlds it shows. */
  readonly when: (scenario: Scenario) => boolean;
  /** What is said of it; without it, whatever. */
  readonly says?: RegExp;
}

const KNOWN: readonly Known[] = [
  {
    what: "what is asked while a platform cannot be reached, or loses the answer to the first message, is let go",
    invariants: ["everyPhotoIsAnswered", "everyCommandIsAnswered"],
    when: ({ troubles }) => troubles.outages > 0 || troubles.losesAnswers > 0,
  },
  {
    what: "what fails because the disk is full stays open until the next start, and may be answered twice",
    invariants: [
      "everyPhotoIsAnswered",
      "everyCommandIsAnswered",
      "nothingIsInWork",
      "noClipComesTwice",
      "theForgottenAreNotOnDisk",
      "theForgottenAreNotOnPlatforms",
      "memoryHoldsNobody",
    ],
    when: ({ troubles }) => troubles.fullDisks > 0,
  },
  {
    what: "the event of a job that was withdrawn stays open when the process ends before it is closed",
    invariants: ["nothingIsInWork"],
    when: isInterrupted,
    says: /an open event/,
  },
  {
    what: "an answer that was given up while the disk was full stays on record until the next start",
    invariants: ["recordsAreEmpty"],
    when: ({ troubles }) => troubles.fullDisks > 0,
    says: /jobs/,
  },
  {
    what: "a file whose record could not be written stays until the next start",
    invariants: ["photosAndClipsAreGone"],
    when: ({ troubles }) => troubles.fullDisks > 0,
  },
];

/** Whether a broken invariant is no news. */
export function isKnown(invariant: string, said: string, scenario: Scenario): boolean {
  return KNOWN.some(
    ({ invariants, when, says }) => invariants.includes(invariant) && when(scenario) && says?.test(said) !== false,
  );
}
