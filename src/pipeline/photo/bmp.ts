import { UserError } from "../../errors.ts";

/** What a BMP's headers say: size in pixels, and how its rows are stored. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly bitsPerPixel: 1 | 4 | 8 | 24 | 32;
  readonly pixelOffset: number;
  readonly paletteOffset: number;
  readonly paletteSize: number;
}

const FILE_HEADER_BYTES = 14;
const UNCOMPRESSED = 0;
const BIT_FIELDS = 3;

/**
 * Reads the headers of a Windows bitmap. Throws `UserError` `damaged` if they are cut short or make no sense, and
 * `unsupportedFormat` for the rare kinds: OS/2 headers, run-length coding, 16 bits per pixel, odd channel masks.
 */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  if (bytes.length < 54) throw new UserError("damaged");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const infoBytes = view.getUint32(14, true);
  const height = view.getInt32(22, true);
  const depth = view.getUint16(28, true);
  const bitsPerPixel = ([1, 4, 8, 24, 32] as const).find((known) => known === depth);
  const compression = view.getUint32(30, true);
  const plain = compression === UNCOMPRESSED || (compression === BIT_FIELDS && depth === 32 && usualMasks(view));
  if (infoBytes < 40 || bitsPerPixel === undefined || !plain)
    throw new UserError("unsupportedFormat", { format: "BMP" });
  const colours = view.getUint32(46, true);
  const header: BmpHeader = {
    width: view.getInt32(18, true),
    height: Math.abs(height),
    topDown: height < 0,
    bitsPerPixel,
    pixelOffset: view.getUint32(10, true),
    paletteOffset: FILE_HEADER_BYTES + infoBytes,
    paletteSize: bitsPerPixel > 8 ? 0 : Math.min(colours === 0 ? 256 : colours, 1 << bitsPerPixel),
  };
  if (header.width < 1 || header.height < 1) throw new UserError("damaged");
  return header;
}

function usualMasks(view: DataView): boolean {
  if (view.byteLength < 66) return false;
  return (
    view.getUint32(54, true) === 0xff0000 && view.getUint32(58, true) === 0xff00 && view.getUint32(62, true) === 0xff
  );
}

/**
 * Decodes the pixels of a Windows bitmap to interleaved RGB, `width * height * 3` bytes. Rows that a cut file no longer
 * has stay mid-grey, and `complete` is false. The caller has bounded the size that the header claims.
 */
export function decodeBmp(bytes: Uint8Array, header: BmpHeader): { rgb: Uint8Array; complete: boolean } {
  const { width, height, bitsPerPixel, pixelOffset } = header;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  const rgb = new Uint8Array(width * height * 3).fill(128);
  const readRow = bitsPerPixel > 8 ? readColourRow : readPaletteRow;
  let row = 0;
  for (; row < height; row++) {
    const start = pixelOffset + row * rowBytes;
    if (start + rowBytes > bytes.length) break;
    const y = header.topDown ? row : height - 1 - row;
    readRow(bytes, start, header, rgb.subarray(y * width * 3, (y + 1) * width * 3));
  }
  return { rgb, complete: row === height };
}

function readColourRow(bytes: Uint8Array, start: number, header: BmpHeader, out: Uint8Array): void {
  const step = header.bitsPerPixel / 8;
  for (let from = start, to = 0; to < out.length; from += step, to += 3) {
    out[to] = bytes[from + 2] ?? 0;
    out[to + 1] = bytes[from + 1] ?? 0;
    out[to + 2] = bytes[from] ?? 0;
  }
}

function readPaletteRow(bytes: Uint8Array, start: number, header: BmpHeader, out: Uint8Array): void {
  const bits = header.bitsPerPixel;
  const mask = (1 << bits) - 1;
  for (let x = 0; x < header.width; x++) {
    const bit = x * bits;
    const byte = bytes[start + (bit >> 3)] ?? 0;
    const index = (byte >> (8 - bits - (bit & 7))) & mask;
    const colour = header.paletteOffset + Math.min(index, header.paletteSize - 1) * 4;
    out[x * 3] = bytes[colour + 2] ?? 0;
    out[x * 3 + 1] = bytes[colour + 1] ?? 0;
    out[x * 3 + 2] = bytes[colour] ?? 0;
  }
}
