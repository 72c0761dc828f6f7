import type { Scene } from "../../pipeline/reel/scene.ts";
import type { Clip } from "../../pipeline/request.ts";
import type { Sticker } from "../../pipeline/sticker/sticker.ts";
import type { Marks } from "../../pipeline/verify/marks.ts";
import type { ExportedClip, Original } from "../../pipeline/video/export.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import type {
  ConvertOptions,
  Look,
  LookOptions,
  ReelOptions,
  Rendered,
  RenderOptions,
  RenderRequest,
  Studio,
} from "../contract/studio.ts";
import { WorkerProcess, type WorkerProcessOptions } from "./process.ts";
import { type Questions, questionsBy } from "./questions.ts";

/** A process keeps about so many photos in its memory. */
const REMEMBERED = 8;

/** What a render process may be asked: as of a studio, one question at a time, with a crash rejected at once. */
export class RenderProcess implements Omit<Studio, "close"> {
  readonly #process: WorkerProcess;
  readonly #questions: Questions;
  /** Ids of photos, the last one first. */
  #remembered: readonly string[] = [];

  constructor(options: WorkerProcessOptions) {
    this.#process = new WorkerProcess(options);
    this.#questions = questionsBy(this.#process.perform.bind(this.#process));
  }

  /** False once it has died, was ended, or threw something unexpected: then another one should do the next job. */
  get usable(): boolean {
    return this.#process.usable;
  }

  /** Resident memory after the last job in bytes. */
  get memory(): number {
    return this.#process.memory;
  }

  async look(photo: Uint8Array, options: LookOptions): Promise<Look> {
    return this.#questions.look(photo, options);
  }

  async render(request: RenderRequest, options: RenderOptions): Promise<Rendered> {
    this.#remember(request.id);
    return this.#questions.render(request, options);
  }

  async sticker(request: RenderRequest, options: RenderOptions): Promise<Sticker> {
    this.#remember(request.id);
    return this.#questions.sticker(request, options);
  }

  async convert(clip: Original, options: ConvertOptions): Promise<ExportedClip> {
    return this.#questions.convert(clip, options);
  }

  async reel(scenes: readonly Scene[], options: ReelOptions): Promise<Clip> {
    return this.#questions.reel(scenes, options);
  }

  async verify(file: Uint8Array, options: { readonly signal?: AbortSignal }): Promise<Marks> {
    return this.#questions.verify(file, options);
  }

  async products(): Promise<readonly Product[]> {
    return this.#questions.products();
  }

  /** Whether the photo with this id is among those that it was given last. */
  remembers(photo: string): boolean {
    return this.#remembered.includes(photo);
  }

  /** Has it drop what it keeps of photos. */
  forget(photos: readonly string[]): void {
    this.#remembered = this.#remembered.filter((id) => !photos.includes(id));
    void this.#process.tell({ kind: "forget", photos });
  }

  /** Ends the process at once, and whatever it started; resolves when it is gone. */
  async end(): Promise<void> {
    return this.#process.end();
  }

  #remember(id: string | undefined): void {
    if (id === undefined) return;
    this.#remembered = [id, ...this.#remembered.filter((other) => other !== id)].slice(0, REMEMBERED);
  }
}
