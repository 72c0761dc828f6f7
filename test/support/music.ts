import { randomFrom } from "../../src/pipeline/motion/vary.ts";

/** Samples a second. */
export const RATE = 22_050;

export interface Band {
  readonly bpm: number;
  readonly seconds: number;
  /** 3 for a waltz: a low note, then two chords. Without it drums in four-four time, with a softer stroke between the beats. */
  readonly perBar?: 3;
}

/** Music of a band that keeps time, mono, with some hiss; its first beat is a quarter of a beat from the start. */
export function play({ bpm, seconds, perBar }: Band): Float32Array {
  const random = randomFrom(bpm);
  const samples = new Float32Array(Math.round(seconds * RATE)).map(() => 0.01 * (2 * random() - 1));
  const beat = 60 / bpm;
  const strike = (at: number, sound: (t: number) => number): void => {
    const first = Math.round(at * RATE);
    for (let i = first; i < Math.min(samples.length, first + 0.3 * RATE); i++) samples[i]! += sound((i - first) / RATE);
  };
  const tone = (hertz: number, loud: number, decay: number) => (t: number) =>
    loud * Math.min(1, 100 * t) * Math.sin(2 * Math.PI * hertz * t) * Math.exp(-decay * t);
  const noise = (loud: number, decay: number) => (t: number) => loud * (2 * random() - 1) * Math.exp(-decay * t);
  for (let i = 0, at = beat / 4; at < seconds; i++, at += beat) {
    if (perBar === 3) {
      if (i % 3 === 0) strike(at, tone(98, 0.5, 4));
      else for (const hertz of [262, 330, 392]) strike(at, tone(hertz, 0.12, 6));
      continue;
    }
    strike(at, tone(60, i % 2 === 0 ? 0.7 : 0.2, 14));
    if (i % 2 === 1) strike(at, noise(0.35, 18));
    strike(at, noise(0.1, 80));
    strike(at + beat / 2, noise(0.06, 80));
  }
  return samples;
}

/** Somebody who talks: syllables of all lengths, one after the other, without a beat. */
export function talk(seconds: number): Float32Array {
  const random = randomFrom(7);
  const samples = new Float32Array(Math.round(seconds * RATE)).map(() => 0.005 * (2 * random() - 1));
  for (let at = 0.2; at < seconds - 0.5; at += 0.09 + 0.4 * random() ** 2) {
    const [hertz, long, loud] = [110 + 60 * random(), 0.06 + 0.15 * random(), 0.2 + 0.5 * random()];
    const first = Math.round(at * RATE);
    for (let i = 0; i < long * RATE; i++) {
      const t = i / RATE;
      const shape = Math.sin((Math.PI * t) / long);
      samples[first + i]! +=
        loud * shape * (Math.sin(2 * Math.PI * hertz * t) + 0.5 * Math.sin(4 * Math.PI * hertz * t));
    }
  }
  return samples;
}

/** Samples as a WAV file. */
export function wavOf(samples: Float32Array): Uint8Array {
  const file = Buffer.alloc(44 + 2 * samples.length);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(36 + 2 * samples.length, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(2 * RATE, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((sample, i) => file.writeInt16LE(Math.round(32_000 * Math.max(-1, Math.min(1, sample))), 44 + 2 * i));
  return file;
}
