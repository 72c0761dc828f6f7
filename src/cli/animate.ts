import { gesturesIn } from "../pipeline/motion/chain.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../pipeline/motion/drivers.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import type { AnimateRequest, Animation } from "../pipeline/request.ts";
import type { ClipFraming, EnhanceMode, FaceObstacle } from "../pipeline/types.ts";
import { type CommandContext, printJson, rounded } from "./context.ts";
import { reportFace } from "./faces.ts";
import { besidePhoto, readPhoto, requireWritable, writeWhole } from "./files.ts";
import { DAMAGED_WARNING } from "./messages.ts";
import { startProgress } from "./progress.ts";
import { UsageError } from "./usage.ts";

export interface AnimateCommandOptions {
  readonly face?: number | "all";
  readonly framing?: ClipFraming;
  readonly gesture?: string;
  readonly out?: string;
  readonly maxBytes?: number;
  readonly enhance?: EnhanceMode;
  readonly seed?: number;
  readonly strength?: number;
  readonly json?: true;
}

/** `keepsake animate`: writes the clip of one face, or of everyone, making one gesture. */
export async function animatePhoto(
  path: string,
  options: AnimateCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { stdout, stderr, signal } = context;
  const out = options.out ?? besidePhoto(path, ".mp4");
  const photo = await readPhoto(path);
  requireWritable(out, path);
  requireGesture(options.gesture);
  requireFraming(options);
  const progress = startProgress(stderr);
  const pipeline = openPipeline();
  let animation: Animation;
  try {
    animation = await pipeline.animate(requestFrom(photo, options), { signal, onProgress: progress.update });
  } finally {
    progress.stop();
    await pipeline.close();
  }
  signal.throwIfAborted();
  if (animation.photo.damaged) stderr.write(`${DAMAGED_WARNING}\n`);
  await writeWhole(out, animation.clip.mp4);
  if (options.json) printJson(stdout, report(animation, out));
  else stdout.write(asText(animation, out));
}

/** What the pipeline is asked for, without the options that were left out. */
export function requestFrom(photo: Uint8Array, options: AnimateCommandOptions): AnimateRequest {
  const { face, framing, gesture, maxBytes, enhance, seed, strength } = options;
  return {
    photo,
    ...(face !== undefined && { face }),
    ...(framing !== undefined && { framing }),
    ...(gesture !== undefined && { gesture }),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(enhance !== undefined && { enhance }),
    ...(seed !== undefined && { seed }),
    ...(strength !== undefined && { strength }),
  };
}

/** A mistyped gesture is told before the photo is looked at. */
export function requireGesture(gesture: string | undefined): void {
  if (gesture === undefined) return;
  const known = new Set(loadDrivers(DRIVERS_FOLDER).drivers.map((driver) => driver.gesture));
  const unknown = gesturesIn(gesture).find((each) => !known.has(each));
  if (unknown === undefined) return;
  throw new UsageError(`There is no gesture called ${unknown}. There are: ${[...known].sort().join(", ")}.`);
}

/** A portrait shows one face. */
export function requireFraming({ face, framing }: Pick<AnimateCommandOptions, "face" | "framing">): void {
  if (face !== "all" || framing !== "portrait") return;
  throw new UsageError("A portrait shows one face: leave --framing out to see everyone in the whole photo.");
}

function report(
  { photo, faces, face, gesture, animated, enhanced, engine, clip, timings }: Animation,
  path: string,
): object {
  const { mp4, width, height, fps, frames, seconds } = clip;
  return {
    photo: { width: photo.width, height: photo.height },
    faces: faces.map(reportFace),
    face,
    gesture,
    // Everyone has a driver of their own: `animated` names them.
    ...(face !== "all" && { driver: animated[0]?.driver }),
    animated,
    enhanced,
    engine,
    clip: { path, width, height, fps, frames, seconds, bytes: mp4.length },
    timings: Object.fromEntries(Object.entries(timings).map(([stage, ms]) => [stage, rounded(ms)])),
  };
}

function asText({ faces, face, gesture, animated, enhanced, clip, timings }: Animation, path: string): string {
  const who = face === "all" ? `${animated.length} of ${faces.length} faces` : `face ${face} of ${faces.length}`;
  const still = faces.length - animated.length;
  const others = face === "all" && still > 0 ? ` (${reasonsOf(faces, still)})` : "";
  const how = face === "all" ? "" : ` (driver ${animated[0]?.driver ?? "none"})`;
  const size = `${clip.width} x ${clip.height}, ${clip.seconds} s, ${(clip.mp4.length / 1e6).toFixed(2)} MB`;
  const took = `${(timings.total / 1000).toFixed(1)} s`;
  return `${path}: ${who}${others}, gesture ${gesture}${how}${enhanced ? ", enhanced" : ""}, ${size}. It took ${took}.\n`;
}

/** Why some of everyone stay still, with how many each. */
function reasonsOf(faces: Animation["faces"], still: number): string {
  const stopped = (obstacle: FaceObstacle): number => faces.filter((face) => face.obstacle === obstacle).length;
  const [small, away] = [stopped("faceTooSmall"), stopped("faceTurnedAway")];
  return [
    [small, "too small"] as const,
    [away, "turned too far away"] as const,
    [still - small - away, "beyond the largest that move at once"] as const,
  ]
    .flatMap(([count, why]) => (count > 0 ? [`${count} ${why}`] : []))
    .join(", ");
}
