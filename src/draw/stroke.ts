import type { Canvas, Colour } from "./canvas.ts";

/** A line through points, or a dot at a single one. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** Points of an arc round (x, y); degrees clockwise from the right. */
export function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 20));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)] as const;
  });
}

/** How far a point is from the middle of a stroke. */
export function distanceTo(stroke: Stroke, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  stroke.forEach(([toX, toY], i) => {
    const [fromX, fromY] = stroke[i - 1] ?? [toX, toY];
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - fromX - along * dx, y - fromY - along * dy));
  });
  return least;
}

/** Draws a stroke with round ends, `reach` pixels to either side, with soft edges. */
export function drawStroke(canvas: Canvas, stroke: Stroke, reach: number, colour: Colour): void {
  const xs = stroke.map(([x]) => x);
  const ys = stroke.map(([, y]) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs) - reach - 1));
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(...xs) + reach + 1));
  const top = Math.max(0, Math.floor(Math.min(...ys) - reach - 1));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(...ys) + reach + 1));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const cover = Math.min(1, Math.max(0, reach + 0.5 - distanceTo(stroke, x + 0.5, y + 0.5)));
      if (cover > 0) blend(canvas, x, y, colour, cover);
    }
  }
}

/** Draws a filled disc. */
export function drawDisc(canvas: Canvas, x: number, y: number, radius: number, colour: Colour): void {
  drawStroke(canvas, [[x, y]], radius, colour);
}

function blend({ width, rgb }: Canvas, x: number, y: number, colour: Colour, cover: number): void {
  const at = (y * width + x) * 3;
  colour.forEach((value, c) => {
    rgb[at + c] = Math.round((rgb[at + c] ?? 0) * (1 - cover) + value * cover);
  });
}
