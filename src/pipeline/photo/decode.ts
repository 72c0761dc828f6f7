import sharp, { type Metadata } from "sharp";
import { UserError } from "../../errors.ts";
import type { Photo } from "../types.ts";
import { decodeBmp, readBmpHeader } from "./bmp.ts";
import { Deadline, type DecodeOptions } from "./deadline.ts";
import { heicToTiff } from "./heic.ts";
import { MAX_PIXELS, mostPixelsOf, requireAffordable, type Size } from "./limits.ts";
import { type PhotoFormat, sniffPhoto } from "./sniff.ts";

/** Largest file that is looked at, in bytes. */
export const MAX_FILE_BYTES = 20_000_000;
/**
 * Larger pictures are reduced to about this many pixels while they are decoded: it bounds the memory of every later
 * stage at 50 MB a photo, and still leaves 5000 pixels along the long side of a 24-megapixel photo.
 */
const MAX_DECODED_PIXELS = 4096 * 4096;

/** Shows where a picture is transparent: what paper and most picture viewers show. */
const BEHIND_TRANSPARENCY = { r: 255, g: 255, b: 255 };
/** A picture whose decoded part is flatter than this (standard deviation, 0..255) shows nothing. */
const FLAT = 1;

const LOADERS: Readonly<Record<Exclude<PhotoFormat, "bmp">, string>> = {
  jpeg: "VipsForeignLoadJpeg",
  png: "VipsForeignLoadPng",
  webp: "VipsForeignLoadWebp",
  heic: "VipsForeignLoadHeif",
  avif: "VipsForeignLoadHeif",
  tiff: "VipsForeignLoadTiff",
  gif: "VipsForeignLoadNsgif",
};

// A second lock behind `sniffPhoto`: whatever a file pretends to be, sharp itself opens photos only; never SVG or PDF,
// which can name other files and addresses. This holds for the whole process.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: Object.values(LOADERS) });
// Every photo is read once; a cache would only hold on to strangers' pictures.
sharp.cache(false);

/**
 * Decodes a picture file (JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP, the first frame of a GIF or animation) to an upright
 * photo in 8-bit sRGB; transparent parts become white, pictures of more than about 17 megapixels are reduced to that.
 * `damaged` is set when only part of the picture could be read.
 *
 * Throws `UserError`: `fileTooLarge`, `sideTooLong`, `tooManyPixels` (these before any pixel is decoded), `notAnImage`,
 * `unsupportedFormat`, `damaged` (nothing to be seen in what could be read), `tooSlowToRead`; and the signal's reason.
 */
export async function decodePhoto(bytes: Uint8Array, options: DecodeOptions = {}): Promise<Photo> {
  if (bytes.length > MAX_FILE_BYTES) {
    const megabytes = Math.round(bytes.length / 1e5) / 10;
    throw new UserError("fileTooLarge", { megabytes, limit: MAX_FILE_BYTES / 1e6 });
  }
  const deadline = new Deadline(options);
  const format = await sniffPhoto(bytes);
  const read = format === "bmp" ? readBitmap : format === "heic" ? readHeic : readCoded;
  return deadline.waitFor(read(bytes, deadline));
}

type Pixels = Omit<Photo, "damaged">;
type DamageTolerance = "error" | "none";

async function readBitmap(bytes: Uint8Array, deadline: Deadline): Promise<Photo> {
  const header = readBmpHeader(bytes);
  requireAffordable(header);
  const size = reducedSize(header);
  const { rgb, complete } = await decodeBmp(bytes, header, size, deadline);
  const photo = { ...size, rgb, damaged: !complete };
  return photo.damaged ? requireSomething(photo, new Error("BMP: rows are missing")) : photo;
}

async function readCoded(bytes: Uint8Array, deadline: Deadline): Promise<Photo> {
  const { autoOrient } = await readHeader(bytes);
  return readWithSharp(bytes, reducedSize(autoOrient), deadline);
}

async function readHeic(bytes: Uint8Array, deadline: Deadline): Promise<Photo> {
  const { autoOrient, icc } = await readHeader(bytes);
  const tiff = await heicToTiff(bytes, autoOrient, icc, deadline).catch((error: unknown) => {
    deadline.throwIfOver();
    throw new UserError("damaged", {}, { cause: error });
  });
  return readWithSharp(tiff, reducedSize(autoOrient), deadline);
}

/** What the header claims, without a look at the pixels; a claim that would cost too much is refused. */
async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  const header = await sharp(bytes, { limitInputPixels: false, failOn: "none" })
    .metadata()
    .catch((error: unknown) => {
      throw new UserError("damaged", {}, { cause: error });
    });
  requireAffordable(header.autoOrient, mostPixelsOf(header));
  return header;
}

/** The size at which a picture is kept: the same proportions, and no more pixels than every later stage can take. */
function reducedSize({ width, height }: Size): Size {
  const scale = Math.min(1, Math.sqrt(MAX_DECODED_PIXELS / (width * height)));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** A file that cannot be read without an error is read a second time, for what it still shows. */
async function readWithSharp(bytes: Uint8Array, size: Size, deadline: Deadline): Promise<Photo> {
  try {
    return { ...(await pixelsOf(bytes, size, "error", deadline)), damaged: false };
  } catch (error) {
    deadline.throwIfOver();
    return readDamaged(bytes, size, deadline, error);
  }
}

async function readDamaged(bytes: Uint8Array, size: Size, deadline: Deadline, damage: unknown): Promise<Photo> {
  const pixels = await pixelsOf(bytes, size, "none", deadline).catch((error: unknown) => {
    deadline.throwIfOver();
    throw new UserError("damaged", {}, { cause: error });
  });
  return requireSomething({ ...pixels, damaged: true }, damage);
}

/** The pixels as 8-bit sRGB without alpha, in the size that they are kept in. */
async function pixelsOf(bytes: Uint8Array, size: Size, failOn: DamageTolerance, deadline: Deadline): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, autoOrient: true })
    .resize({ ...size, fit: "fill" })
    .flatten({ background: BEHIND_TRANSPARENCY })
    .toColourspace("srgb")
    .timeout({ seconds: deadline.secondsLeft })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`sRGB picture with ${info.channels} channels`);
  return { width: info.width, height: info.height, rgb: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

/** Refuses a damaged picture whose readable part is a plain area; `damage` is why it counts as damaged. */
async function requireSomething(photo: Photo, damage: unknown): Promise<Photo> {
  const raw = { width: photo.width, height: photo.height, channels: 3 } as const;
  const { channels } = await sharp(photo.rgb, { raw }).stats();
  if (channels.some((channel) => channel.stdev >= FLAT)) return photo;
  throw new UserError("damaged", {}, { cause: damage });
}
