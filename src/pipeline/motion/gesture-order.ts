/** The gestures that ship, in the order in which people may like to try them. */
export const GESTURE_ORDER: readonly string[] = [
  "nostalgia",
  "smile",
  "laugh",
  "blink",
  "wink",
  "look",
  "turn",
  "tilt",
  "nod",
  "shake",
  "surprise",
  "kiss",
  "sigh",
  "asleep",
  "drift",
];
