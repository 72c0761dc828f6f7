import { createDeflate } from "node:zlib";
import sharp from "sharp";

/** Small files that cost a decoder much: what somebody sends who wants to bring the bot down. */
export const NASTY_FILES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  "a BMP of 154 bytes that claims 1 x 64,000,000 pixels": async () =>
    Promise.resolve(Buffer.concat([bmpHeader(1, 64_000_000, 24), Buffer.alloc(100)])),
  "a BMP of 64 megapixels in one bit": async () =>
    Promise.resolve(Buffer.concat([bmpHeader(8000, 8000, 1), Buffer.alloc(8, 255), Buffer.alloc(8_000_000, 0x5a)])),
  "a PNG of 32,000,000 x 2 pixels in 16 bit with alpha": async () => png(32_000_000, 2),
  "an AVIF of 8000 x 8000 pixels": async () =>
    sharp({ create: { width: 8000, height: 8000, channels: 3, background: "#888" } })
      .avif({ effort: 0, quality: 30 })
      .toBuffer(),
  "nearly 20 MB that are no picture": async () => Promise.resolve(Buffer.alloc(19_900_000, "no picture ")),
};

function bmpHeader(width: number, height: number, bits: number): Buffer {
  const header = Buffer.alloc(54);
  header.write("BM");
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  return header;
}

/** A black and wholly transparent PNG, 16 bit with alpha, written row by row. */
async function png(width: number, height: number): Promise<Uint8Array> {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([16, 6, 0, 0, 0], 8);
  const deflate = createDeflate({ level: 1 });
  const packed: Buffer[] = [];
  deflate.on("data", (bytes: Buffer) => packed.push(bytes));
  const ended = new Promise((resolve, reject) => deflate.on("end", resolve).on("error", reject));
  const row = Buffer.alloc(1 + 8 * width);
  for (let y = 0; y < height; y++) deflate.write(row);
  deflate.end();
  await ended;
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", size),
    chunk("IDAT", Buffer.concat(packed)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** As the PNG standard has it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
