import type { Sticker } from "../../pipeline/sticker/sticker.ts";
import type { Marks } from "../../pipeline/verify/marks.ts";
import type { ExportedClip, Original } from "../../pipeline/video/export.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import type {
  ConvertOptions,
  Look,
  LookOptions,
  Rendered,
  RenderOptions,
  RenderRequest,
  Studio,
} from "../contract/studio.ts";
import type { Answer, Order } from "./messages.ts";
import { type TaskOptions, WorkerProcess, type WorkerProcessOptions } from "./process.ts";

/** A process keeps about so many photos in its memory. */
const REMEMBERED = 8;

/** What a render process may be asked: as of a studio, one question at a time, with a crash rejected at once. */
export class RenderProcess implements Omit<Studio, "close"> {
  readonly #process: WorkerProcess;
  /** Ids of photos, the last one first. */
  #remembered: readonly string[] = [];

  constructor(options: WorkerProcessOptions) {
    this.#process = new WorkerProcess(options);
  }

  /** False once it has died, was ended, or threw something unexpected: then another one should do the next job. */
  get usable(): boolean {
    return this.#process.usable;
  }

  /** Resident memory after the last job in bytes. */
  get memory(): number {
    return this.#process.memory;
  }

  async look(photo: Uint8Array, { signal, ...wanted }: LookOptions): Promise<Look> {
    const { answer, bytes } = await this.#ask("looked", { kind: "look", ...wanted }, photo, { signal });
    return { ...answer.look, reduced: bytes.length === 0 ? null : bytes };
  }

  async render({ photo, ...request }: RenderRequest, options: RenderOptions): Promise<Rendered> {
    this.#remember(request.id);
    const { answer, bytes } = await this.#ask("rendered", { kind: "render", request }, photo, options);
    return { ...answer.rendered, clip: { ...answer.rendered.clip, mp4: bytes } };
  }

  async sticker({ photo, ...request }: RenderRequest, options: RenderOptions): Promise<Sticker> {
    this.#remember(request.id);
    const { answer, bytes } = await this.#ask("cutOut", { kind: "sticker", request }, photo, options);
    return { ...answer.sticker, bytes };
  }

  async convert({ mp4, ...clip }: Original, { signal, ...wanted }: ConvertOptions): Promise<ExportedClip> {
    const { answer, bytes } = await this.#ask("converted", { kind: "convert", clip, ...wanted }, mp4, { signal });
    return { ...answer.clip, bytes };
  }

  async verify(file: Uint8Array, options: { readonly signal?: AbortSignal }): Promise<Marks> {
    const { answer } = await this.#ask("verified", { kind: "verify" }, file, options);
    return answer.marks;
  }

  async products(): Promise<readonly Product[]> {
    const { answer } = await this.#ask("able", { kind: "products" }, new Uint8Array(0));
    return answer.products;
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

  async #ask<K extends Answer["kind"]>(expected: K, order: Order, given: Uint8Array, options: TaskOptions = {}) {
    const { answer, bytes } = await this.#process.perform(order, given, options);
    if (!isA(expected, answer)) throw new Error("A render process answered what it was not asked");
    return { answer, bytes };
  }
}

function isA<K extends Answer["kind"]>(kind: K, answer: Answer): answer is Extract<Answer, { kind: K }> {
  return answer.kind === kind;
}
