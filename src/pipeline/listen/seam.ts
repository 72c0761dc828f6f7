import { SAMPLE_BYTES, SOUND_RATE } from "../video/ffmpeg-sound.ts";

/** Within so many seconds a loop's end becomes what lies before its beginning: no click is heard, and the beat goes on. */
const SEAM_SECONDS = 0.03;

/**
 * Some seconds of a sound (as `readSound` gives it), made to be played again and again. Its last moments become those before its first; where there are none, they
 * fade.
 */
export function cutLooping(samples: Buffer, from: number, seconds: number): Buffer {
  const [first, count] = [Math.round(from * SOUND_RATE), Math.round(seconds * SOUND_RATE)];
  const cut = Buffer.alloc(count * SAMPLE_BYTES);
  samples.copy(cut, 0, first * SAMPLE_BYTES);
  const seam = Math.round(SEAM_SECONDS * SOUND_RATE);
  for (let i = 0; i < seam; i++) {
    const share = (i + 0.5) / seam;
    const before = first - seam + i;
    for (let channel = 0; channel < SAMPLE_BYTES; channel += 2) {
      const at = (count - seam + i) * SAMPLE_BYTES + channel;
      const next = before < 0 ? 0 : samples.readInt16LE(before * SAMPLE_BYTES + channel);
      cut.writeInt16LE(Math.round(cut.readInt16LE(at) * (1 - share) + next * share), at);
    }
  }
  return cut;
}
