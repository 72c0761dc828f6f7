import { type AnimateTools, animate, type OnFrame, renderFrames } from "./clip/animate.ts";
import { PhotoMemory, WarmPhoto } from "./clip/photo-memory.ts";
import { lookOnce, type Prepared } from "./clip/prepare.ts";
import { StageClock } from "./clip/stage-clock.ts";
import type { Engine, OpenEngine } from "./engine.ts";
import { ENGINES } from "./engines.ts";
import { judging } from "./enhance/judge.ts";
import { Models } from "./models/onnx.ts";
import type { Driver } from "./motion/drivers.ts";
import type { Movement } from "./motion/movement.ts";
import { shippedDrivers } from "./motion/shipped-drivers.ts";
import type { Song } from "./motion/song.ts";
import { mostProminent } from "./perceive/prominence.ts";
import type { MeasureOptions } from "./record/measure.ts";
import type { Recording, RecordOptions } from "./record/record.ts";
import type { Scene } from "./reel/scene.ts";
import type { AnimateOptions, AnimateRequest, Animation, Clip } from "./request.ts";
import type { Sticker } from "./sticker/sticker.ts";
import { Threads } from "./threads/threads.ts";
import type { Box, Face, SeenPhoto } from "./types.ts";
import type { Marks } from "./verify/marks.ts";
import type { ExportedClip, ExportOptions, Original } from "./video/export.ts";
import { encodersOf, findFfmpeg } from "./video/ffmpeg-binary.ts";
import { ENCODERS, type Product } from "./video/formats.ts";

export interface PipelineOptions {
  /** What draws the frames; the first one where a request names none. Without it those that ship with Keepsake. */
  readonly engines?: readonly OpenEngine[];
  /** The motions that there are, `recordDriver`'s for example. Without it those that ship with Keepsake. */
  readonly drivers?: readonly Driver[];
  /** Path of an ffmpeg with libx264. Without it FFMPEG_PATH, the first on PATH, or the one that npm installed. */
  readonly ffmpeg?: string;
  /** How many bytes of what was made of photos with names are remembered; 150 MB without it. */
  readonly memory?: number;
}

/** `markCorner`: where the mark of the reel stands. */
export type ReelOptions = Pick<AnimateOptions, "signal" | "onProgress"> & Pick<AnimateRequest, "markCorner">;

export type MovementOptions = Pick<AnimateOptions, "signal"> & Pick<MeasureOptions, "mirror">;

export type LookOptions = Omit<AnimateOptions, "seen"> & {
  /** The engine that decides which faces can be animated; without it the first. */
  readonly engine?: string;
  /** A box that somebody has drawn round a face, in pixels of the upright photo: it is looked for there, too, and may be smaller. */
  readonly near?: Box;
};

/** The faces of a photo. */
export interface PhotoFaces {
  /** Sides in pixels, upright; `damaged` when only part of the file could be read. */
  readonly photo: { readonly width: number; readonly height: number; readonly damaged: boolean };
  /** Numbered 1.. from left to right. */
  readonly faces: readonly Face[];
  /** The number of the face that the photo is most about, or null without faces. */
  readonly prominent: number | null;
}

/**
 * Turns photos into clips. It holds what is dear to start: models, threads, programs. They are started when first needed, shared
 * by all work, and given back by `close`. Everything may be asked for at once; clips of one engine are drawn one after another.
 *
 * All methods throw `UserError` for what the person who sent the photo can mend, and the signal's reason when it was aborted.
 */
