import type { Cast, Engine, EngineTools, Film } from "../engine.ts";
import type { Models } from "../models/onnx.ts";
import { CHANNELS, type Channel } from "../motion/channels.ts";
import type { Motion } from "../motion/drive.ts";
import { MESH_LIMITS } from "./limits.ts";
import { RenderPool } from "./render/pool.ts";
import { makeRig } from "./rig/rig.ts";
import { portraitScene, rearFirst, type Scene, wholeScene } from "./scene.ts";

/** The engine that makes a movable 2.5-D puppet out of the photo itself; see docs/engine.md. */
export function openMeshEngine({ models }: EngineTools): Engine {
  return new MeshEngine(models);
}

class MeshEngine implements Engine {
  readonly name = "mesh";
  readonly limits = MESH_LIMITS;
  readonly #models: Models;
  #threads: RenderPool | undefined;

  constructor(models: Models) {
    this.#models = models;
  }

  warmUp(): void {
    this.#threads ??= new RenderPool();
  }

  async prepare(cast: Cast, signal: AbortSignal): Promise<MeshFilm> {
    this.#threads ??= new RenderPool();
    const options = { models: this.#models, signal };
    const { photo, faces, framing } = cast;
    if (framing === "photo") {
      const roles = rearFirst(cast.roles);
      const movers = roles.map(({ face, motion }) => ({ face, channels: movingChannels(motion) }));
      const scene = await wholeScene(photo, movers, faces, options);
      return new MeshFilm(
        scene,
        roles.map(({ motion }) => motion),
        this.#threads,
        signal,
      );
    }
    const [{ face, motion }] = cast.roles;
    const others = faces.filter((other) => other !== face);
    const rig = await makeRig(photo, face, movingChannels(motion), { ...options, others });
    return new MeshFilm(portraitScene(rig), [motion], this.#threads, signal);
  }

  async close(): Promise<void> {
    await this.#threads?.close();
    this.#threads = undefined;
  }
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
    private readonly threads: RenderPool,
    private readonly signal: AbortSignal,
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
    return this.threads.render(this.scene, this.motions, this.signal);
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
