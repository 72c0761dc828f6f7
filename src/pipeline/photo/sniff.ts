import { UserError } from "../../errors.ts";

/** The picture formats that Keepsake reads. */
export type PhotoFormat = "jpeg" | "png" | "webp" | "heic" | "avif" | "tiff" | "gif" | "bmp";

const READABLE: Readonly<Record<string, PhotoFormat>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/apng": "png",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/tiff": "tiff",
  "image/gif": "gif",
  "image/bmp": "bmp",
};

const AVIF_BRANDS = new Set(["avif", "avis"]);
const HEVC_BRANDS = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis"]);

/** How much of a file without a signature is looked at to tell text from binary data. */
const TEXT_SAMPLE_BYTES = 4096;

/**
 * Tells by content, never by name, which picture format a file has.
 * Throws `UserError`: `notAnImage` (with `kind`: empty, text, video, audio, archive, unknown), or
 * `unsupportedFormat` (with `format`) for pictures and documents that Keepsake does not read.
 */
export async function sniffPhoto(bytes: Uint8Array): Promise<PhotoFormat> {
  if (bytes.length === 0) throw new UserError("notAnImage", { kind: "empty" });
  if (isJpeg(bytes)) return "jpeg";
  const type = await signature(bytes);
  if (type === null) throw unsigned(bytes);
  const format = type.mime.startsWith("image/hei") ? heifFormat(bytes) : READABLE[type.mime];
  if (format !== undefined) return format;
  throw refusal(type.mime, type.ext, bytes);
}

/** Most photos are, and need not wait until all other signatures are loaded. The fourth byte of a JPEG-LS is 0xf7. */
function isJpeg([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0xff && second === 0xd8 && third === 0xff && fourth !== 0xf7;
}

async function signature(bytes: Uint8Array): Promise<{ mime: string; ext: string } | null> {
  const { fileTypeFromBuffer } = await import("file-type");
  try {
    return (await fileTypeFromBuffer(bytes)) ?? null;
  } catch {
    // A broken file of some other kind: it has a signature but ends in the middle of what follows.
    return null;
  }
}

/** The brands of an ISO media file say whether its pictures are coded as AV1 or as HEVC, which need different decoders. */
function heifFormat(bytes: Uint8Array): PhotoFormat {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(view.getUint32(0), bytes.length, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) brands.push(Buffer.from(bytes.subarray(at, at + 4)).toString("latin1"));
  const isAvif = brands.some((brand) => AVIF_BRANDS.has(brand)) && !brands.some((brand) => HEVC_BRANDS.has(brand));
  return isAvif ? "avif" : "heic";
}

function refusal(mime: string, extension: string, bytes: Uint8Array): UserError {
  if (mime.startsWith("video/")) return new UserError("notAnImage", { kind: "video" });
  if (mime.startsWith("audio/")) return new UserError("notAnImage", { kind: "audio" });
  if (mime === "application/xml" && looksLikeSvg(textSample(bytes))) return unsupported("svg");
  if (mime.startsWith("text/") || mime === "application/xml") return new UserError("notAnImage", { kind: "text" });
  if (mime.startsWith("image/") || extension === "pdf") return unsupported(extension);
  if (/zip|tar|rar|7z|compressed|bzip|gzip|zstd|xz$/.test(mime))
    return new UserError("notAnImage", { kind: "archive" });
  return new UserError("notAnImage", { kind: "unknown" });
}

function unsigned(bytes: Uint8Array): UserError {
  const sample = textSample(bytes);
  if (looksLikeSvg(sample)) return unsupported("svg");
  return new UserError("notAnImage", { kind: isText(sample) ? "text" : "unknown" });
}

function unsupported(extension: string): UserError {
  return new UserError("unsupportedFormat", { format: extension.toUpperCase() });
}

function textSample(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, TEXT_SAMPLE_BYTES)).toString("utf8");
}

function looksLikeSvg(sample: string): boolean {
  return /<svg[\s>]/i.test(sample);
}

function isText(sample: string): boolean {
  let odd = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0xfffd || code < 9 || (code > 13 && code < 32)) odd++;
  }
  // One character may be cut at the end of the sample; a file in another encoding has a few odd ones more.
  return odd <= sample.length * 0.05;
}
