import sharp, { type Sharp } from "sharp";
import { UserError } from "../../errors.ts";
import type { Photo } from "../types.ts";
import { decodeBmp, readBmpHeader } from "./bmp.ts";
import { type PhotoFormat, sniffPhoto } from "./sniff.ts";

/** Largest file that is looked at, in bytes. */
export const MAX_FILE_BYTES = 20_000_000;
/** Largest picture that is decoded, in pixels of the file. */
export const MAX_PIXELS = 64_000_000;
/**
 * Larger pictures are reduced to about this many pixels while they are decoded: it bounds the memory of every later
 * stage at 50 MB a photo, and still leaves 5000 pixels along the long side of a 24-megapixel photo.
 */
const MAX_DECODED_PIXELS = 4096 * 4096;

/** Shows where a picture is transparent: what paper and most picture viewers show. */
const BEHIND_TRANSPARENCY = { r: 255, g: 255, b: 255 };
/** A picture whose decoded part is flatter than this (standard deviation, 0..255) shows nothing. */
const FLAT = 1;
const DECODE_TIMEOUT_SECONDS = 10;

const LOADERS: Readonly<Record<Exclude<PhotoFormat, "bmp">, string>> = {
  jpeg: "VipsForeignLoadJpeg",
  png: "VipsForeignLoadPng",
  webp: "VipsForeignLoadWebp",
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

type DamageTolerance = "error" | "none";

/**
 * Decodes a picture file (JPEG, PNG, WebP, AVIF, TIFF, BMP, the first frame of a GIF or animation) to an upright photo
 * in 8-bit sRGB; transparent parts become white, pictures of more than about 17 megapixels are reduced to that.
 * `damaged` is set when only part of the picture could be read.
 *
 * Throws `UserError`: `fileTooLarge`, `tooManyPixels` (both before any pixel is decoded), `notAnImage`,
 * `unsupportedHeic`, `unsupportedFormat`, `damaged` (nothing to be seen in what could be read).
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Photo> {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new UserError("fileTooLarge", { megabytes: round(bytes.length / 1e6), limit: MAX_FILE_BYTES / 1e6 });
  }
  const format = await sniffPhoto(bytes);
  if (format === "bmp") return decodeBitmap(bytes);
  const size = await uprightSize(bytes);
  requirePixels(size.width, size.height);
  try {
    return { ...(await decodeWithSharp(bytes, size, "error")), damaged: false };
  } catch {
    return decodeDamaged(bytes, size);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Pixels = Omit<Photo, "damaged">;

function requirePixels(width: number, height: number): void {
  if (width * height <= MAX_PIXELS) return;
  const megapixels = round((width * height) / 1e6);
  throw new UserError("tooManyPixels", { width, height, megapixels, limit: MAX_PIXELS / 1e6 });
}

/** The size that the headers claim, after turning the picture upright. */
async function uprightSize(bytes: Uint8Array): Promise<Size> {
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false, failOn: "none" }).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    throw new UserError("damaged");
  }
}

async function decodeWithSharp(bytes: Uint8Array, size: Size, failOn: DamageTolerance): Promise<Pixels> {
  const picture = sharp(bytes, { failOn, limitInputPixels: MAX_PIXELS, autoOrient: true });
  return upright(picture, size);
}

/** The pixels of a picture as 8-bit sRGB without alpha, reduced where there are too many. */
async function upright(picture: Sharp, size: Size): Promise<Pixels> {
  const scale = Math.sqrt(MAX_DECODED_PIXELS / (size.width * size.height));
  if (scale < 1) {
    const fitted = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
    picture.resize({ ...fitted, fit: "fill" });
  }
  const { data, info } = await picture
    .flatten({ background: BEHIND_TRANSPARENCY })
    .toColourspace("srgb")
    .timeout({ seconds: DECODE_TIMEOUT_SECONDS })
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`sRGB picture with ${info.channels} channels`);
  return { width: info.width, height: info.height, rgb: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

/** Second try, which takes what is there; refused if that shows nothing. */
async function decodeDamaged(bytes: Uint8Array, size: Size): Promise<Photo> {
  const pixels = await decodeWithSharp(bytes, size, "none").catch(() => {
    throw new UserError("damaged");
  });
  return requireSomething({ ...pixels, damaged: true });
}

async function requireSomething(photo: Photo): Promise<Photo> {
  const raw = { width: photo.width, height: photo.height, channels: 3 } as const;
  const { channels } = await sharp(photo.rgb, { raw }).stats();
  if (channels.every((channel) => channel.stdev < FLAT)) throw new UserError("damaged");
  return photo;
}

async function decodeBitmap(bytes: Uint8Array): Promise<Photo> {
  const header = readBmpHeader(bytes);
  requirePixels(header.width, header.height);
  const { rgb, complete } = decodeBmp(bytes, header);
  const raw = { width: header.width, height: header.height, channels: 3 } as const;
  const photo = { ...(await upright(sharp(rgb, { raw }), header)), damaged: !complete };
  return photo.damaged ? requireSomething(photo) : photo;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
