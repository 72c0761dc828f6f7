import { z } from "zod";
import { FPS } from "./drive.ts";

/** Largest file of a song or a voice note that is listened to, in bytes. */
export const MAX_SOUND_BYTES = 50_000_000;
/** Lengths between which a clip to music may be, seconds. */
export const SHORTEST_DANCE = 8;
export const LONGEST_DANCE = 15;
/** No music has more beats a second. */
const MOST_BEATS = LONGEST_DANCE * 5;

const beat = z.object({
  /** Seconds from the beginning. */
  at: z.number().min(0).max(LONGEST_DANCE),
  /** How much it stands out: 1 is the middle of all. */
  strength: z.number().min(0).max(2),
});

/** When a piece of music has its beats. It is whole bars long, and begins half a beat before the first of them. */
export const musicSchema = z.object({
  /** Frames of the clip that goes with it, at 25 a second. */
  frames: z
    .number()
    .int()
    .min(SHORTEST_DANCE * FPS)
    .max(LONGEST_DANCE * FPS),
  /** Beats of a bar. */
  perBar: z.number().int().min(2).max(4),
  beats: z.array(beat).min(4).max(MOST_BEATS),
});

export type Music = Readonly<z.infer<typeof musicSchema>>;

/** Music that can be heard: `sound` is an MP4 with AAC, or a clip in which it is. */
export interface Song extends Music {
  readonly sound: Uint8Array;
}
