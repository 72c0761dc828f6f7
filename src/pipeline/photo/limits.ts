import type { Metadata } from "sharp";
import { UserError } from "../../errors.ts";

/** Longest side, in pixels: decoders hold dozens of rows at once, so a very wide picture costs gigabytes. */
const MAX_SIDE = 30_000;
/** Most pixels of a file in any format. */
export const MAX_PIXELS = 64_000_000;
/** Most bytes that the file's pixels may have when they are unpacked, before they become 8-bit RGB. */
const MAX_UNPACKED_BYTES = 256_000_000;
/** Most bytes of coefficients, which a progressive JPEG has in memory all at once: two for each sample. */
const MAX_COEFFICIENT_BYTES = 400_000_000;
/**
 * Most pixels of HEIC and AVIF. Their decoder holds a picture several times over while it turns the codec's colours into
 * RGB: about 12 bytes a pixel for HEIC, 17 for AVIF, 23 for AVIF of more than 8 bits.
 */
const MAX_HEIF_PIXELS = { heic: 32_000_000, avif: 24_000_000, deepAvif: 16_000_000 } as const;

const BYTES_PER_SAMPLE: Readonly<Record<string, number>> = {
  char: 1,
  uchar: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  float: 4,
  complex: 8,
  double: 8,
  dpcomplex: 16,
};

/** Samples per pixel of a JPEG by how its colours are thinned out; three for those that are not on the list. */
const JPEG_SAMPLES: Readonly<Record<string, number>> = { "4:2:0": 1.5, "4:1:1": 1.5, "4:2:2": 2, "4:4:4:4": 4 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Refuses a picture by what decoding it would cost, as far as its header tells; `mostPixels` is the least of the limits
 * that hold for its kind. Throws `UserError` `sideTooLong` or `tooManyPixels`.
 */
export function requireAffordable({ width, height }: Size, mostPixels: number = MAX_PIXELS): void {
  const pixels = width * height;
  if (pixels <= MAX_PIXELS && Math.max(width, height) > MAX_SIDE) {
    throw new UserError("sideTooLong", { width, height, limit: MAX_SIDE });
  }
  if (pixels <= mostPixels) return;
  const megapixels = Math.round(pixels / 1e5) / 10;
  throw new UserError("tooManyPixels", { width, height, megapixels, limit: Math.floor(mostPixels / 1e5) / 10 });
}

/** The most pixels that a picture of this kind may have; what sharp reads from its header says which kind it is. */
export function mostPixelsOf(header: Metadata): number {
  const unpacked = MAX_UNPACKED_BYTES / (header.channels * (BYTES_PER_SAMPLE[header.depth] ?? 1));
  const limits = [MAX_PIXELS, unpacked];
  if (header.format === "heif") limits.push(MAX_HEIF_PIXELS[heifKind(header)]);
  if (header.format === "jpeg" && header.isProgressive) {
    const samples = header.channels === 1 ? 1 : (JPEG_SAMPLES[header.chromaSubsampling ?? ""] ?? 3);
    limits.push(MAX_COEFFICIENT_BYTES / (2 * samples));
  }
  return Math.min(...limits);
}

function heifKind({ compression, depth }: Metadata): keyof typeof MAX_HEIF_PIXELS {
  if (compression === "hevc") return "heic";
  return depth === "uchar" ? "avif" : "deepAvif";
}
