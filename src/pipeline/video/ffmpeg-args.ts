import { ENCODERS } from "./formats.ts";

/** How the frames of a clip are laid out and timed. */
export interface FrameFormat {
  /** Pixels; even, as yuv420p needs. */
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/**
 * x264's constant rate factor of a first encoding: differences from the frames are hard to see (SSIM 0.993 on each of three clips).
 * A portrait of four seconds takes about 0.25 MB when its photo is smooth, 1.8 MB when it is all grain.
 */
export const FIRST_CRF = 14.2;
/**
 * What x264 is spared, since a clip is one still scene that starts and ends alike. On three clips it took 25 to 31 % less
 * time than `veryfast` alone, for files 6 % larger together; without smaller partitions of its blocks a fifth less again on four, for files
 * 3 % larger and the same SSIM. Seven frames between those that are predicted from the past alone, instead of three, and a finer rate: a twentieth less,
 * for files a tenth smaller. One keyframe where nobody asks for more, at the start, so that the loop shows no seam. A fixed number of threads, because another number
 * gives other bytes.
 */
const STILL_SCENE = [
  ...["scenecut=0", "weightp=0", "b-adapt=0", "bframes=7"],
  ...["subme=1", "me=dia", "partitions=none", "threads=2"],
];
/** Below this rate factor there are no edges of blocks to be seen, so x264 need not look for them: a tenth of its time. */
const BLOCKS_SHOW = 18;
/** How files follow an encoder's constant rate factor. */
interface RateFactors {
  /** The largest one that it knows. */
  readonly worst: number;
  /** Files become about half as large with so many steps. */
  readonly stepsPerHalving: number;
}
/** A second encoding aims a little below the limit, because its size is an estimate. */
const AIM = 0.92;
export const WORST_CRF = 51;
const X264: RateFactors = { worst: WORST_CRF, stepsPerHalving: 6 };
export const VP9: RateFactors = { worst: 63, stepsPerHalving: 18 };

/** Tells people and programs that the motion never happened. */
export const SYNTHETIC_NOTE = "Synthetic motion: this clip was animated by software (Keepsake) from a still photo.";
/** Options that write it where players and archives look for it in an MP4. */
export const NOTES = ["-metadata", `comment=${SYNTHETIC_NOTE}`, "-metadata", `description=${SYNTHETIC_NOTE}`] as const;

/** What a clip's levels mean; said of the frames, too, lest a scaler be put in that turns one into the other. */
const COLOURS = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"];

/** Options that go before the input, for frames as `Planes` gives them. */
export function rawFrameOptions(format: FrameFormat): string[] {
  return [...layoutOptions(format, "yuv420p"), ...COLOURS];
}

/** The same for frames whose pixels are laid out otherwise. */
export function layoutOptions({ width, height, fps }: FrameFormat, pixels: "yuv420p" | "rgba"): string[] {
  return ["-f", "rawvideo", "-pix_fmt", pixels, "-video_size", `${width}x${height}`, "-framerate", `${fps}`];
}

/**
 * Options that go before the output: H.264 High, yuv420p in limited-range BT.709, ready to play before it is loaded
 * whole, nothing of the source's metadata. A keyframe every so many frames, or only the first.
 */
export function clipOptions(crf: number, keyframeEvery?: number): string[] {
  return [
    ...["-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-pix_fmt", "yuv420p"],
    ...["-c:v", ENCODERS.mp4, "-profile:v", "high", "-preset", "veryfast", "-crf", formatCrf(crf)],
    ...["-x264-params", x264Options(crf, keyframeEvery).join(":")],
    ...COLOURS,
    ...NOTES,
    ...["-fflags", "+bitexact", "-flags:v", "+bitexact", "-movflags", "+faststart", "-f", "mp4"],
  ];
}

function x264Options(crf: number, keyframeEvery: number | undefined): string[] {
  const smoothing = crf < BLOCKS_SHOW ? ["no-deblock=1"] : [];
  return [`keyint=${keyframeEvery ?? "infinite"}`, ...STILL_SCENE, ...smoothing];
}

/** Options that go before the output of a VP9 WebM; `crf` is a whole number. */
export function vp9Options(crf: number): string[] {
  return [
    ...["-c:v", ENCODERS.webm, "-crf", String(crf), "-b:v", "0", "-deadline", "realtime", "-cpu-used", "6"],
    ...["-row-mt", "1", "-threads", "2", "-metadata", `comment=${SYNTHETIC_NOTE}`, "-f", "webm"],
  ];
}

function formatCrf(crf: number): string {
  return (Math.round(crf * 10) / 10).toString();
}

/**
 * The constant rate factor with which a clip that became `bytes` large should fit into `maxBytes`, or null when the
 * coarsest one has been tried already.
 */
export function nextCrf(
  crf: number,
  bytes: number,
  maxBytes: number,
  { worst, stepsPerHalving } = X264,
): number | null {
  if (crf >= worst) return null;
  const steps = stepsPerHalving * Math.log2(bytes / (maxBytes * AIM));
  return Math.min(worst, crf + Math.max(1, steps));
}
