import type { Cast, Engine, EngineTools, Film, Puppet } from "../engine.ts";
import type { Role } from "../motion/cast.ts";
import { CHANNELS, type Channel } from "../motion/channels.ts";
import type { Motion } from "../motion/drive.ts";
import type { Face, Photo } from "../types.ts";
import { cameraFor } from "./camera.ts";
import { MESH_LIMITS } from "./limits.ts";
import { drawing } from "./render/drawing.ts";
import { RenderPool } from "./render/pool.ts";
import { coverageAlone } from "./rig/cutout/coverage-alone.ts";
import { eyeMaking } from "./rig/eye/eye.ts";
import { meshInTexture, textureSize } from "./rig/framing.ts";
import { mouthMaking } from "./rig/head/mouth.ts";
import { type FaceAtRest, faceAtRest, rigFor } from "./rig/rig.ts";
import { portraitScene, rearFirst, type Scene, type SceneAtRest, sceneFor, wholeScene, withinPhoto } from "./scene.ts";
import { sceneAlone } from "./scene-alone.ts";

/** The engine that makes a movable 2.5-D puppet out of the photo itself. */
export function openMeshEngine(tools: EngineTools): Engine {
  return new MeshEngine(tools);
}

class MeshEngine implements Engine {
  readonly name = "mesh";
  readonly limits = MESH_LIMITS;
  readonly #tools: EngineTools;
  readonly #pool: RenderPool;

  constructor(tools: EngineTools) {
    this.#tools = tools;
    this.#pool = new RenderPool(tools.aside);
  }

  warmUp(): void {
    for (const work of [drawing, eyeMaking, mouthMaking]) this.#tools.aside.warmUp(work);
  }

  async prepare({ photo, faces, movers, framing }: Cast, signal: AbortSignal): Promise<MeshPuppet> {
    const options = { ...this.#tools, signal };
    if (framing === "photo") {
      const inOrder = rearFirst(movers);
      const scene = await wholeScene(photo, inOrder, faces, options);
      return new MeshPuppet(inOrder, scene, this.#pool);
    }
    const [face] = movers;
    const others = faces.filter((other) => other !== face);
    const atRest = await faceAtRest(photo, face, { ...options, others });
    const cutOut = async (): Promise<Float32Array> => {
      const { texture, framing } = atRest.rig;
      const neighbours = others.map(({ mesh }) => ({ mesh: meshInTexture(mesh, framing), takenOff: false }));
      return coverageAlone(texture, textureSize(framing), atRest.mesh, { models: this.#tools.models, neighbours });
    };
    const { width, height } = photo;
    return new MeshPuppet([face], atRest, this.#pool, { photo: { width, height }, cutOut });
  }

  async close(): Promise<void> {
    // Models and threads are the pipeline's.
    await Promise.resolve();
  }
}

/** What a portrait is of: the photo's size, and what finds out which part of the rig's texture is the person, where that can be told. */
interface Portrait {
  readonly photo: Pick<Photo, "width" | "height">;
  readonly cutOut: () => Promise<Float32Array>;
}

class MeshPuppet implements Puppet {
  readonly bytes: number;

  constructor(
    /** One for each of the scene's layers, in their order. */
    private readonly movers: readonly Face[],
    /** A scene of the whole photo, or the face of a portrait. */
    private readonly atRest: SceneAtRest | FaceAtRest,
    private readonly pool: RenderPool,
    private readonly portrait: Portrait | null = null,
  ) {
    this.bytes = bytesIn(atRest);
  }

  film(roles: Parameters<Puppet["film"]>[0], signal: AbortSignal): MeshFilm {
    const motions = this.movers.map((mover) => motionOf(roles, mover));
    const channels = motions.map(movingChannels);
    const scene = this.sceneWith(channels);
    const seen = channels.some((moving) => moving.includes("drift")) ? { ...scene, camera: cameraFor(scene) } : scene;
    return new MeshFilm(seen, motions, this.pool, signal, this.portrait?.cutOut ?? null);
  }

  private sceneWith(channels: readonly Channel[][]): Scene {
    if ("layers" in this.atRest) return sceneFor(this.atRest, channels);
    const square = portraitScene(rigFor(this.atRest, channels.flat()));
    return this.portrait ? withinPhoto(square, this.portrait.photo) : square;
  }
}

function motionOf(roles: readonly Role[], { index }: Face): Motion {
  const role = roles.find(({ face }) => face.index === index);
  if (role === undefined) throw new RangeError(`roles: none for face ${index}`);
  return role.motion;
}

/** The memory of all arrays of numbers in some plain data. */
function bytesIn(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.byteLength;
  if (typeof data !== "object" || data === null) return 0;
  return Object.values(data).reduce((sum: number, part: unknown) => sum + bytesIn(part), 0);
}

class MeshFilm implements Film {
  readonly width: number;
  readonly height: number;
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
  readonly fps: number;
  readonly count: number;

  constructor(
    readonly scene: Scene,
    /** One for each of the scene's layers, in their order. */
    private readonly motions: readonly Motion[],
    private readonly pool: RenderPool,
    private readonly signal: AbortSignal,
    /** What of the rig's texture is the person, where that can be told. */
    private readonly cutOut: (() => Promise<Float32Array>) | null,
  ) {
    ({
      width: this.width,
      height: this.height,
      originX: this.originX,
      originY: this.originY,
      scale: this.scale,
    } = scene);
    const [motion] = motions;
    this.fps = motion?.fps ?? 0;
    this.count = motion?.frames ?? 0;
  }

  frames(): AsyncIterable<Uint8Array> {
    return this.pool.render(this.scene, this.motions, this.signal);
  }

  async *framesAlone(): AsyncGenerator<Uint8Array> {
    if (this.cutOut === null) throw new RangeError("framing: only portraits are cut out");
    const alone = sceneAlone(this.scene, await this.cutOut());
    yield* this.pool.render(alone, [...this.motions, ...this.motions], this.signal);
  }
}

/** What this engine made of a cast, for who measures it. Throws for another engine's film. */
export function sceneOf(film: Film): Scene {
  if (film instanceof MeshFilm) return film.scene;
  throw new TypeError("this film was not made by the mesh engine");
}

function movingChannels({ values, frames }: Motion): Channel[] {
  return CHANNELS.filter((_, c) => {
    for (let frame = 0; frame < frames; frame++) if (Math.abs(values[frame * CHANNELS.length + c]!) > 1e-3) return true;
    return false;
  });
}
