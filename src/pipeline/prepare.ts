import type { Engine, Film } from "./engine.ts";
import { enhanceFaces } from "./enhance/enhance.ts";
import { lookAt } from "./look.ts";
import type { Models } from "./models/onnx.ts";
import { castEveryone, castOne, chooseFace, type Direction, type Role, seedsOf } from "./motion/cast.ts";
import type { Driver } from "./motion/drivers.ts";
import { type AnimateRequest, DEFAULT_GESTURE } from "./request.ts";
import type { StageClock } from "./stage-clock.ts";
import type { Face, Photo, SeenPhoto } from "./types.ts";

/** What a clip is made with. */
export interface Tools {
  readonly engine: Engine;
  readonly models: Models;
  readonly drivers: readonly Driver[];
}

/** Everything that is known before the first frame is drawn. */
export interface Prepared {
  /** As the clip shows it: enhanced where that helps. */
  readonly photo: Photo;
  readonly faces: readonly Face[];
  /** The faces that move; their motions are equally long. */
  readonly roles: readonly [Role, ...Role[]];
  readonly film: Film;
}

export interface PrepareOptions {
  readonly signal: AbortSignal;
  readonly clock: StageClock;
  /** What an earlier look at the same photo gave. */
  readonly seen?: SeenPhoto | undefined;
  readonly faces?: readonly Face[] | undefined;
}

/** Looks at the photo, chooses who moves and how, and has the engine prepare its film. Throws `UserError`s. */
export async function prepare(
  request: AnimateRequest,
  { engine, models, drivers }: Tools,
  { signal, clock, seen, faces: known }: PrepareOptions,
): Promise<Prepared> {
  const { limits } = engine;
  const everyone = request.face === "all";
  const { framing = everyone ? "photo" : "portrait" } = request;
  if (everyone && framing === "portrait") throw new RangeError("framing: everyone is seen only in the whole photo");
  if (!limits.framings.includes(framing)) throw new RangeError(`framing: the engine ${engine.name} has no ${framing}`);
  const { photo: original, faces } =
    seen ?? (await lookAt(request.photo, clock, { models, signal, limits: limits.faces, faces: known }));
  const direction = directionOf(request, { engine, drivers });
  const roles = castRoles(request, original, faces, direction);
  const shown = framing === "photo" ? { shownScale: wholeScale(original, engine) } : {};
  const moving = roles.map(({ face }) => face);
  const enhanceOptions = { mode: request.enhance ?? "auto", ...shown, models, signal };
  const photo = await clock.stage("enhance", async () => enhanceFaces(original, moving, enhanceOptions));
  const film = await clock.stage("rig", async () => engine.prepare({ photo, faces, roles, framing }, signal));
  return { photo, faces, roles, film };
}

function directionOf(request: AnimateRequest, { engine, drivers }: Pick<Tools, "engine" | "drivers">): Direction {
  const { seed, gesture = DEFAULT_GESTURE, strength = 1 } = request;
  const everyone = request.face === "all";
  // One seed for everyone would let them move in step.
  const seeded = (face: number): number => ((seed ?? 0) + (everyone ? Math.imul(face, 0x9e3779b1) : 0)) >>> 0;
  const seedOf = seed === undefined ? seedsOf(request.photo) : seeded;
  return { drivers, gesture, otherwise: DEFAULT_GESTURE, strength, seedOf, limits: engine.limits };
}

function castRoles(
  request: AnimateRequest,
  photo: Photo,
  faces: readonly Face[],
  direction: Direction,
): readonly [Role, ...Role[]] {
  if (request.face !== "all") return [castOne(chooseFace(photo, faces, request.face), direction)];
  const [first, ...rest] = castEveryone(photo, faces, direction);
  if (first === undefined) throw new Error("an empty cast");
  return [first, ...rest];
}

/** Clip pixels per photo pixel where the whole photo is shown. */
function wholeScale({ width, height }: Photo, { limits: { wholePhoto } }: Engine): number {
  return Math.min(wholePhoto.mostEnlarged, wholePhoto.longSide / Math.max(width, height));
}
