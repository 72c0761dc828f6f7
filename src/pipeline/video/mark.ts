import { distanceTo } from "../../draw/stroke.ts";
import { textStrokes, textWidth } from "../../draw/text.ts";
import { clamp } from "../math.ts";
import type { MarkCorner } from "../types.ts";

/** The small "AI" in the corner of every clip: where it lies, and coverage 0..1 of its plate and letters a pixel. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly plate: Float32Array;
  readonly letters: Float32Array;
}

/** Height of the mark over the clip's side, and its distance from the corner. */
const HEIGHT_SHARE = 0.042;
const MARGIN_SHARE = 0.018;
/** On a white ground the letters have a contrast of 5 to the plate, and more on any other; 4.5 is what letters need. */
const PLATE_OPACITY = 0.6;
const LETTER_OPACITY = 0.9;

/** The mark as drawn on a plate of 36 x 24 units: its letters in the middle, wide apart, half a line's width, the corners. */
const TEXT = "AI";
const LETTER_HEIGHT = 12;
const LETTER_GAP = 0.58;
const HALF_STROKE = 1.2;
const CORNER = 6;
const STROKES = textStrokes(
  TEXT,
  18 - textWidth(TEXT, LETTER_HEIGHT, LETTER_GAP) / 2,
  12 - LETTER_HEIGHT / 2,
  LETTER_HEIGHT,
  LETTER_GAP,
);

/** Draws the mark for a corner of a clip of the given sides: what it takes of them is taken of a square's with the same area. */
export function makeMark(clipWidth: number, clipHeight: number, corner: MarkCorner = "top-right"): Mark {
  const side = Math.sqrt(clipWidth * clipHeight);
  const height = Math.max(9, Math.round(side * HEIGHT_SHARE));
  const width = Math.round(height * 1.5);
  const unit = 24 / height;
  const plate = new Float32Array(width * height);
  const letters = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const [px, py] = [(x + 0.5) * unit, (y + 0.5) * unit];
      const stroke = Math.min(...STROKES.map((line) => distanceTo(line, px, py)));
      const corner = Math.hypot(
        Math.max(0, Math.abs(px - 18) - 18 + CORNER),
        Math.max(0, Math.abs(py - 12) - 12 + CORNER),
      );
      letters[i] = clamp((HALF_STROKE - stroke) / unit + 0.5, 0, 1);
      plate[i] = clamp((CORNER - corner) / unit + 0.5, 0, 1);
    }
  }
  const margin = Math.round(side * MARGIN_SHARE);
  const x = corner.endsWith("left") ? margin : clipWidth - margin - width;
  const y = corner.startsWith("top") ? margin : clipHeight - margin - height;
  return { x, y, width, height, plate, letters };
}

/** Lays the mark over a picture of interleaved RGB, `clipWidth` pixels a row. */
export function drawMark(mark: Mark, clipWidth: number, rgb: Uint8Array): void {
  for (let y = 0, i = 0; y < mark.height; y++) {
    let o = 3 * ((mark.y + y) * clipWidth + mark.x);
    for (let x = 0; x < mark.width; x++, i++, o += 3) {
      const plate = 1 - PLATE_OPACITY * mark.plate[i]!;
      const letter = LETTER_OPACITY * mark.letters[i]!;
      for (let c = 0; c < 3; c++) rgb[o + c] = plate * rgb[o + c]! * (1 - letter) + 255 * letter;
    }
  }
}

/** Puts the mark on every frame of a clip of the given sides, as it passes. */
export async function* marked(
  frames: AsyncIterable<Uint8Array>,
  { width, height }: { readonly width: number; readonly height: number },
  corner: MarkCorner | undefined,
): AsyncGenerator<Uint8Array> {
  const mark = makeMark(width, height, corner);
  for await (const frame of frames) {
    drawMark(mark, width, frame);
    yield frame;
  }
}
