import { z } from "zod";

/** A gesture's name, as a pattern for whatever holds one among other things. */
export const GESTURE_NAME = "[a-z][a-z0-9-]{0,23}";

/** What the gesture of a movement of somebody's own is called: not even they could guess it. */
const OWN_GESTURE = /^my-[0-9a-f]{16}$/;

/** What a movement to somebody's music is called, likewise. */
const SONG = /^song-[0-9a-f]{16}$/;

export const isSongGesture = (gesture: string): boolean => SONG.test(gesture);
export const isOwnGesture = (gesture: string): boolean => OWN_GESTURE.test(gesture);

/**
 * A gesture's name, the same for driver files, jobs, buttons and what people type. It begins with a letter, so that nobody takes
 * it for a face's number, and leaves room for the rest of a button's 64 bytes.
 */
export const gestureName = z
  .string()
  .regex(
    new RegExp(`^${GESTURE_NAME}$`),
    "must be at most 24 lower-case letters, digits and hyphens, beginning with a letter",
  );
