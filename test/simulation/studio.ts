import { getEventListeners } from "node:events";
import { UserError } from "../../src/errors.ts";
import type { Movement } from "../../src/pipeline/motion/movement.ts";
import type { Song } from "../../src/pipeline/motion/song.ts";
import type { Scene } from "../../src/pipeline/reel/scene.ts";
import type { Clip } from "../../src/pipeline/request.ts";
import type { Sticker } from "../../src/pipeline/sticker/sticker.ts";
import type { Marks } from "../../src/pipeline/verify/marks.ts";
import type { ExportedClip, Original } from "../../src/pipeline/video/export.ts";
import type { Product } from "../../src/pipeline/video/formats.ts";
import type { Studio } from "../../src/queue/contract/studio.ts";
import {
  type ConvertOptions,
  type Look,
  type LookOptions,
  type Rendered,
  type RenderOptions,
  type RenderRequest,
  StudioFailed,
} from "../../src/queue/contract/studio.ts";
import { headTurn } from "../support/head-turn.ts";
import { madeUpSong } from "../support/made-up-song.ts";
import type { Life } from "./life.ts";
import { bytesOf, facesOf, type Moving, type Picture, pictureIn, prominentOf } from "./picture.ts";
import type { Random } from "./random.ts";

/** After so long the real studio stops what hangs. */
const HANGS_MS = 120_000;

export interface StudioParts {
  readonly life: Life;
  readonly random: Random;
  /** Longest time that a clip takes that does not hang. */
  readonly slowestMs: number;
  readonly tell: (what: string) => void;
}

/** Render processes that take their time, crash and hang as their pictures say. */
export class SimulatedStudio implements Studio {
  /** Photos of which it keeps something warm, by their ids. */
  readonly warm = new Set<string>();
  /** Every signal that it was given, to see whether anybody still listens. */
  readonly #signals = new Set<AbortSignal>();

  constructor(private readonly parts: StudioParts) {}

  /** Listeners on signals of work that has ended. */
  get listenersLeft(): number {
    return [...this.#signals].reduce((sum, signal) => sum + getEventListeners(signal, "abort").length, 0);
  }

  async look(photo: Uint8Array, { signal }: LookOptions): Promise<Look> {
    const picture = pictureIn(photo);
    await this.#work(this.parts.random.between(50, 3000), signal);
    this.parts.tell(`looked at ${picture.mark}`);
    if (picture.fate === "notAnImage") throw new UserError("notAnImage");
    if (picture.fate === "crashesLook") throw new StudioFailed("crash", "simulated crash");
    const faces = facesOf(picture);
    const jpeg = bytesOf(picture);
    return {
      width: 640,
      height: 480,
      damaged: false,
      faces,
      prominent: prominentOf(picture),
      shown: jpeg,
      meshes: jpeg,
      strip: faces.filter(({ obstacle }) => obstacle === null).length < 2 ? null : jpeg,
      reduced: picture.fate === "tooLarge" ? jpeg : null,
    };
  }

  async render(request: RenderRequest, { signal, onProgress }: RenderOptions): Promise<Rendered> {
    const picture = pictureIn(request.photo);
    const { random, slowestMs, tell } = this.parts;
    tell(`renders ${picture.mark}`);
    const time = picture.fate === "hangsRender" ? HANGS_MS : random.between(1000, slowestMs);
    onProgress?.("detect", 0.1);
    if (request.id !== undefined) this.warm.add(request.id);
    await this.#work(time / 2, signal);
    onProgress?.("render", 0.5);
    await this.#work(time / 2, signal);
    if (picture.fate === "crashesRender") throw new StudioFailed("crash", "simulated crash");
    if (picture.fate === "hangsRender") throw new StudioFailed("timeout", "simulated timeout");
    if (picture.fate === "tooMuchMemory") throw new UserError("tooMuchMemory");
    tell(`rendered ${picture.mark}`);
    return rendered(picture, request);
  }

  /** What it makes looks like what it was made of. */
  async sticker({ photo }: RenderRequest, { signal }: RenderOptions): Promise<Sticker> {
    await this.#work(this.parts.random.between(500, this.parts.slowestMs), signal);
    return { format: "sticker", bytes: bytesOf(pictureIn(photo)), width: 512, height: 512, fps: 20 };
  }

  async verify(_: Uint8Array, { signal }: { readonly signal?: AbortSignal }): Promise<Marks> {
    await this.#work(this.parts.random.between(200, 3000), signal);
    return { type: "video/mp4", watermark: null, credentials: null, note: false, sourceTypes: [] };
  }

  async measure(_: Uint8Array, { signal }: { readonly signal?: AbortSignal }): Promise<Movement> {
    await this.#work(this.parts.random.between(500, 8000), signal);
    return headTurn();
  }

  async listen(sound: Uint8Array, { signal }: { readonly signal?: AbortSignal }): Promise<Song> {
    await this.#work(this.parts.random.between(300, 4000), signal);
    return madeUpSong(sound.subarray(0, 8));
  }

  async reel(scenes: readonly Scene[], { signal }: RenderOptions): Promise<Clip> {
    await this.#work(this.parts.random.between(500, this.parts.slowestMs), signal);
    return {
      mp4: Buffer.concat(scenes.map(({ mp4 }) => mp4)),
      width: 720,
      height: 720,
      fps: 25,
      frames: 100,
      seconds: 4,
    };
  }

  async products(): Promise<readonly Product[]> {
    return Promise.resolve(["mp4", "gif", "webp", "jpg", "sticker"]);
  }

  async convert({ mp4, width, height, fps }: Original, { format, signal }: ConvertOptions): Promise<ExportedClip> {
    await this.#work(this.parts.random.between(200, 3000), signal);
    return { format, bytes: mp4, width, height, fps };
  }

  forget(photos: readonly string[]): void {
    for (const id of photos) this.warm.delete(id);
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  /** Time passes, unless it is called off; then it takes a moment to stop. */
  async #work(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const { life, random } = this.parts;
    await life.border("the studio");
    if (signal === undefined) return life.wait(ms);
    this.#signals.add(signal);
    let stop = (): void => undefined;
    const stopped = new Promise<"stopped">((resolve) => {
      stop = () => resolve("stopped");
      signal.addEventListener("abort", stop, { once: true });
    });
    const how = signal.aborted ? "stopped" : await Promise.race([life.wait(ms), stopped]);
    signal.removeEventListener("abort", stop);
    if (how !== "stopped") return;
    await life.wait(random.between(0, 2000));
    signal.throwIfAborted();
  }
}

function rendered(picture: Picture, request: RenderRequest): Rendered {
  const { framing = "portrait", gesture = "nostalgia", strength = 1 } = request;
  const faces = facesOf(picture);
  const face = request.face ?? prominentOf(picture) ?? 1;
  const moving: Moving = {
    mark: picture.mark,
    face,
    framing,
    gesture,
    strength,
    original: request.enhance === "off",
  };
  return {
    photo: { width: 640, height: 480, damaged: false },
    faces,
    face,
    gesture,
    animated: [{ face: face === "all" ? 1 : face, gesture, driver: "simulated" }],
    enhanced: false,
    changes: [],
    shows: { x: 0, y: 0, width: 640, height: 480 },
    engine: "mesh",
    thumbnail: bytesOf(picture),
    clip: { mp4: bytesOf(moving), width: 720, height: 720, fps: 25, frames: 100, seconds: 4 },
    timings: { decode: 1, detect: 1, landmarks: 1, enhance: 0, rig: 1, render: 1, encode: 1, total: 6 },
  };
}
