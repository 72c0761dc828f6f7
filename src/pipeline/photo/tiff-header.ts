import type { Size } from "./limits.ts";

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const ENTRIES = 11;
const DIRECTORY_BYTES = 8 + 2 + ENTRIES * 12 + 4;
/** Pixels stand in strips of so many rows, so that a reader need not take them all at once. */
const ROWS_PER_STRIP = 64;

/** Bytes that `tiffHeader` takes; the pixels follow it directly. */
export function tiffHeaderBytes({ height }: Size, profile: Uint8Array | undefined): number {
  return DIRECTORY_BYTES + 8 + 8 * stripsOf(height) + (profile?.length ?? 0);
}

function stripsOf(height: number): number {
  return Math.ceil(height / ROWS_PER_STRIP);
}

/**
 * What stands before interleaved RGB or RGBA, 8 bits a channel, in an uncompressed TIFF file: the one form in which sharp
 * takes raw pixels together with their colour profile.
 */
export function tiffHeader({ width, height }: Size, channels: 3 | 4, profile: Uint8Array | undefined): Uint8Array {
  const strips = stripsOf(height);
  const header = Buffer.alloc(tiffHeaderBytes({ width, height }, profile));
  const depthsAt = DIRECTORY_BYTES;
  const offsetsAt = depthsAt + 8;
  const lengthsAt = offsetsAt + 4 * strips;
  const profileAt = lengthsAt + 4 * strips;
  for (let c = 0; c < channels; c++) header.writeUInt16LE(8, depthsAt + 2 * c);
  const rowBytes = width * channels;
  for (let strip = 0; strip < strips; strip++) {
    const row = strip * ROWS_PER_STRIP;
    header.writeUInt32LE(header.length + row * rowBytes, offsetsAt + 4 * strip);
    header.writeUInt32LE(Math.min(ROWS_PER_STRIP, height - row) * rowBytes, lengthsAt + 4 * strip);
  }
  if (profile !== undefined) header.set(profile, profileAt);
  // A list of one stands in the directory itself instead of its place in the file.
  const entries = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, channels, depthsAt],
    [259, SHORT, 1, 1], // not compressed
    [262, SHORT, 1, 2], // RGB
    [273, LONG, strips, strips === 1 ? header.readUInt32LE(offsetsAt) : offsetsAt],
    [277, SHORT, 1, channels],
    [278, LONG, 1, ROWS_PER_STRIP],
    [279, LONG, strips, strips === 1 ? header.readUInt32LE(lengthsAt) : lengthsAt],
    ...(channels === 4 ? [[338, SHORT, 1, 2] as const] : []), // the fourth is alpha, not multiplied into the others
    ...(profile === undefined ? [] : [[34675, UNDEFINED, profile.length, profileAt] as const]),
  ] as const;
  header.write("II*\0", 0, "latin1");
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entries.length, 8);
  entries.forEach((entry, i) => writeEntry(header, 10 + 12 * i, entry));
  return header;
}

function writeEntry(header: Buffer, at: number, [tag, type, count, value]: readonly [number, number, number, number]) {
  header.writeUInt16LE(tag, at);
  header.writeUInt16LE(type, at + 2);
  header.writeUInt32LE(count, at + 4);
  header.writeUInt32LE(value, at + 8);
}
