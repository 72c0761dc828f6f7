import type { Animation } from "../pipeline/request.ts";
import type { FaceObstacle } from "../pipeline/types.ts";
import { SIGNED_TYPES } from "../provenance/sign.ts";
import type { Made } from "./clip-maker.ts";
import { rounded } from "./context.ts";
import { reportFace } from "./faces.ts";
import type { Output } from "./plan.ts";

type MadeClip = Extract<Made, { readonly kind: "clip" }>;

/** What was made, as `--json` prints it. */
export function reportMade(made: Made, { photo: file, out: path }: Output): object {
  if (made.kind === "sheet") return { file, sheet: { path, frames: made.frames, bytes: made.bytes.length } };
  const { photo, faces, face, gesture, animated, enhanced, engine, timings } = made.animation;
  return {
    file,
    photo: { width: photo.width, height: photo.height },
    faces: faces.map(reportFace),
    face,
    gesture,
    // Everyone has a driver of their own: `animated` names them.
    ...(face !== "all" && { driver: animated[0]?.driver }),
    animated,
    enhanced,
    engine,
    clip: { path, ...reportClip(made) },
    timings: Object.fromEntries(Object.entries(timings).map(([stage, ms]) => [stage, rounded(ms)])),
  };
}

function reportClip({ animation, clip, signed }: MadeClip): object {
  const { format, bytes, width, height, fps } = clip;
  const { seconds } = animation.clip;
  return { format, width, height, fps, frames: Math.round(seconds * fps), seconds, bytes: bytes.length, signed };
}

/** What was made, in a line for people. */
export function describeMade(made: Made, { out }: Output): string {
  const name = out === "-" ? "The clip" : out;
  if (made.kind === "sheet") return `${name}: ${made.frames} frames.\n`;
  const { animation, clip, signed } = made;
  const { faces, face, gesture, animated, enhanced, timings } = animation;
  const who = face === "all" ? `${animated.length} of ${faces.length} faces` : `face ${face} of ${faces.length}`;
  const still = faces.length - animated.length;
  const others = face === "all" && still > 0 ? ` (${reasonsOf(faces, still)})` : "";
  const size = `${clip.width} x ${clip.height}, ${animation.clip.seconds.toFixed(1)} s, ${megabytes(clip.bytes.length)}`;
  const took = `${(timings.total / 1000).toFixed(1)} s`;
  // Of a format that holds no signature nobody expects one.
  const unsigned = signed || SIGNED_TYPES[clip.format] === undefined ? "" : " It could not be signed.";
  return `${name}: ${who}${others}, ${gesture}${enhanced ? ", made clearer" : ""}; ${size}. It took ${took}.${unsigned}\n`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
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
