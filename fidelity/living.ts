import type { EyeRig } from "../src/pipeline/mesh/rig/eye/eye.ts";
import type { Rig } from "../src/pipeline/mesh/rig/rig.ts";
import { CHANNELS, type Channel } from "../src/pipeline/motion/channels.ts";
import type { Motion } from "../src/pipeline/motion/drive.ts";
import { lumaAt } from "../src/pipeline/photo/raster.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { movementAt } from "./flow.ts";
import { median } from "./measure.ts";
import type { LivingRow } from "./rows.ts";

/** Draws one frame of a photo for the values of some channels. */
export type Draw = (values: Partial<Record<Channel, number>>) => Frame;

/** Windows of movement are looked at so far apart, pixels. */
const APART = 16;
/** How far lids are closed when the iris below them is looked at, and how far closing takes the upper lid's edge down. */
const HALF_CLOSED = 0.5;
const UPPER_SHARE = 0.88;
/** Within this part of its radius all is iris. */
const IRIS = 0.85;
const LEAST_PIXELS = 12;

/** What of a photo lives: the body in its breath, and the eyes as their lids come down. */
export function measureLiving(rig: Rig, draw: Draw): Omit<LivingRow, "kind" | "photo" | "lag"> {
  const [rest, inhaled] = [draw({}), draw({ breath: 1 })];
  const blink = (closure: number): Frame => draw({ eyeBlinkLeft: closure, eyeBlinkRight: closure });
  const [half, closed] = [blink(HALF_CLOSED), blink(1)];
  const eyes = rig.eyes.filter(({ open }) => open);
  return {
    breath: breathOf(rig, rest, inhaled),
    leak: leakOf(rig, rest, inhaled),
    iris: eyes.flatMap((eye) => irisOf(eye, rig.framing.pad, rest, half) ?? []),
    lids: eyes.map((eye) => lidOf(eye, rig.framing.pad, rest, closed)),
  };
}

/** A frame of a motion, a number for each channel. */
export function rowOf({ values }: Motion, frame: number): Float32Array {
  return values.subarray(frame * CHANNELS.length, (frame + 1) * CHANNELS.length);
}

export function rowOfValues(values: Partial<Record<Channel, number>>): Float32Array {
  return Float32Array.from(CHANNELS, (channel) => values[channel] ?? 0);
}

/** How far shoulders and chest rise from rest to inhaled, pixels: the middle of what moves wholly. Null where no body is seen. */
function breathOf({ body, grid, framing }: Rig, rest: Frame, inhaled: Frame): number | null {
  const lifts: number[] = [];
  for (let y = 0; y < rest.height; y += APART)
    for (let x = 0; x < rest.width; x += APART) {
      const [column, row] = [(x + framing.pad) / grid.step, (y + framing.pad) / grid.step].map(Math.round);
      if ((body.trunk[row! * grid.columns + column!] ?? 0) < 0.95) continue;
      const moved = movementAt(rest, inhaled, x, y);
      if (moved) lifts.push(-moved.dx * body.down[0] - moved.dy * body.down[1]);
    }
  return lifts.length < 3 ? null : median(lifts);
}

/** The largest change, levels, of any pixel that is not the person's: 0 unless breath reaches over the outline. */
function leakOf({ coverage, framing: { pad, size } }: Rig, rest: Frame, inhaled: Frame): number {
  let largest = 0;
  for (let y = 0, i = 0; y < size; y++)
    for (let x = 0; x < size; x++, i += 3) {
      if (coverage[(y + pad) * (size + 2 * pad) + x + pad]! > 0) continue;
      for (let c = 0; c < 3; c++) largest = Math.max(largest, Math.abs(rest.rgb[i + c]! - inhaled.rgb[i + c]!));
    }
  return largest;
}

/** Lightness of what a half-closed lid leaves of the iris, over the open eye's. */
function irisOf(eye: EyeRig, pad: number, rest: Frame, half: Frame): number | null {
  const { contour, u, v, upper, lower } = eye;
  const inIris = [...u.keys()].filter((i) => {
    const within = Math.hypot(u[i]! - contour.iris.u, v[i]! - contour.iris.v) < IRIS * contour.iris.radius;
    return within && v[i]! > upper[i]! + 1 && v[i]! < lower[i]! - 1;
  });
  const left = inIris.filter((i) => {
    const edge = upper[i]! + HALF_CLOSED * UPPER_SHARE * (lower[i]! - upper[i]!);
    return v[i]! > edge + 1.5 && v[i]! < lower[i]! - 0.1 * (lower[i]! - upper[i]!) - 1;
  });
  if (left.length < LEAST_PIXELS) return null;
  return meanLight(eye, pad, half, left) / meanLight(eye, pad, rest, inIris);
}

/** Lightness of a closed lid over that of the skin above and below the open eye. */
function lidOf(eye: EyeRig, pad: number, rest: Frame, closed: Frame): number {
  const { contour, u, v, upper, lower, lidHeight } = eye;
  const width = contour.width;
  const middle = [...u.keys()].filter((i) => Math.abs(u[i]! / width - 0.5) < 0.35);
  const lid = middle.filter((i) => {
    const height = lower[i]! - upper[i]!;
    return v[i]! > upper[i]! - 0.02 * width && v[i]! < lower[i]! - 0.35 * height;
  });
  const skin = middle.filter((i) => {
    const [above, below] = [upper[i]! - v[i]!, v[i]! - lower[i]!];
    return (above > 0.12 * width && above < 0.9 * lidHeight) || (below > 0.12 * width && below < 0.4 * width);
  });
  return meanLight(eye, pad, closed, lid) / meanLight(eye, pad, rest, skin);
}

function meanLight({ x0, y0, width }: EyeRig, pad: number, frame: Frame, pixels: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const i of pixels) {
    const [x, y] = [x0 - pad + (i % width), y0 - pad + Math.floor(i / width)];
    if (x < 0 || y < 0 || x >= frame.width || y >= frame.height) continue;
    sum += lumaAt(frame.rgb, y * frame.width + x);
    count++;
  }
  return sum / Math.max(1, count);
}
