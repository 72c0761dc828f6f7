import type { AnimateOptions, AnimateRequest, Stage } from "./animate.ts";
import { enhanceFaces } from "./enhance/enhance.ts";
import { makeRig } from "./mesh/rig/rig.ts";
import { portraitScene, rearFirst, type Scene, wholeScene } from "./mesh/scene.ts";
import { wholeScale } from "./mesh/whole.ts";
import { castEveryone, castOne, chooseFace, type Direction, type Role, seedsOf } from "./motion/cast.ts";
import { CHANNELS, type Channel } from "./motion/channels.ts";
import type { Motion } from "./motion/drive.ts";
import { DRIVERS_FOLDER, type Driver, loadDrivers } from "./motion/drivers.ts";
import { detectFaces } from "./perceive/detect.ts";
import { measureFaces } from "./perceive/faces.ts";
import { decodePhoto } from "./photo/decode.ts";
import type { ClipFraming, Face, Photo } from "./types.ts";

/** Everything that is known before the first frame is drawn. */
export interface Prepared {
  /** As the clip shows it: enhanced where that helps. */
  readonly photo: Photo;
  readonly faces: readonly Face[];
  /** The faces that move, one for each of the scene's layers in their order; their motions are equally long. */
  readonly roles: readonly [Role, ...Role[]];
  readonly scene: Scene;
  /** Milliseconds that each stage took so far; `enhance` also where it looked and found nothing to do. */
  readonly timings: Readonly<Record<"decode" | "detect" | "landmarks" | "enhance" | "rig", number>>;
}

export const DEFAULT_GESTURE = "nostalgia";

/** Drivers that ship with Keepsake, read once. */
let shipped: readonly Driver[] | undefined;
export function shippedDrivers(): readonly Driver[] {
  shipped ??= loadDrivers(DRIVERS_FOLDER).drivers;
  return shipped;
}

/** Decodes the photo, finds its faces, chooses who moves and how, and makes the rigs. Throws `UserError`s. */
export async function prepare(request: AnimateRequest, options: AnimateOptions = {}): Promise<Prepared> {
  const everyone = request.face === "all";
  const { framing = everyone ? "photo" : "portrait" } = request;
  if (everyone && framing === "portrait") throw new RangeError("framing: everyone is seen only in the whole photo");
  const clock = stopwatch(options);
  const abort = options.signal ? { signal: options.signal } : {};
  const original = await decodePhoto(request.photo);
  const decode = clock("decode");
  const detections = await detectFaces(original, abort);
  const detect = clock("detect");
  const faces = await measureFaces(original, detections, abort);
  const roles = castRoles(request, original, faces);
  const landmarks = clock("landmarks");
  const shown = framing === "photo" ? { shownScale: wholeScale(original) } : {};
  const moving = roles.map(({ face }) => face);
  const photo = await enhanceFaces(original, moving, { mode: request.enhance ?? "auto", ...shown, ...abort });
  const enhance = clock("enhance");
  const scene = await makeScene(framing, photo, roles, faces, options.signal);
  const timings = { decode, detect, landmarks, enhance, rig: clock("rig") };
  return { photo, faces, roles, scene, timings };
}

function castRoles(request: AnimateRequest, photo: Photo, faces: readonly Face[]): readonly [Role, ...Role[]] {
  const { seed } = request;
  const direction: Direction = {
    drivers: shippedDrivers(),
    gesture: request.gesture ?? DEFAULT_GESTURE,
    otherwise: DEFAULT_GESTURE,
    strength: request.strength ?? 1,
    seedOf: seed === undefined ? seedsOf(request.photo) : () => seed,
  };
  if (request.face !== "all") return [castOne(chooseFace(photo, faces, request.face), direction)];
  const seedOf = seed === undefined ? direction.seedOf : (face: number) => (seed + Math.imul(face, 0x9e3779b1)) >>> 0;
  const [first, ...rest] = rearFirst(castEveryone(photo, faces, { ...direction, seedOf }));
  if (first === undefined) throw new Error("an empty cast");
  return [first, ...rest];
}

async function makeScene(
  framing: ClipFraming,
  photo: Photo,
  roles: readonly [Role, ...Role[]],
  faces: readonly Face[],
  signal?: AbortSignal,
): Promise<Scene> {
  if (framing === "photo") {
    const movers = roles.map(({ face, motion }) => ({ face, channels: movingChannels(motion) }));
    return wholeScene(photo, movers, faces, signal);
  }
  const [{ face, motion }] = roles;
  const others = faces.filter((other) => other !== face);
  return portraitScene(await makeRig(photo, face, movingChannels(motion), others));
}

/** Tells the milliseconds since it was last asked, reports the stage as done, and stops the work if it is no longer wanted. */
function stopwatch({ signal, onProgress }: AnimateOptions): (stage: Stage) => number {
  const share: Partial<Record<Stage, number>> = { decode: 0.05, detect: 0.1, landmarks: 0.12, enhance: 0.18, rig: 0.2 };
  let last = performance.now();
  return (stage) => {
    signal?.throwIfAborted();
    onProgress?.(stage, share[stage] ?? 0);
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    return elapsed;
  };
}

function movingChannels({ values, frames }: Motion): Channel[] {
  return CHANNELS.filter((_, c) => {
    for (let frame = 0; frame < frames; frame++) if (Math.abs(values[frame * CHANNELS.length + c]!) > 1e-3) return true;
    return false;
  });
}
