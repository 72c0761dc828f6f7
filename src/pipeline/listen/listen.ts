import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import { FPS } from "../motion/drive.ts";
import { MAX_SOUND_BYTES, SHORTEST_DANCE, type Song } from "../motion/song.ts";
import type { FfmpegTools } from "../video/ffmpeg.ts";
import { encodeSound, probeSound, readSound, SAMPLE_BYTES, SOUND_RATE, SoundError } from "../video/ffmpeg-sound.ts";
import { inTemporaryFolder } from "../video/temporary-folder.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { findPulse } from "./pulse.ts";
import { cutLooping } from "./seam.ts";

/** What is longer is no song, in seconds. */
const MOST_SECONDS = 20 * 60;
/** So much of a song is heard, and in parts of this length, seconds: one part has one tempo. */
const HEARD_SECONDS = 60;
const PART_SECONDS = 20;
/** An earlier part is taken when its beat is nearly as clear as the clearest. */
const AS_CLEAR = 0.85;
/** Beats are looked for in every second sample. */
const THINNED = 2;

/**
 * Finds the beat of a song or a voice note, and cuts out 8 to 15 seconds of it, whole bars that can be looped. Nothing else of the file stays, neither its names nor
 * its pictures. Throws `UserError` `sound…` for what its sender can mend, and the signal's reason.
 */
export async function listenTo(file: Uint8Array, tools: FfmpegTools): Promise<Song> {
  if (file.length > MAX_SOUND_BYTES) throw new UserError("soundTooLarge");
  try {
    return await inTemporaryFolder(async (folder) => {
      const path = join(folder, "heard");
      await writeFile(path, file, { mode: 0o600 });
      const seconds = await probeSound(path, tools);
      if (seconds !== null && seconds > MOST_SECONDS) throw new UserError("soundTooLong");
      const samples = await readSound(path, HEARD_SECONDS, tools);
      const { from, music } = bestExcerpt(samples);
      const cut = join(folder, "cut.mp4");
      await encodeSound(cutLooping(samples, from, music.frames / FPS), cut, tools);
      return { ...music, sound: new Uint8Array(await readFile(cut)) };
    });
  } catch (error) {
    tools.signal?.throwIfAborted();
    if (error instanceof SoundError) throw new UserError("soundUnreadable", {}, { cause: error });
    throw error;
  }
}

/** The bars to move to, in the first part whose beat is clear. Throws `UserError` where there are none. */
function bestExcerpt(samples: Buffer): Excerpt {
  const heard = monoOf(samples);
  const rate = SOUND_RATE / THINNED;
  if (heard.length < SHORTEST_DANCE * rate) throw new UserError("soundTooShort");
  const parts = partsOf(heard.length / rate).map(({ from, to }) => {
    const pulse = findPulse(heard.subarray(Math.round(from * rate), Math.round(to * rate)), rate);
    return { from, pulse, excerpt: pulse === null ? null : excerptOf(pulse, to - from) };
  });
  const fitting = parts.flatMap(({ from, pulse, excerpt }) =>
    pulse === null || excerpt === null
      ? []
      : { contrast: pulse.contrast, from: from + excerpt.from, music: excerpt.music },
  );
  const clearest = Math.max(...fitting.map(({ contrast }) => contrast));
  const best = fitting.find(({ contrast }) => contrast >= AS_CLEAR * clearest);
  if (best !== undefined) return best;
  throw new UserError(parts.some(({ pulse }) => pulse !== null) ? "soundTooShort" : "soundNoBeat");
}

/** Parts of a sound, seconds; the last one reaches to its end, and shares some of the one before where it would be short. */
function partsOf(seconds: number): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.ceil(seconds / PART_SECONDS));
  return Array.from({ length: count }, (_, i) => {
    const to = Math.min(seconds, (i + 1) * PART_SECONDS);
    return { from: Math.max(0, to - PART_SECONDS), to };
  });
}

/** Both channels' mean, -1..1, of so many samples each. */
function monoOf(samples: Buffer): Float32Array {
  const heard = new Float32Array(Math.floor(samples.length / (SAMPLE_BYTES * THINNED)));
  for (let i = 0; i < heard.length; i++) {
    let sum = 0;
    for (let k = 0; k < 2 * THINNED; k++) sum += samples.readInt16LE(SAMPLE_BYTES * THINNED * i + 2 * k);
    heard[i] = sum / (2 * THINNED * 0x8000);
  }
  return heard;
}
