import { blockJump, denoise, type NoiseSpectrum, noiseLevel, noiseSpectrum } from "./enhance/denoise.ts";
import { usedResolution } from "./enhance/detail.ts";
import { faceZones } from "./enhance/face-zones.ts";
import { faceSize, type HeadRegion, headRegion, headWeight } from "./enhance/head-region.ts";
import { mend } from "./enhance/mend.ts";
import { lumaOf, luminance, type Plane, resize } from "./enhance/plane.ts";
import { findMarks } from "./enhance/scratches.ts";
import { FACTOR, superResolve } from "./enhance/super-resolve.ts";
import type { ModelOptions } from "./onnx.ts";
import type { Box, Face, Patch, Photo } from "./types.ts";

/** `auto` enhances where it helps, `on` also where that is not sure, `off` never. */
export type EnhanceMode = "auto" | "off" | "on";

export interface EnhanceOptions extends ModelOptions {
  readonly mode?: EnhanceMode;
  /** Clip pixels per photo pixel, for clips other than portraits. */
  readonly shownScale?: number;
  readonly signal?: AbortSignal;
}

/** What was found out about a face's picture, and what was done about it. */
export interface FaceReport {
  /** The face's size in photo pixels: the longer side of its box. */
  readonly size: number;
  /** How much of that resolution the picture really uses, 0..1. */
  readonly used: number;
  /** Standard deviation of grain and noise, levels. */
  readonly noise: number;
  /** How much the picture jumps at the borders of a JPEG's blocks, levels. */
  readonly blocks: number;
  /** It was enlarged by the network, or scratches and specks were filled in. */
  readonly enlarged: boolean;
  readonly mended: boolean;
}

export interface Enhanced {
  /** The very same photo when nothing was done, else the photo with one more patch. */
  readonly photo: Photo;
  readonly report: FaceReport | null;
}

/** A face is shown about this large; what a larger one has more is lost anyway. */
const SHOWN = 320;
/** A portrait shows a face this large, if it can be enlarged so far. */
const PORTRAIT = 288;
/** Where a face is hardly shown larger than its real detail, there is nothing to gain. */
const LEAST_GAIN = 1.15;
/** A face with less real detail than one of this many pixels is soft. */
const SOFT = 170;
/** The network is shown faces of at most this size: its time goes with their area. */
const MOST_FACE = 145;
/** Share of the noise that stays: a face without any looks like wax, and stands out from the rest of the photo. */
const KEPT_NOISE = 0.25;

/**
 * Makes the picture of one face better where it is small, soft or damaged, as a patch on the photo. Call it once for each face
 * that will move, each time with the photo that it gave back.
 */
export async function enhanceFace(photo: Photo, face: Face, options: EnhanceOptions = {}): Promise<Enhanced> {
  const { mode = "auto" } = options;
  if (mode === "off") return { photo, report: null };
  const size = faceSize(face);
  const region = headRegion(photo, face, Math.min(1, SHOWN / size));
  const seen = luminance(region.rgb);
  const blocks = region.scale === 1 ? blockJump(seen, region.box.x, region.box.y) : 0;
  const spectrum = noiseSpectrum(seen, blocks);
  const clean = denoise(seen, spectrum);
  const used = usedResolution(clean, faceIn(region, face));
  const detail = size * region.scale * used;
  const shown = size * (options.shownScale ?? Math.min(FACTOR, PORTRAIT / size));
  const enlarged = mode === "on" || (detail < SOFT && shown > LEAST_GAIN * detail);
  const zones = faceZones(region, face);
  const marks = findMarks(clean, zones, size * region.scale);
  const marked = marks.includes(1);
  const report = { size, used, noise: noiseLevel(spectrum), blocks, enlarged, mended: marked };
  if (!enlarged && !marked) return { photo, report };
  const { rgb, filled } = marked ? mend(region.rgb, marks, zones.kept) : { rgb: region.rgb, filled: marks };
  const mended = { ...region, rgb };
  const share = Math.min(used, MOST_FACE / (size * region.scale));
  const patch = enlarged ? await enlargedPatch(mended, face, spectrum, share, options) : mendedPatch(mended, filled);
  return { photo: { ...photo, patches: [...(photo.patches ?? []), patch] }, report };
}

/** The mended pixels and nothing else, with a soft edge. */
function mendedPatch({ box, rgb }: HeadRegion, filled: Uint8Array): Patch {
  const [red, green, blue] = rgb as readonly [Plane, Plane, Plane];
  const { width, height } = red;
  const bytes = Uint8ClampedArray.from({ length: 3 * filled.length }, (_, k) => {
    return [red, green, blue][k % 3]!.data[Math.floor(k / 3)]!;
  });
  return { box, width, height, rgb: new Uint8Array(bytes.buffer), weight: Float32Array.from(filled) };
}

/** The face's box in the region's pixels. */
function faceIn({ box, scale }: HeadRegion, face: Face): Box {
  return {
    x: (face.box.x - box.x) * scale,
    y: (face.box.y - box.y) * scale,
    width: face.box.width * scale,
    height: face.box.height * scale,
  };
}

/** The network sees the head at `share` of the region's resolution: one that the picture does not use would hide from it what is soft. */
async function enlargedPatch(
  region: HeadRegion,
  face: Face,
  spectrum: NoiseSpectrum,
  share: number,
  options: EnhanceOptions,
): Promise<Patch> {
  const seen = luminance(region.rgb);
  const clean = denoise(seen, spectrum);
  const light = { ...clean, data: clean.data.map((value, i) => value + KEPT_NOISE * (seen.data[i]! - value)) };
  const width = Math.round(share * light.width);
  const height = Math.round(share * light.height);
  const needed = headWeight(face, region.box, width, height);
  const large = await superResolve(resize(light, width, height), needed, options);
  const rgb = withLuminance(
    region.rgb.map((channel) => resize(channel, large.width, large.height)),
    large,
  );
  const { box } = region;
  const weight = headWeight(face, box, FACTOR * width, FACTOR * height);
  return { box, width: large.width, height: large.height, rgb, weight };
}

/** A picture's own colours with another luminance: what is grey stays exactly grey, what is brown equally brown. */
function withLuminance([red, green, blue]: readonly Plane[], light: Plane): Uint8Array {
  const out = new Uint8ClampedArray(3 * light.data.length);
  for (let i = 0; i < light.data.length; i++) {
    const r = red!.data[i]!;
    const g = green!.data[i]!;
    const b = blue!.data[i]!;
    const more = light.data[i]! - lumaOf(r, g, b);
    // One level added to all three; as much as none of them runs out of range.
    const room = more > 0 ? 255 - Math.max(r, g, b) : -Math.min(r, g, b);
    const added = more > 0 ? Math.min(more, Math.max(0, room)) : Math.max(more, Math.min(0, room));
    out[3 * i] = r + added;
    out[3 * i + 1] = g + added;
    out[3 * i + 2] = b + added;
  }
  return new Uint8Array(out.buffer);
}
