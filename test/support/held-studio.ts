import type { Movement } from "../../src/pipeline/motion/movement.ts";
import type { Song } from "../../src/pipeline/motion/song.ts";
import type { Scene } from "../../src/pipeline/reel/scene.ts";
import type { AnimateRequest, Clip } from "../../src/pipeline/request.ts";
import type { Sticker } from "../../src/pipeline/sticker/sticker.ts";
import type { ClipFraming } from "../../src/pipeline/types.ts";
import type { Marks } from "../../src/pipeline/verify/marks.ts";
import type { ExportedClip, Original } from "../../src/pipeline/video/export.ts";
import type { Product } from "../../src/pipeline/video/formats.ts";
import type {
  ConvertOptions,
  Look,
  LookOptions,
  MeasureOptions,
  Rendered,
  RenderOptions,
  Studio,
} from "../../src/queue/contract/studio.ts";
import type { FaceSummary } from "../../src/store/record-types.ts";
import { headTurn } from "./head-turn.ts";
import { madeUpSong } from "./made-up-song.ts";

export const NO_MARKS: Marks = { type: "video/mp4", watermark: null, credentials: null, note: false, sourceTypes: [] };
export const WITH_MARKS = {
  ...NO_MARKS,
  watermark: { found: true, agreement: 20, odds: 1e-30, scale: 1, turn: 0, mirrored: false },
} as const satisfies Marks;

/** Stands in for the pipeline where a test is about the talk and not about the picture. */
export class HeldStudio implements Studio {
  /** Every request that was rendered, without its photo. */
  readonly made: {
    readonly face?: number | "all";
    readonly framing?: ClipFraming;
    readonly gesture: string | undefined;
    readonly strength: number | undefined;
    readonly movement?: Movement;
    readonly song?: Song;
  }[] = [];
  faces: readonly FaceSummary[] = facesInARow(1);
  /** What it makes of the photos that are too large. */
  reduced: Uint8Array | null = null;
  /** How often a photo was looked at. */
  looks = 0;
  /** What the next looks throw. */
  readonly lookFailures: Error[] = [];
  /** What the next renders throw. */
  readonly failures: Error[] = [];
  /** How often a clip was made into another format. */
  conversions = 0;
  /** What the next conversions throw. */
  readonly convertFailures: Error[] = [];
  /** How many videos were measured. */
  measured = 0;
  /** What the next measurements throw. */
  readonly measureFailures: Error[] = [];
  /** How many songs were listened to. */
  heard = 0;
  /** What the next ones throw. */
  readonly listenFailures: Error[] = [];
  /** What it has the encoders for. */
  able: readonly Product[] = ["mp4", "gif", "webp", "webm", "jpg", "sticker"];
  /** What it finds in files. */
  marks: Marks = NO_MARKS;
  /** The photos of which nothing is to be kept any more. */
  readonly forgotten: string[] = [];
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  async look(_photo: Uint8Array, { strip = false }: LookOptions = {}): Promise<Look> {
    this.looks += 1;
    const failure = this.lookFailures.shift();
    if (failure !== undefined) return Promise.reject(failure);
    const { faces } = this;
    const movable = faces.filter(({ obstacle }) => obstacle === null);
    const second = movable.find(({ index }) => index >= 2);
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
    return Promise.resolve({
      width: 640,
      height: 480,
      damaged: false,
      faces,
      prominent: (second ?? movable[0] ?? faces[0])?.index ?? null,
      meshes: new Uint8Array(0),
      shown: jpeg,
      strip: strip && movable.length > 1 ? jpeg : null,
      reduced: this.reduced,
    });
  }

  /** From now on what is measured, listened to, rendered or strung waits for `release`. */
  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  release(): void {
    this.#open();
  }

