import type { Song } from "../../src/pipeline/motion/song.ts";

/** Ten seconds of a song with two beats a second, whose sound is what is given. */
export function madeUpSong(sound: Uint8Array): Song {
  const beats = Array.from({ length: 20 }, (_, i) => ({ at: 0.25 + i / 2, strength: 1 }));
  return { frames: 250, perBar: 4, beats, sound };
}
