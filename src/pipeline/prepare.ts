import { createHash } from "node:crypto";
import { UserError } from "../errors.ts";
import type { AnimateOptions, AnimateRequest, Stage } from "./animate.ts";
import { CHANNELS, type Channel } from "./channels.ts";
import { chooseDriver } from "./choose-driver.ts";
import { decodePhoto } from "./decode.ts";
import { detectFaces } from "./detect.ts";
import { type Motion, playDriver } from "./drive.ts";
import { DRIVERS_FOLDER, type Driver, loadDrivers } from "./drivers.ts";
import { measureFaces } from "./faces.ts";
import { mostProminent } from "./prominence.ts";
import { restrain } from "./restrain.ts";
import { makeRig, type Rig } from "./rig/rig.ts";
import type { Face, Photo } from "./types.ts";
import { vary } from "./vary.ts";

/** Everything that is known before the first frame is drawn. */
export interface Prepared {
  readonly photo: Photo;
  readonly faces: readonly Face[];
  readonly face: Face;
  readonly driver: Driver;
  readonly rig: Rig;
  readonly motion: Motion;
  /** Milliseconds that each stage took so far. */
  readonly timings: Readonly<Record<"decode" | "detect" | "landmarks" | "rig", number>>;
}

export const DEFAULT_GESTURE = "nostalgia";

/** Drivers that ship with Keepsake, read once. */
let shipped: readonly Driver[] | undefined;
export function shippedDrivers(): readonly Driver[] {
  shipped ??= loadDrivers(DRIVERS_FOLDER).drivers;
  return shipped;
}

/** Decodes the photo, finds its faces, chooses face and driver, and makes the rig. Throws `UserError`s. */
export async function prepare(request: AnimateRequest, options: AnimateOptions = {}): Promise<Prepared> {
  const clock = stopwatch(options);
  const photo = await decodePhoto(request.photo);
  const decode = clock("decode");
  const detections = await detectFaces(photo);
  const detect = clock("detect");
  const faces = await measureFaces(photo, detections, options.signal ? { signal: options.signal } : {});
  const face = chooseFace(photo, faces, request.face);
  const landmarks = clock("landmarks");
  const seed = request.seed ?? seedOf(request.photo, face.index);
  const driver = chooseDriver(shippedDrivers(), request.gesture ?? DEFAULT_GESTURE, face, seed);
  const strength = request.strength ?? 1;
  const motion = restrain(vary(playDriver(driver, strength), seed, strength), face.pose);
  const others = faces.filter((other) => other !== face);
  const rig = await makeRig(photo, face, movingChannels(motion), others);
  return { photo, faces, face, driver, rig, motion, timings: { decode, detect, landmarks, rig: clock("rig") } };
}

/** Tells the milliseconds since it was last asked, reports the stage as done, and stops the work if it is no longer wanted. */
function stopwatch({ signal, onProgress }: AnimateOptions): (stage: Stage) => number {
  const share: Partial<Record<Stage, number>> = { decode: 0.05, detect: 0.1, landmarks: 0.15, rig: 0.2 };
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

function chooseFace(photo: Photo, faces: readonly Face[], wanted: number | undefined): Face {
  if (faces.length === 0) throw new UserError(photo.damaged ? "damaged" : "noFace");
  const face = wanted === undefined ? mostProminent(photo, faces) : faces.find(({ index }) => index === wanted);
  if (!face) throw new UserError("noSuchFace", { face: wanted ?? 0, faces: faces.length });
  if (face.obstacle) throw new UserError(face.obstacle, { face: face.index, width: Math.round(face.box.width) });
  return face;
}

/** A number that the photo's bytes and the face decide, so that the same request always gives the same clip. */
function seedOf(photo: Uint8Array, face: number): number {
  return createHash("sha256").update(photo).update(String(face)).digest().readUInt32LE(0);
}

function movingChannels({ values, frames }: Motion): Channel[] {
  return CHANNELS.filter((_, c) => {
    for (let frame = 0; frame < frames; frame++) if (Math.abs(values[frame * CHANNELS.length + c]!) > 1e-3) return true;
    return false;
  });
}
