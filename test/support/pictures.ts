import sharp, { type Sharp } from "sharp";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Interleaved RGB. */
  readonly rgb: Uint8Array;
}

const QUARTERS = [
  [200, 40, 40],
  [40, 200, 40],
  [40, 40, 200],
  [200, 200, 40],
] as const;

/**
 * A picture with four differently coloured quarters and smooth shading, so that a turned, mirrored or cut one is told
 * from the right one: red top left, green top right, blue bottom left, yellow bottom right.
 */
export function fourQuarters(width: number, height: number): Picture {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const quarter = QUARTERS[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [0, 0, 0];
      const shade = (30 * x) / width + (20 * y) / height;
      rgb.set(
        quarter.map((level) => level + shade),
        (y * width + x) * 3,
      );
    }
  }
  return { width, height, rgb };
}

export function asSharp(picture: Picture): Sharp {
  return sharp(picture.rgb, { raw: { width: picture.width, height: picture.height, channels: 3 } });
}

/** The colour at a place given as fractions of width and height. */
export function colourAt(picture: Picture, fx: number, fy: number): [number, number, number] {
  const x = Math.min(picture.width - 1, Math.floor(fx * picture.width));
  const y = Math.min(picture.height - 1, Math.floor(fy * picture.height));
  const at = (y * picture.width + x) * 3;
  return [picture.rgb[at] ?? -1, picture.rgb[at + 1] ?? -1, picture.rgb[at + 2] ?? -1];
}

/** Mean absolute difference of two pictures of the same size, in levels; Infinity when the sizes differ. */
export function difference(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  for (let i = 0; i < a.rgb.length; i++) sum += Math.abs((a.rgb[i] ?? 0) - (b.rgb[i] ?? 0));
  return sum / a.rgb.length;
}

/** Where row 0 and column 0 of the stored pixels are to be shown, for EXIF orientations 1..8 as the standard lists them. */
const SHOWN_SIDES = [
  ["top", "left"],
  ["top", "right"],
  ["bottom", "right"],
  ["bottom", "left"],
  ["left", "top"],
  ["right", "top"],
  ["right", "bottom"],
  ["left", "bottom"],
] as const;

/** The picture as a camera stores it that asks, with this EXIF orientation (1..8), to have it turned for showing. */
export function storedWithOrientation(picture: Picture, orientation: number): Picture {
  const { width, height } = picture;
  const [rowSide, columnSide] = SHOWN_SIDES[orientation - 1] ?? SHOWN_SIDES[0];
  const turned = rowSide === "left" || rowSide === "right";
  const stored = { width: turned ? height : width, height: turned ? width : height };
  const rgb = new Uint8Array(picture.rgb.length);
  for (let row = 0; row < stored.height; row++) {
    for (let column = 0; column < stored.width; column++) {
      const [forX, sideX, forY, sideY] = turned
        ? [row, rowSide, column, columnSide]
        : [column, columnSide, row, rowSide];
      const x = sideX === "right" ? width - 1 - forX : forX;
      const y = sideY === "bottom" ? height - 1 - forY : forY;
      const from = (y * width + x) * 3;
      rgb.set(picture.rgb.subarray(from, from + 3), (row * stored.width + column) * 3);
    }
  }
  return { ...stored, rgb };
}
