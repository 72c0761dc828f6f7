/** A picture that is drawn on: `width * height * 3` bytes, interleaved RGB. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];
