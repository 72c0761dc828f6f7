import { arc, type Stroke } from "./stroke.ts";

/** What is written on pictures, drawn as lines, because a machine that serves a bot often has no fonts. */

/** A character in a box that is 1 high, its lines' middles within it. */
export interface Glyph {
  readonly width: number;
  readonly strokes: readonly Stroke[];
}

/** Digits are equally wide, so that numbers stand below each other. */
const DIGIT_WIDTH = 0.6;
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

/** As much of the alphabet as anything on a picture says: times in seconds, and the mark of a clip. */
const OTHERS: ReadonlyMap<string, Glyph> = new Map([
  [" ", { width: 0.12, strokes: [] }],
  [".", { width: 0.14, strokes: [[[0.07, 0.97]]] }],
  [
    "s",
    { width: 0.4, strokes: [[...arc(0.2, 0.51, 0.18, 0.16, -25, -270), ...arc(0.2, 0.835, 0.2, 0.165, -90, 155)]] },
  ],
  [
    "A",
    {
      width: 0.92,
      strokes: [
        [
          [0, 1],
          [0.46, 0],
          [0.92, 1],
        ],
        [
          [0.18, 0.65],
          [0.74, 0.65],
        ],
      ],
    },
  ],
  [
    "I",
    {
      width: 0,
      strokes: [
        [
          [0, 0],
          [0, 1],
        ],
      ],
    },
  ],
]);

const GLYPHS: ReadonlyMap<string, Glyph> = new Map([
  ...DIGITS.map((strokes, digit) => [String(digit), { width: DIGIT_WIDTH, strokes }] as const),
  ...OTHERS,
]);

/** Throws on a character that nobody has drawn. */
export function glyphOf(character: string): Glyph {
  const glyph = GLYPHS.get(character);
  if (glyph === undefined) throw new Error(`no glyph for ${character}`);
  return glyph;
}
