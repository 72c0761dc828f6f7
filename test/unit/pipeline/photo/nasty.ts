import { deflateSync } from "node:zlib";

/** Makers of files that are small and claim much: what each costs to decode must be bounded by its header alone. */

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function pngChunk(type: string, content: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length);
  return chunk;
}

/** How PNG stores a pixel: bits a channel, its number for the kind of colour, and channels. */
const PNG_KINDS = {
  "1-bit grey": { bits: 1, colour: 0, channels: 1 },
  "16-bit RGBA": { bits: 16, colour: 6, channels: 4 },
} as const;

/** A PNG whose pixels are all nought; as many of its rows as told are really in the file, all by default. */
export function png(width: number, height: number, kind: keyof typeof PNG_KINDS, rows = height): Buffer {
  const { bits, colour, channels } = PNG_KINDS[kind];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour], 8);
  const pixels = deflateSync(Buffer.alloc(rows * (1 + Math.ceil((width * bits * channels) / 8))), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", pixels),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A grey TIFF of 8 bits, deflated in one strip; its pixels are all nought. */
export function deflatedTiff(width: number, height: number): Buffer {
  const pixels = deflateSync(Buffer.alloc(width * height), { level: 1 });
  const entries = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 8],
    [262, 1],
    [273, 8 + 2 + 9 * 12 + 4],
    [277, 1],
    [278, height],
    [279, pixels.length],
  ] as const;
  const head = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  head.write("II*\0\b\0\0\0", 0, "latin1");
  head.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, value], i) => {
    head.writeUInt16LE(tag, 10 + i * 12);
    head.writeUInt16LE(4, 12 + i * 12);
    head.writeUInt32LE(1, 14 + i * 12);
    head.writeUInt32LE(value, 18 + i * 12);
  });
  return Buffer.concat([head, pixels]);
}

/** A BMP that claims a size, and has as many bytes of pixels as told: all of them a pattern of bits. */
export function bmpOf(width: number, height: number, bits: 1 | 24, pixelBytes: number): Buffer {
  const paletteBytes = bits === 1 ? 8 : 0;
  const file = Buffer.alloc(54 + paletteBytes + pixelBytes, 0x5a);
  file.fill(0, 0, 54);
  file.write("BM", 0, "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54 + paletteBytes, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  if (bits === 1) file.writeUInt32LE(0xffffff, 54);
  if (bits === 1) file.writeUInt32LE(0, 58);
  return file;
}

/** The same AVIF or HEIC with another size in the header. */
export function claiming(file: Uint8Array, width: number, height: number): Buffer {
  const copy = Buffer.from(file);
  let at = copy.indexOf("ispe", 0, "latin1");
  if (at < 0) throw new Error("a file without a size");
  for (; at >= 0; at = copy.indexOf("ispe", at + 4, "latin1")) {
    copy.writeUInt32BE(width, at + 8);
    copy.writeUInt32BE(height, at + 12);
  }
  return copy;
}