  async #untilReleased(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
    await Promise.race([this.#gate, aborted]);
  }

  async render(request: AnimateRequest, { signal, onProgress }: RenderOptions): Promise<Rendered> {
    onProgress?.("detect", 0.1);
    await this.#untilReleased(signal);
    onProgress?.("render", 0.5);
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    const { face, framing, gesture, strength, movement, song } = request;
    const whole = framing === "photo" ? { framing } : {};
    const rest = { gesture, strength, ...whole, ...(face === undefined ? {} : { face }) };
    this.made.push({ ...rest, ...(movement && { movement }), ...(song && { song }) });
    return {
      photo: { width: 640, height: 480, damaged: false },
      faces: this.faces,
      face: request.face ?? Math.min(2, this.faces.length),
      gesture: request.gesture ?? "nostalgia",
      animated: this.#moving(request).map((index) => ({ face: index, gesture: "nostalgia", driver: "test" })),
      enhanced: false,
      changes: [],
      engine: "mesh",
      shows: { x: 0, y: 0, width: 10, height: 10 },
      thumbnail: Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
      clip: { mp4: Buffer.from(`clip ${JSON.stringify(rest)} ${Math.random()}`), ...SHAPE },
      timings: { decode: 1, detect: 1, landmarks: 1, enhance: 0, rig: 1, render: 1, encode: 1, total: 6 },
    };
  }

  /** One face, or of everyone those who can move, forty at most. */
  #moving({ face }: AnimateRequest): number[] {
    if (face !== "all") return [face ?? 1];
    const movable = this.faces.filter(({ obstacle }) => obstacle === null);
    return movable.slice(0, 40).map(({ index }) => index);
  }

  async convert(clip: Original, { format }: ConvertOptions): Promise<ExportedClip> {
    this.conversions += 1;
    const failure = this.convertFailures.shift();
    if (failure !== undefined) return Promise.reject(failure);
    const start = format === "jpg" ? Buffer.from([0xff, 0xd8, 0xff]) : Buffer.from(`${format} of `);
    const bytes = Buffer.concat([start, clip.mp4]);
    return Promise.resolve({ format, bytes, width: 480, height: 480, fps: 12.5 });
  }

  async sticker({ face }: AnimateRequest): Promise<Sticker> {
    const failure = this.convertFailures.shift();
    if (failure !== undefined) return Promise.reject(failure);
    return Promise.resolve({ format: "sticker", bytes: stickerOf(face), width: 512, height: 512, fps: 20 });
  }

  async verify(): Promise<Marks> {
    return Promise.resolve(this.marks);
  }

  /** Every video shows a head that turns, unless a failure is waiting. */
  async measure(_video: Uint8Array, { signal }: MeasureOptions = {}): Promise<Movement> {
    this.measured += 1;
    await this.#untilReleased(signal);
    const failure = this.measureFailures.shift();
    if (failure !== undefined) throw failure;
    return headTurn();
  }

  /** Every sound is a song, unless a failure is waiting. */
  async listen(_sound: Uint8Array, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Song> {
    this.heard += 1;
    await this.#untilReleased(signal);
    const failure = this.listenFailures.shift();
    if (failure !== undefined) throw failure;
    return madeUpSong(Buffer.from("some bars of it"));
  }

  async reel(scenes: readonly Scene[], { signal, onProgress }: RenderOptions): Promise<Clip> {
    onProgress?.("render", 0.5);
    await this.#untilReleased(signal);
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    const content = scenes.map(({ mp4, caption }) => `${String(mp4)} as ${String(caption ?? "")}`);
    return { mp4: Buffer.from(`reel of ${content.join(", ")}`), ...SHAPE };
  }

  async products(): Promise<readonly Product[]> {
    return Promise.resolve(this.able);
  }

  forget(photos: readonly string[]): void {
    this.forgotten.push(...photos);
  }

  async close(): Promise<void> {
    this.release();
    return Promise.resolve();
  }
}

/** A WebM file begins with these four bytes. */
function stickerOf(face: AnimateRequest["face"]): Buffer {
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from(`sticker of ${face}`)]);
}

const SHAPE = { width: 720, height: 720, fps: 25, frames: 100, seconds: 4 } as const;

/** So many faces side by side in a picture of 640 x 480; those whose numbers are given cannot be animated. */
export function facesInARow(count: number, hindered: readonly number[] = []): FaceSummary[] {
  const width = 640 / (count + 1);
  return Array.from({ length: count }, (_, i) => ({
    index: i + 1,
    box: { x: i * width, y: 100, width: width * 0.8, height: width },
    pose: { yaw: 0, pitch: 0, roll: 0 },
    openEyes: true,
    openMouth: false,
    obstacle: hindered.includes(i + 1) ? "faceTurnedAway" : null,
  }));
}