export interface Pipeline {
  /** Makes a clip. */
  animate(request: AnimateRequest, options?: AnimateOptions): Promise<Animation>;
  /** The frames of a request one after another as its clip would show them, before encoding. */
  renderFrames(request: AnimateRequest, onFrame: OnFrame, options?: AnimateOptions): Promise<Prepared>;
  /** A clip in another format, or smaller: see `ExportOptions`. */
  exportClip(clip: Original, options: Omit<ExportOptions, "ffmpeg">): Promise<ExportedClip>;
  /** The portrait that `animate` would make, as a sticker: the person alone, on nothing. See `makeSticker`. */
  sticker(request: AnimateRequest, options?: AnimateOptions): Promise<Sticker>;
  /** Looks for the marks of Keepsake's clips in a picture or a video file: see `Marks`. */
  verify(file: Uint8Array, options?: Pick<AnimateOptions, "signal">): Promise<Marks>;
  /** One film of clips, each dissolving into the next. Throws as `animate` does. */
  reel(scenes: readonly Scene[], options?: ReelOptions): Promise<Clip>;
  /** What can be made with the ffmpeg at hand. */
  products(): Promise<readonly Product[]>;
  /** Finds the faces in a picture file. No faces is an answer, not an error. */
  findFaces(photo: Uint8Array, options?: LookOptions): Promise<PhotoFaces>;
  /** As `findFaces`, with the photo's pixels: to be shown, or to be given to `animate` as `seen`. */
  lookAt(photo: Uint8Array, options?: LookOptions): Promise<SeenPhoto>;
  /** Measures how a face moves in a video file, as a driver. Throws `VideoError` for what is no video of a face. */
  recordDriver(video: string, options: Omit<RecordOptions, "ffmpeg" | "models">): Promise<Recording>;
  /**
   * Measures how the face in a video file moves in its best seconds, as numbers: `AnimateRequest.movement` performs it. Throws `UserError` `video…` for what its
   * sender can mend.
   */
  measureMovement(video: Uint8Array, options?: MovementOptions): Promise<Movement>;
  /**
   * Finds the beat of a song or a voice note, a file with a sound in it, and cuts out some bars: `AnimateRequest.song` has faces move to them. Throws `UserError`
   * `sound…` for what its sender can mend.
   */
  listenTo(sound: Uint8Array, options?: Pick<AnimateOptions, "signal">): Promise<Song>;
  /** Drops what is remembered of photos with these names; work that is being done on them leaves nothing behind either. */
  forget(names: readonly string[]): void;
  /** Starts what takes long to start, so that the first clip need not wait for it. */
  warmUp(): void;
  /** Calls off what is still being done, and gives everything back: the program may end. Nothing more can be asked for. */
  close(): Promise<void>;
}

/** Opens a pipeline; see `Pipeline`. Cheap: nothing is started yet. */
export function openPipeline(options: PipelineOptions = {}): Pipeline {
  return new OpenPipeline(options);
}

/** What clips do not need is loaded where it is asked for: the command line waits for all that is loaded before. */
class OpenPipeline implements Pipeline {
  readonly #options: PipelineOptions;
  readonly #models = new Models();
  readonly #aside = new Threads();
  readonly #engines: ReadonlyMap<string, Engine>;
  readonly #first: Engine;
  readonly #closing = new AbortController();
  readonly #working = new Set<Promise<unknown>>();
  readonly #memory: PhotoMemory;
  #ffmpeg: Promise<string> | undefined;

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#memory = new PhotoMemory(options.memory ?? 150e6);
    const tools = { models: this.#models, aside: this.#aside };
    const engines = (options.engines ?? Object.values(ENGINES)).map((open) => open(tools));
    const [first] = engines;
    if (first === undefined) throw new RangeError("engines: a pipeline needs one at least");
    this.#first = first;
    this.#engines = new Map(engines.map((engine) => [engine.name, engine]));
  }

