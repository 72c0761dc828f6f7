/** Problems that the person who sent the photo, or typed the command, can mend. Everything else is a bug. */
export const USER_ERRORS = [
  "notAnImage",
  "unsupportedFormat",
  "fileTooLarge",
  "tooManyPixels",
  "sideTooLong",
  "tooSlowToRead",
  "damaged",
  "noFace",
  "noSuchFace",
  "faceTooSmall",
  "faceTurnedAway",
  "noSuchGesture",
  "gestureDoesNotSuit",
  "clipTooLarge",
  "cannotCutOut",
  "tooMuchMemory",
  "tooMuchTime",
  "videoUnreadable",
  "videoTooLarge",
  "videoTooLong",
  "videoTooShort",
  "videoNoFace",
  "videoSeveralFaces",
  "videoFaceLost",
  "videoStill",
  "soundUnreadable",
  "soundTooLarge",
  "soundTooLong",
  "soundTooShort",
  "soundNoBeat",
] as const;

export type UserErrorCode = (typeof USER_ERRORS)[number];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error with a code that the texts of every language know, the figures that they mention, and for the log its cause. */
export class UserError extends Error {
  override readonly name = "UserError";
  constructor(
    readonly code: UserErrorCode,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
