import { UserError } from "../../errors.ts";
import { readCredentials } from "../../provenance/read.ts";
import { SYNTHETIC_NOTE } from "../video/ffmpeg-args.ts";
import { FOUND_BELOW, findWatermark } from "../video/watermark/find.ts";
import { type FoundWatermark, MAX_VERIFIED_BYTES, type Marks } from "./marks.ts";
import { brightnessesOf, isUnreadable, MOST_SCENES, mediaTypeOf, type ReadOptions } from "./pictures.ts";

/**
 * Looks for Keepsake's marks in a picture or a video file. Throws `UserError` `fileTooLarge` and of pictures that cost too much, and the
 * signal's reason.
 */
export async function verify(bytes: Uint8Array, options: ReadOptions): Promise<Marks> {
  if (bytes.length > MAX_VERIFIED_BYTES) {
    const megabytes = Math.round(bytes.length / 1e5) / 10;
    throw new UserError("fileTooLarge", { megabytes, limit: MAX_VERIFIED_BYTES / 1e6 });
  }
  const type = await mediaTypeOf(bytes);
  const credentials = await readCredentials(bytes, type);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const watermark = await watermarkIn(bytes, type, options);
  return { type, watermark, credentials, note: file.includes(SYNTHETIC_NOTE), sourceTypes: sourceTypesIn(file) };
}

async function watermarkIn(
  bytes: Uint8Array,
  type: string | null,
  options: ReadOptions,
): Promise<FoundWatermark | null> {
  let best: FoundWatermark | null = null;
  try {
    for await (const brightness of brightnessesOf(bytes, type, options)) {
      const sighting = findWatermark(brightness, MOST_SCENES);
      options.signal.throwIfAborted();
      if (best === null || sighting.odds < best.odds) best = { ...sighting, found: sighting.odds < FOUND_BELOW };
      if (best.found) break;
    }
  } catch (error) {
    options.signal.throwIfAborted();
    if (!isUnreadable(error)) throw error;
  }
  return best;
}

/** The IPTC's words for what no camera has seen as it is. In a file letters of something else may follow them at once. */
const SOURCE_TYPES = [
  ...["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic", "algorithmicMedia"],
  ...["algorithmicallyEnhanced", "composite", "digitalCreation", "virtualRecording"],
];
const NAMED = new RegExp(`digitalsourcetype/(${SOURCE_TYPES.join("|")})`, "g");

function sourceTypesIn(file: Buffer): readonly string[] {
  return [...new Set(Array.from(file.toString("latin1").matchAll(NAMED), ([, type]) => type!))];
}
