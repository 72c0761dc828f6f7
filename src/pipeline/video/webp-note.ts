/** The four letters, the length and the padding with which everything in a RIFF file begins and ends. */
const HEAD = 8;
/** Where a WebP of several frames has its flags: behind the file's own head and that of its first chunk. */
const FLAGS = 20;
const HAS_XMP = 0x04;
/** Where a WebP of a single frame has its width and height, in 14 bits each. */
const SIDES = 26;
const LARGEST_SIDE = 0x3fff;

/**
 * The same WebP with a sentence about it, as XMP: encoders of WebP write none. The source type is the IPTC's word for what is put
 * together of pictures and of what never was before a camera. Throws Error when it is no WebP that an encoder of clips writes.
 */
export function withNote(webp: Uint8Array, note: string): Uint8Array {
  const file = extended(Buffer.from(webp.buffer, webp.byteOffset, webp.byteLength));
  const text = Buffer.from(packetOf(note), "utf8");
  const chunk = Buffer.alloc(HEAD + text.length + (text.length % 2));
  chunk.write("XMP ", "latin1");
  chunk.writeUInt32LE(text.length, 4);
  text.copy(chunk, HEAD);
  const noted = Buffer.concat([file, chunk]);
  noted.writeUInt32LE(noted.length - HEAD, 4);
  noted.writeUInt8(noted.readUInt8(FLAGS) | HAS_XMP, FLAGS);
  return noted;
}

/** With room for flags: a clip in which nothing moves is a single frame, whose file has none. */
function extended(file: Buffer): Buffer {
  const kind = file.toString("latin1", 0, 4) + file.toString("latin1", 8, 16);
  if (kind === "RIFFWEBPVP8X") return file;
  if (kind !== "RIFFWEBPVP8 ") throw new Error("this is no WebP of a clip");
  const flags = Buffer.alloc(HEAD + 10);
  flags.write("VP8X", "latin1");
  flags.writeUInt32LE(10, 4);
  for (const [from, to] of [
    [SIDES, 12],
    [SIDES + 2, 15],
  ] as const) {
    flags.writeUIntLE((file.readUInt16LE(from) & LARGEST_SIDE) - 1, to, 3);
  }
  return Buffer.concat([file.subarray(0, 12), flags, file.subarray(12)]);
}

function packetOf(note: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic"><dc:description><rdf:Alt>
<rdf:li xml:lang="x-default">${escaped(note)}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
