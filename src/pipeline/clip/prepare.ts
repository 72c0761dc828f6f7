import type { Engine, Film, Puppet } from "../engine.ts";
import { enhanceFaces, isSurelyEnlarged } from "../enhance/enhance.ts";
import type { Models } from "../models/onnx.ts";
import { castEveryone, castOne, chooseFace, type Direction, type Role, seedsOf } from "../motion/cast.ts";
import { castDancers } from "../motion/cast-dance.ts";
import type { Driver } from "../motion/drivers.ts";
import { performing } from "../motion/movement.ts";
import { type AnimateRequest, DEFAULT_GESTURE } from "../request.ts";
import type { Threads } from "../threads/threads.ts";
import type { Box, ClipFraming, EnhanceMode, Face, Photo, SeenPhoto } from "../types.ts";
import { lookAt } from "./look.ts";
import { type ReadyFaces, WarmPhoto } from "./photo-memory.ts";
import type { StageClock } from "./stage-clock.ts";

/** What a clip is made with. */
export interface Tools {
  readonly engine: Engine;
  readonly models: Models;
  readonly aside: Threads;
  readonly drivers: readonly Driver[];
}

/** What faces are made ready for. */
export interface ReadyWish {
  readonly movers: readonly [Face, ...Face[]];
  readonly framing: ClipFraming;
  readonly enhance: EnhanceMode;
}

/** Everything that is known before the first frame is drawn. */
export interface Prepared extends Omit<ReadyFaces, "puppet"> {
  /** The faces that move; their motions are equally long. */
  readonly roles: readonly [Role, ...Role[]];
  readonly film: Film;
}

interface WorkOptions {
  readonly signal: AbortSignal;
  readonly clock: StageClock;
}

export interface PrepareOptions extends WorkOptions {
  /** As in `AnimateOptions`. */
  readonly seen?: SeenPhoto | undefined;
  readonly faces?: readonly Face[] | undefined;
  /** As in `LookOptions`. */
  readonly near?: Box | undefined;
  /** What is known of the photo, and gets to know what this work learns. */
  readonly warm?: WarmPhoto | undefined;
}

/** Looks at the photo, chooses who moves and how, and has the engine prepare its film. Throws `UserError`s. */
export async function prepare(request: AnimateRequest, tools: Tools, options: PrepareOptions): Promise<Prepared> {
  const { signal, clock, warm = new WarmPhoto() } = options;
  const { engine, drivers } = tools;
  const framing = framingOf(request, engine);
  const look = options.seen ?? (await lookOnce(request.photo, tools, { ...options, warm }));
  const roles = castRoles(request, look, directionOf(request, { engine, drivers }));
  const wish = { movers: facesOf(roles), framing, enhance: request.enhance ?? "auto" };
  const name = [engine.name, framing, wish.enhance, ...wish.movers.map(({ index }) => index)].join(" ");
  const ready = warm.find(name) ?? (await readyFaces(look, wish, tools, { signal, clock }));
  warm.keep(name, ready);
  const { photo, faces, puppet } = ready;
  const film = await clock.stage("rig", () => puppet.film(roles, signal));
  return { photo, faces, roles, film };
}

/** Looks at a photo, unless somebody has done so for the same engine. */
export async function lookOnce(
  bytes: Uint8Array,
  { engine, models }: Pick<Tools, "engine" | "models">,
  {
    signal,
    clock,
    faces,
    near,
    warm,
  }: Pick<PrepareOptions, "signal" | "clock" | "faces" | "near"> & {
    readonly warm: WarmPhoto;
  },
): Promise<SeenPhoto> {
  const { name, limits } = engine;
  const seen =
    warm.looks.get(name) ?? (await lookAt(bytes, clock, { models, signal, limits: limits.faces, faces, near }));
  warm.looks.set(name, seen);
  return seen;
}

/**
 * Makes faces of a photo ready to move: the clearer pictures of them, and the engine's puppet. Most photos turn out to need no clearer
 * pictures: so the engine begins with the photo as it is while that is being found out.
 */
export async function readyFaces(
  { photo: original, faces }: SeenPhoto,
  { movers, framing, enhance }: ReadyWish,
  { engine, models, aside }: Omit<Tools, "drivers">,
  { signal, clock }: WorkOptions,
): Promise<ReadyFaces> {
  const shown = framing === "photo" ? { shownScale: wholeScale(original, engine) } : {};
  const options = { mode: enhance, ...shown, models, signal, aside };
  const prepareWith = async (photo: Photo, until = signal): Promise<Puppet> =>
    engine.prepare({ photo, faces, movers, framing }, until);
  const inVain = new AbortController();
  const hopeless = movers.some((face) => isSurelyEnlarged(face, options));
  const early = hopeless ? null : prepareWith(original, AbortSignal.any([signal, inVain.signal]));
  // Whether it failed is asked only where it is used.
  early?.catch(() => undefined);
  try {
    const photo = await clock.stage("enhance", async () => enhanceFaces(original, movers, options));
    if (photo === original && early !== null) {
      return { photo, faces, puppet: await clock.stage("rig", async () => early) };
    }
    inVain.abort(new Error("there is a clearer picture"));
    return { photo, faces, puppet: await clock.stage("rig", async () => prepareWith(photo)) };
  } catch (error) {
    inVain.abort(error);
    throw error;
  }
}

function framingOf({ face, framing: wanted }: AnimateRequest, { name, limits }: Engine): ClipFraming {
  const everyone = face === "all";
  const framing = wanted ?? (everyone ? "photo" : "portrait");
  if (everyone && framing === "portrait") throw new RangeError("framing: everyone is seen only in the whole photo");
  if (!limits.framings.includes(framing)) throw new RangeError(`framing: the engine ${name} has no ${framing}`);
  return framing;
}

function facesOf([first, ...rest]: readonly [Role, ...Role[]]): readonly [Face, ...Face[]] {
  return [first.face, ...rest.map(({ face }) => face)];
}

function directionOf(request: AnimateRequest, { engine, drivers }: Pick<Tools, "engine" | "drivers">): Direction {
  const { seed, gesture = DEFAULT_GESTURE, movement, strength = 1 } = request;
  const everyone = request.face === "all";
  // One seed for everyone would let them move in step.
  const seeded = (face: number): number => ((seed ?? 0) + (everyone ? Math.imul(face, 0x9e3779b1) : 0)) >>> 0;
  const seedOf = seed === undefined ? seedsOf(request.photo) : seeded;
  const known = movement === undefined ? drivers : [...drivers, performing(movement, gesture)];
  return { drivers: known, gesture, otherwise: DEFAULT_GESTURE, strength, seedOf, limits: engine.limits };
}

function castRoles(
  request: AnimateRequest,
  { photo, faces }: SeenPhoto,
  direction: Direction,
): readonly [Role, ...Role[]] {
  const { face: wanted, song: music } = request;
  const cast = (): Role[] => {
    if (music !== undefined) return castDancers(photo, faces, { wanted, music, direction });
    if (wanted === "all") return castEveryone(photo, faces, direction);
    return [castOne(chooseFace(photo, faces, wanted), direction)];
  };
  const [first, ...rest] = cast();
  if (first === undefined) throw new Error("an empty cast");
  return [first, ...rest];
}

/** Clip pixels per photo pixel where the whole photo is shown. */
function wholeScale({ width, height }: Photo, { limits: { wholePhoto } }: Engine): number {
  return Math.min(wholePhoto.mostEnlarged, wholePhoto.longSide / Math.max(width, height));
}