  async animate(request: AnimateRequest, options: AnimateOptions = {}): Promise<Animation> {
    return this.#work(options, async (signal) => {
      const tools = this.#tools(request.engine);
      return this.#remembering(options, async (warm) => animate(request, tools, { ...options, signal, warm }));
    });
  }

  async renderFrames(request: AnimateRequest, onFrame: OnFrame, options: AnimateOptions = {}): Promise<Prepared> {
    return this.#work(options, async (signal) =>
      this.#remembering(options, async (warm) =>
        renderFrames(request, this.#tools(request.engine), onFrame, { ...options, signal, warm }),
      ),
    );
  }

  async exportClip(clip: Original, options: Omit<ExportOptions, "ffmpeg">): Promise<ExportedClip> {
    return this.#work(options, async (signal) => {
      const { exportClip } = await import("./video/export.ts");
      return exportClip(clip, { ...options, ffmpeg: await this.#findFfmpeg(), signal });
    });
  }

  async sticker(request: AnimateRequest, options: AnimateOptions = {}): Promise<Sticker> {
    return this.#work(options, async (signal) => {
      const tools = this.#tools(request.engine);
      const { makeSticker } = await import("./sticker/sticker.ts");
      return this.#remembering(options, async (warm) => makeSticker(request, tools, { ...options, signal, warm }));
    });
  }

  async verify(file: Uint8Array, options: Pick<AnimateOptions, "signal"> = {}): Promise<Marks> {
    return this.#work(options, async (signal) => {
      const { verify } = await import("./verify/verify.ts");
      return verify(file, { ffmpeg: await this.#findFfmpeg(), signal });
    });
  }

  async reel(scenes: readonly Scene[], options: ReelOptions = {}): Promise<Clip> {
    const { onProgress, markCorner } = options;
    return this.#work(options, async (signal) => {
      const { makeReel } = await import("./reel/reel.ts");
      return makeReel(scenes, { ffmpeg: await this.#findFfmpeg(), signal, onProgress, markCorner });
    });
  }

  async products(): Promise<readonly Product[]> {
    const encoders = await encodersOf(await this.#findFfmpeg());
    return (Object.keys(ENCODERS) as Product[]).filter((product) => encoders.has(ENCODERS[product]));
  }

  async findFaces(photo: Uint8Array, options: LookOptions = {}): Promise<PhotoFaces> {
    const seen = await this.lookAt(photo, options);
    const { width, height, damaged } = seen.photo;
    const prominent = mostProminent(seen.photo, seen.faces)?.index ?? null;
    return { photo: { width, height, damaged }, faces: seen.faces, prominent };
  }

  async lookAt(photo: Uint8Array, options: LookOptions = {}): Promise<SeenPhoto> {
    return this.#work(options, async (signal) => {
      const tools = { engine: this.#engine(options.engine), models: this.#models };
      const clock = new StageClock({ ...options, signal });
      const { faces, near } = options;
      return this.#remembering(options, async (warm) => lookOnce(photo, tools, { signal, clock, faces, near, warm }));
    });
  }

  async recordDriver(video: string, options: Omit<RecordOptions, "ffmpeg" | "models">): Promise<Recording> {
    return this.#work(options, async (signal) => {
      const { recordDriver } = await import("./record/record.ts");
      return recordDriver(video, { ...options, models: this.#models, ffmpeg: await this.#findFfmpeg(), signal });
    });
  }

  async measureMovement(video: Uint8Array, options: MovementOptions = {}): Promise<Movement> {
    return this.#work(options, async (signal) => {
      const { measureMovement } = await import("./record/measure.ts");
      return measureMovement(video, { ...options, models: this.#models, ffmpeg: await this.#findFfmpeg(), signal });
    });
  }

  async listenTo(sound: Uint8Array, options: Pick<AnimateOptions, "signal"> = {}): Promise<Song> {
    return this.#work(options, async (signal) => {
      const { listenTo } = await import("./listen/listen.ts");
      return listenTo(sound, { ffmpeg: await this.#findFfmpeg(), signal });
    });
  }

  forget(names: readonly string[]): void {
    this.#memory.forget(names);
  }

  warmUp(): void {
    this.#first.warmUp();
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error("the pipeline was closed"));
    await Promise.allSettled(this.#working);
    await Promise.all([...this.#engines.values()].map(async (engine) => engine.close()));
    await Promise.all([this.#aside.close(), this.#models.close()]);
    this.#memory.clear();
  }

  async #remembering<T>({ name }: { readonly name?: string }, work: (warm: WarmPhoto) => Promise<T>): Promise<T> {
    return name === undefined ? work(new WarmPhoto()) : this.#memory.use(name, work);
  }

  /** Does some work that can be called off by who asked for it, and by closing the pipeline. */
  async #work<T>(
    { signal }: { readonly signal?: AbortSignal | undefined },
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.#closing.signal.throwIfAborted();
    const either = new AbortController();
    const sources = [this.#closing.signal, ...(signal ? [signal] : [])];
    const onAbort = ({ target }: Event): void => either.abort((target as AbortSignal).reason);
    for (const source of sources) source.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) either.abort(signal.reason);
    const working = work(either.signal);
    this.#working.add(working);
    try {
      return await working;
    } finally {
      this.#working.delete(working);
      for (const source of sources) source.removeEventListener("abort", onAbort);
    }
  }

  #engine(name: string | undefined): Engine {
    const engine = name === undefined ? this.#first : this.#engines.get(name);
    if (engine !== undefined) return engine;
    throw new RangeError(`engine: there is none called ${name}, only ${[...this.#engines.keys()].join(", ")}`);
  }

  #tools(engineName: string | undefined): AnimateTools {
    const engine = this.#engine(engineName);
    engine.warmUp();
    this.#aside.warmUp(judging);
    const ffmpeg = this.#findFfmpeg();
    // Whoever encodes hears of it if there is none.
    ffmpeg.catch(() => undefined);
    const drivers = this.#options.drivers ?? shippedDrivers();
    return { engine, models: this.#models, aside: this.#aside, drivers, ffmpeg };
  }

  /** Looked for once; after a failure again, since the operator may have mended it. */
  async #findFfmpeg(): Promise<string> {
    if (this.#options.ffmpeg !== undefined) return this.#options.ffmpeg;
    if (this.#ffmpeg === undefined) {
      this.#ffmpeg = findFfmpeg();
      this.#ffmpeg.catch(() => {
        this.#ffmpeg = undefined;
      });
    }
    return this.#ffmpeg;
  }
}
