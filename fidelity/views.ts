import { type Plane, planeOf, resample } from "../src/pipeline/photo/plane.ts";
import type { Unmarked } from "./unmarked.ts";

/** Numbers from 0 to 1, by chance. */
export type Chance = () => number;

/** A part of a picture, 40 to 100 % of its sides, at another size, and every second time mirrored: another picture to the search. */
export function viewOf({ width, height, data }: Plane, chance: Chance): Plane {
  const share = 0.4 + 0.6 * chance();
  const [w, h] = [width * share * (0.8 + 0.2 * chance()), height * share * (0.8 + 0.2 * chance())];
  const side = 180 + 540 * chance();
  const factor = Math.min(1.5, side / Math.sqrt(w * h));
  const cut = (from: number, length: number) => {
    const count = Math.max(16, Math.round(length * factor));
    return { start: chance() * (from - length), step: length / count, count };
  };
  const view = resample(planeOf(width, height, data), cut(width, w), cut(height, h));
  return chance() < 0.5 ? view : mirrored(view);
}

function mirrored({ width, height, data }: Plane): Plane {
  return planeOf(
    width,
    height,
    data.map((_, i) => data[i - (i % width) + width - 1 - (i % width)]!),
  );
}

const SIDE = 480;
type Level = (x: number, y: number, chance: Chance) => number;

/** What is hard on a search for waves: lines, dots, weaves, skies, text, noise. Each by numbers that `chance` sets. */
const DRAWINGS: readonly ((chance: Chance) => Level)[] = [
  // An engraving's lines, which bend and swell.
  (chance) => {
    const [period, bend, turn] = [3 + 9 * chance(), 30 * chance(), Math.PI * chance()];
    return (x, y) => {
      const along = x * Math.cos(turn) + y * Math.sin(turn) + bend * Math.sin(y / 60);
      return 128 + 110 * Math.tanh(3 * Math.cos((2 * Math.PI * along) / period) + 2 * Math.sin(x / 90));
    };
  },
  // A print's dots.
  (chance) => {
    const [period, turn] = [4 + 8 * chance(), Math.PI * chance()];
    const wave = (t: number): number => Math.cos((2 * Math.PI * t) / period);
    return (x, y) =>
      128 + 60 * wave(x * Math.cos(turn) + y * Math.sin(turn)) + 60 * wave(y * Math.cos(turn) - x * Math.sin(turn));
  },
  // A sky: a slope of whole levels, with hardly any noise.
  (chance) => {
    const [across, down] = [0.1 * chance(), 0.1 * chance()];
    return (x, y, noise) => Math.round(120 + across * x + down * y + 0.4 * (noise() - 0.5));
  },
  // A black ground with a light on it.
  (chance) => {
    const [x0, y0, reach] = [SIDE * chance(), SIDE * chance(), 60 + 200 * chance()];
    return (x, y, noise) => Math.round(16 + 180 * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / reach ** 2) + noise());
  },
  // Noise, as grain.
  (chance) => {
    const strength = 2 + 80 * chance();
    return (_x, _y, noise) => 128 + strength * (noise() + noise() - 1);
  },
  // Lines of text, nearly.
  (chance) => {
    const [line, letter] = [12 + 20 * chance(), 5 + 6 * chance()];
    return (x, y) => {
      const inLine = y % line < 0.6 * line;
      const ink = Math.sin(13.7 * Math.floor(x / letter) + 71.3 * Math.floor(y / line)) > -0.3;
      return inLine && ink && (x % letter) / letter < 0.7 ? 30 : 235;
    };
  },
];

/** A picture that was drawn and not taken. */
export function drawn(chance: Chance): Unmarked {
  const level = DRAWINGS[Math.floor(chance() * DRAWINGS.length)]!(chance);
  const data = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const value = level(i % SIDE, Math.floor(i / SIDE), chance);
    return Math.min(255, Math.max(0, value));
  });
  return { kind: "drawn", brightness: planeOf(SIDE, SIDE, data) };
}
