import { createHash } from "node:crypto";
import { UserError } from "../../errors.ts";
import type { EngineLimits, TurnLimits } from "../limits.ts";
import { mostProminent, movers } from "../perceive/prominence.ts";
import type { Face, Photo } from "../types.ts";
import { chooseDrivers } from "./chain.ts";
import { CHANNELS } from "./channels.ts";
import { type Motion, playDriver } from "./drive.ts";
import type { Driver } from "./drivers.ts";
import { follow } from "./follow.ts";
import { restrain } from "./restrain.ts";
import { randomFrom, vary } from "./vary.ts";

/** A face that moves in a clip, and how. */
export interface Role {
  readonly face: Face;
  readonly driver: Driver;
  readonly motion: Motion;
}

/** What the faces are to do. */
export interface Direction {
  readonly drivers: readonly Driver[];
  readonly gesture: string;
  /** What those do whom the gesture does not suit. */
  readonly otherwise: string;
  /** 0..1.5; 1 is how drivers were recorded. */
  readonly strength: number;
  /** The seed of a face by its number. */
  readonly seedOf: (face: number) => number;
  /** What the engine can do. */
  readonly limits: Pick<EngineLimits, "turn" | "mostMovers">;
}

/** Seconds by which a clip of several outlasts its longest motion, so that nobody moves in step: for two, and for each more. */
const STAGGER = 1;
const STAGGER_EACH = 0.1;
/** Everyone's strength is between one less and one more by this. */
const STRENGTH_SPREAD = 0.15;
const MOST_STRENGTH = 1.5;

/** The face that was asked for, or the most prominent one. Throws `UserError` for what keeps it from being animated. */
export function chooseFace(photo: Photo, faces: readonly Face[], wanted: number | undefined): Face {
  if (faces.length === 0) throw new UserError(photo.damaged ? "damaged" : "noFace");
  const face = wanted === undefined ? mostProminent(photo, faces) : faces.find(({ index }) => index === wanted);
  if (!face) throw new UserError("noSuchFace", { face: wanted ?? 0, faces: faces.length });
  if (face.obstacle) throw new UserError(face.obstacle, { face: face.index, width: Math.round(face.box.width) });
  return face;
}

/** A face that makes a motion as far as the engine can show it, and what follows from that. */
export function roleOf(face: Face, driver: Driver, motion: Motion, limits: TurnLimits): Role {
  return { face, driver, motion: follow(restrain(motion, face.pose, limits)) };
}

/** One face making the gesture. Throws `UserError` when there is none or it does not suit. */
export function castOne(
  face: Face,
  { drivers, gesture, strength, seedOf, limits }: Omit<Direction, "otherwise">,
): Role {
  const seed = seedOf(face.index);
  const driver = chooseDrivers(drivers, gesture, face, seed);
  const own = vary(playDriver(driver, strength), seed, strength);
  return roleOf(face, driver, own, limits.turn);
}

/**
 * Everyone who can be animated (the largest, as many as the engine can), each with a variant, timing and strength of their own; all motions are equally
 * long. Whom the gesture does not suit makes the other one; whom that does not suit either stays still.
 *
 * Throws `UserError` when nobody can move, or the gesture suits nobody.
 */
export function castEveryone(photo: Photo, faces: readonly Face[], direction: Direction): Role[] {
  const moving = movers(faces, direction.limits.mostMovers);
  // Says what is wrong where there is nobody.
  if (moving.length === 0) chooseFace(photo, faces, undefined);
  const cast = moving.flatMap((face) => castMember(face, direction) ?? []);
  if (!cast.some(({ driver }) => driver.gesture === direction.gesture)) {
    throw new UserError("gestureDoesNotSuit", { gesture: direction.gesture });
  }
  return stagger(cast, direction.limits.turn);
}

interface Member extends Role {
  readonly seed: number;
  readonly strength: number;
  readonly random: () => number;
}

/** What one of many does, before it is put in its place in time; undefined for someone whom nothing suits. */
function castMember(face: Face, { drivers, gesture, otherwise, strength, seedOf }: Direction): Member | undefined {
  const seed = seedOf(face.index);
  const random = randomFrom(seed);
  const own = Math.min(MOST_STRENGTH, strength * (1 + STRENGTH_SPREAD * (2 * random() - 1)));
  for (const wanted of [gesture, otherwise]) {
    try {
      const driver = chooseDrivers(drivers, wanted, face, seed);
      return { face, driver, motion: playDriver(driver, own), seed, strength: own, random };
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== "gestureDoesNotSuit") throw error;
    }
  }
  return undefined;
}

/** Spreads the beginnings over the clip in an order that the seeds decide, then lets everyone breathe and sway throughout. */
function stagger(cast: readonly Member[], limits: TurnLimits): Role[] {
  const fps = cast[0]?.motion.fps ?? 0;
  const longest = Math.max(...cast.map(({ motion }) => motion.frames));
  const seconds = cast.length < 2 ? 0 : STAGGER + STAGGER_EACH * (cast.length - 2);
  const frames = longest + Math.round(seconds * fps);
  return cast
    .map((member) => ({ ...member, turn: member.random() }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ face, driver, motion, seed, strength, random }, rank) => {
      const room = frames - motion.frames;
      const delay = cast.length < 2 ? 0 : Math.round((room * rank) / (cast.length - 1));
      const own = vary(delayed(motion, delay, frames), seed, strength, 2 * Math.PI * random());
      return roleOf(face, driver, own, limits);
    });
}

/** The motion at rest for `delay` frames, and at rest again after it until there are `frames`. */
function delayed(motion: Motion, delay: number, frames: number): Motion {
  const values = new Float32Array(frames * CHANNELS.length);
  values.set(motion.values, delay * CHANNELS.length);
  return { ...motion, frames, values };
}

/** Seeds that the photo's bytes and a face's number decide, so that the same request always gives the same clip. */
export function seedsOf(photo: Uint8Array): (face: number) => number {
  const hash = createHash("sha256").update(photo);
  return (face) => hash.copy().update(String(face)).digest().readUInt32LE(0);
}
