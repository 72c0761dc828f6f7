/** One decoded picture as the judges take it: `width * height * 3` bytes, interleaved RGB. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** A point in a frame's pixels, x right, y down. */
export interface FramePoint {
  readonly x: number;
  readonly y: number;
}

/** A square to cut out: centre and side in the frame's pixels, turned clockwise by `roll` degrees. */
export interface Square {
  readonly centre: FramePoint;
  readonly side: number;
  readonly roll: number;
}

/** Adds what lies at a place, sampled bilinearly, to three values of `out`, 0..255 each; outside the frame the edge is repeated. */
function addSample(frame: Frame, x: number, y: number, out: Float32Array, to: number): void {
  const cx = Math.min(Math.max(x, 0), frame.width - 1);
  const cy = Math.min(Math.max(y, 0), frame.height - 1);
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const right = x0 + 1 < frame.width ? 3 : 0;
  const below = y0 + 1 < frame.height ? frame.width * 3 : 0;
  const fx = cx - x0;
  const fy = cy - y0;
  for (let c = 0, at = (y0 * frame.width + x0) * 3; c < 3; c++, at++) {
    const top = frame.rgb[at]! * (1 - fx) + frame.rgb[at + right]! * fx;
    const bottom = frame.rgb[at + below]! * (1 - fx) + frame.rgb[at + below + right]! * fx;
    out[to + c]! += top * (1 - fy) + bottom * fy;
  }
}

/** Where a point of a square's crop of `size` pixels lies in the frame. */
export function fromSquare(square: Square, size: number, x: number, y: number): FramePoint {
  const angle = (square.roll * Math.PI) / 180;
  const step = square.side / size;
  const dx = (x - size / 2) * step;
  const dy = (y - size / 2) * step;
  return {
    x: square.centre.x + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: square.centre.y + dx * Math.sin(angle) + dy * Math.cos(angle),
  };
}

/**
 * Cuts a turned square out of a frame, `size` pixels a side.
 * Each result pixel averages a small grid of samples, so that shrinking does not alias.
 * @returns `size * size * 3` values, RGB, 0..1
 */
export function cutSquare(frame: Frame, square: Square, size: number): Float32Array {
  const out = new Float32Array(size * size * 3);
  const taps = Math.min(3, Math.max(1, Math.round(square.side / size)));
  const origin = fromSquare(square, size, 0, 0);
  const right = fromSquare(square, size, 1, 0);
  const [dx, dy] = [right.x - origin.x, right.y - origin.y];
  for (let i = 0; i < size * size; i++) {
    const column = i % size;
    const row = (i - column) / size;
    for (let tap = 0; tap < taps * taps; tap++) {
      const u = column + ((tap % taps) + 0.5) / taps;
      const v = row + (Math.floor(tap / taps) + 0.5) / taps;
      // Pixel centres lie at half-integers of the continuous picture.
      addSample(frame, origin.x + u * dx - v * dy - 0.5, origin.y + u * dy + v * dx - 0.5, out, i * 3);
    }
  }
  const scale = 1 / (255 * taps * taps);
  return out.map((value) => value * scale);
}

/** Rec. 601 luma of an interleaved RGB array, in its own range. */
export function luma(rgb: Float32Array): Float32Array {
  const grey = new Float32Array(rgb.length / 3);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = 0.299 * (rgb[i * 3] ?? 0) + 0.587 * (rgb[i * 3 + 1] ?? 0) + 0.114 * (rgb[i * 3 + 2] ?? 0);
  }
  return grey;
}

export function distance(a: FramePoint, b: FramePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function centreOf(points: readonly FramePoint[]): FramePoint {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point.x / points.length;
    y += point.y / points.length;
  }
  return { x, y };
}
