/** Numbers drawn as shapes, because a machine that serves a bot often has no fonts. */

import type { Canvas, Colour } from "./canvas.ts";

type Stroke = readonly (readonly [x: number, y: number])[];

/** Width of a digit for a height of 1. */
const WIDTH = 0.6;
const GAP = 0.22;
/** Half the thickness of a line for a height of 1. */
const PEN = 0.085;

/** Points of an arc round (x, y); degrees clockwise from the right. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 20));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)] as const;
  });
}

/** The strokes of each digit in a box that is `WIDTH` wide and 1 high. */
const DIGITS: readonly (readonly Stroke[])[] = [
  [arc(0.3, 0.5, 0.3, 0.5, 0, 360)],
  [
    [
      [0.08, 0.22],
      [0.34, 0],
      [0.34, 1],
    ],
  ],
  [[...arc(0.3, 0.28, 0.28, 0.28, -170, 40), [0.02, 1], [0.6, 1]]],
  [arc(0.28, 0.26, 0.27, 0.26, -160, 90), arc(0.28, 0.75, 0.3, 0.25, -90, 160)],
  [
    [
      [0.44, 1],
      [0.44, 0],
      [0, 0.7],
      [0.6, 0.7],
    ],
  ],
  [[[0.54, 0], [0.1, 0], [0.06, 0.46], ...arc(0.28, 0.68, 0.31, 0.32, -115, 150)]],
  [arc(0.3, 0.68, 0.3, 0.32, 0, 360), [...arc(0.52, 0.66, 0.52, 0.66, 184, 262)]],
  [
    [
      [0, 0],
      [0.6, 0],
      [0.2, 1],
    ],
  ],
  [arc(0.3, 0.25, 0.26, 0.25, 0, 360), arc(0.3, 0.74, 0.3, 0.26, 0, 360)],
  [arc(0.3, 0.32, 0.3, 0.32, 0, 360), [...arc(0.08, 0.34, 0.52, 0.66, 4, 82)]],
];

/** Width in pixels of a number that is drawn `height` pixels high. */
export function numberWidth(number: number, height: number): number {
  const digits = String(number).length;
  return height * (digits * WIDTH + (digits - 1) * GAP);
}

/** Draws a whole number >= 0 with its middle at (x, y), `height` pixels high. */
export function drawNumber(canvas: Canvas, number: number, x: number, y: number, height: number, colour: Colour): void {
  let left = x - numberWidth(number, height) / 2;
  for (const digit of String(number)) {
    for (const stroke of DIGITS[Number(digit)] ?? []) {
      const points = stroke.map(([u, v]) => [left + u * height, y + (v - 0.5) * height] as const);
      drawStroke(canvas, points, PEN * height, colour);
    }
    left += (WIDTH + GAP) * height;
  }
}

/** Draws a filled disc. */
export function drawDisc(canvas: Canvas, x: number, y: number, radius: number, colour: Colour): void {
  drawStroke(canvas, [[x, y]], radius, colour);
}

/** Draws a line with round ends through points, `reach` pixels to either side, with soft edges. */
function drawStroke(canvas: Canvas, points: Stroke, reach: number, colour: Colour): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs) - reach - 1));
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(...xs) + reach + 1));
  const top = Math.max(0, Math.floor(Math.min(...ys) - reach - 1));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(...ys) + reach + 1));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const cover = Math.min(1, Math.max(0, reach + 0.5 - distance(points, x + 0.5, y + 0.5)));
      if (cover > 0) blend(canvas, x, y, colour, cover);
    }
  }
}

function distance(points: Stroke, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  points.forEach(([toX, toY], i) => {
    const [fromX, fromY] = points[i - 1] ?? [toX, toY];
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - fromX - along * dx, y - fromY - along * dy));
  });
  return least;
}

function blend({ width, rgb }: Canvas, x: number, y: number, colour: Colour, cover: number): void {
  const at = (y * width + x) * 3;
  colour.forEach((value, c) => {
    rgb[at + c] = Math.round((rgb[at + c] ?? 0) * (1 - cover) + value * cover);
  });
}
