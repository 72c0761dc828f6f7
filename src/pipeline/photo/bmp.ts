import { setImmediate } from "node:timers/promises";
import { UserError } from "../../errors.ts";
import type { Deadline } from "./deadline.ts";
import type { Size } from "./limits.ts";
import { RowReducer } from "./row-reducer.ts";

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
  if (bytes.length < 54) throw damaged("header cut short");
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
  if (header.width < 1 || header.height < 1) throw damaged(`size ${header.width} x ${header.height}`);
  return header;
}

function damaged(how: string): UserError {
  return new UserError("damaged", {}, { cause: new Error(`BMP: ${how}`) });
}

function usualMasks(view: DataView): boolean {
  if (view.byteLength < 66) return false;
  return (
    view.getUint32(54, true) === 0xff0000 && view.getUint32(58, true) === 0xff00 && view.getUint32(62, true) === 0xff
  );
}

/** A file that has fewer of its rows than this is no picture any more, whatever its header claims. */
const LEAST_ROWS = 1 / 4;
/** Pixels read at a time: a few hundredths of a second, after which others may have their turn. */
const PIXELS_AT_A_TIME = 4_000_000;

/**
 * Decodes the pixels of a Windows bitmap to interleaved RGB of the size `to`, which is no larger than the bitmap; larger
 * ones are averaged while their rows are read. Rows that a cut file no longer has stay mid-grey, and `complete` is false.
 * Throws `UserError` `damaged`, before any memory is taken, if less than a quarter of the rows is there, and as the
 * deadline does. The caller has bounded the size that the header claims.
 */
export async function decodeBmp(
  bytes: Uint8Array,
  header: BmpHeader,
  to: Size,
  deadline: Deadline,
): Promise<{ rgb: Uint8Array; complete: boolean }> {
  const { width, height, topDown } = header;
  const rowBytes = Math.ceil((width * header.bitsPerPixel) / 32) * 4;
  const rows = Math.min(height, Math.max(0, Math.floor((bytes.length - header.pixelOffset) / rowBytes)));
  if (rows < height * LEAST_ROWS) throw damaged(`${rows} of ${height} rows`);
  const readRow = header.bitsPerPixel > 8 ? colourRows(bytes, header) : paletteRows(bytes, header);
  const picture = new RowReducer(header, to, topDown ? "downwards" : "upwards");
  const line = new Uint8Array(width * 3);
  const rowsAtATime = Math.ceil(PIXELS_AT_A_TIME / width);
  for (let row = 0; row < rows; row++) {
    if (row > 0 && row % rowsAtATime === 0) {
      await setImmediate();
      deadline.throwIfOver();
    }
    readRow(header.pixelOffset + row * rowBytes, line);
    picture.add(line);
  }
  return { rgb: picture.finish(), complete: rows === height };
}

/** Reads the row that starts at a byte of the file into interleaved RGB. */
type ReadRow = (start: number, out: Uint8Array) => void;

function colourRows(bytes: Uint8Array, { bitsPerPixel }: BmpHeader): ReadRow {
  const step = bitsPerPixel / 8;
  return (start, out) => {
    for (let from = start, to = 0; to < out.length; from += step, to += 3) {
      out[to] = bytes[from + 2]!;
      out[to + 1] = bytes[from + 1]!;
      out[to + 2] = bytes[from]!;
    }
  };
}

function paletteRows(bytes: Uint8Array, header: BmpHeader): ReadRow {
  const bits = header.bitsPerPixel;
  const mask = (1 << bits) - 1;
  const palette = readPalette(bytes, header);
  return (start, out) => {
    for (let x = 0, to = 0; to < out.length; x++, to += 3) {
      const bit = x * bits;
      const colour = ((bytes[start + (bit >> 3)]! >> (8 - bits - (bit & 7))) & mask) * 3;
      out[to] = palette[colour]!;
      out[to + 1] = palette[colour + 1]!;
      out[to + 2] = palette[colour + 2]!;
    }
  };
}

/** RGB of every index that a pixel can have: the last colour for those beyond the palette, black beyond the file. */
function readPalette(bytes: Uint8Array, { bitsPerPixel, paletteOffset, paletteSize }: BmpHeader): Uint8Array {
  const palette = new Uint8Array((1 << bitsPerPixel) * 3);
  for (let index = 0; index < 1 << bitsPerPixel; index++) {
    const colour = paletteOffset + Math.min(index, paletteSize - 1) * 4;
    for (let c = 0; c < 3; c++) palette[index * 3 + c] = bytes[colour + 2 - c] ?? 0;
  }
  return palette;
}
