import type { Movement } from "../../pipeline/motion/movement.ts";
import type { Song } from "../../pipeline/motion/song.ts";
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
  MeasureOptions,
  ReelOptions,
  Rendered,
  RenderOptions,
  RenderRequest,
  Studio,
} from "../contract/studio.ts";
import type { Order, Outcome } from "./messages.ts";
import { inParts } from "./scenes.ts";

export type TaskOptions = { readonly [K in keyof RenderOptions]: RenderOptions[K] | undefined };

/** What came of an order, and the bytes that are too large for its message. */
export interface CarriedOut {
  readonly outcome: Outcome;
  readonly bytes: Uint8Array;
}

/** What can be put into an order. */
export type Questions = Pick<
  Studio,
  "look" | "render" | "convert" | "sticker" | "reel" | "verify" | "measure" | "listen" | "products"
>;

/** Asked as a studio, has each question carried out as an order. */
export abstract class StudioByOrders implements Questions {
  /** Has an order carried out that is about what is `given`. Rejects as `Studio` does. */
  protected abstract perform(order: Order, given: Uint8Array, options: TaskOptions): Promise<CarriedOut>;

  async look(photo: Uint8Array, { signal, ...wanted }: LookOptions = {}): Promise<Look> {
    const { outcome, bytes } = await this.#ask("looked", { kind: "look", ...wanted }, photo, { signal });
    return { ...outcome.look, reduced: bytes.length === 0 ? null : bytes };
  }

  async render({ photo, ...request }: RenderRequest, options: RenderOptions = {}): Promise<Rendered> {
    const { outcome, bytes } = await this.#ask("rendered", { kind: "render", request }, photo, options);
    return { ...outcome.rendered, clip: { ...outcome.rendered.clip, mp4: bytes } };
  }

  async sticker({ photo, ...request }: RenderRequest, options: RenderOptions = {}): Promise<Sticker> {
    const { outcome, bytes } = await this.#ask("cutOut", { kind: "sticker", request }, photo, options);
    return { ...outcome.sticker, bytes };
  }

  async convert({ mp4, ...clip }: Original, { signal, ...wanted }: ConvertOptions): Promise<ExportedClip> {
    const { outcome, bytes } = await this.#ask("converted", { kind: "convert", clip, ...wanted }, mp4, { signal });
    return { ...outcome.clip, bytes };
  }

  async reel(scenes: readonly Scene[], { markCorner, ...options }: ReelOptions = {}): Promise<Clip> {
    const { order, given } = inParts(scenes, markCorner);
    const { outcome, bytes } = await this.#ask("strung", order, given, options);
    return { ...outcome.reel, mp4: bytes };
  }

  async verify(file: Uint8Array, options: { readonly signal?: AbortSignal } = {}): Promise<Marks> {
    return (await this.#ask("verified", { kind: "verify" }, file, options)).outcome.marks;
  }

  async measure(video: Uint8Array, { signal, ...wanted }: MeasureOptions = {}): Promise<Movement> {
    return (await this.#ask("measured", { kind: "measure", ...wanted }, video, { signal })).outcome.movement;
  }

  async listen(sound: Uint8Array, options: { readonly signal?: AbortSignal } = {}): Promise<Song> {
    const { outcome, bytes } = await this.#ask("heard", { kind: "listen" }, sound, options);
    return { ...outcome.music, sound: bytes };
  }

  async products(): Promise<readonly Product[]> {
    return (await this.#ask("able", { kind: "products" }, new Uint8Array(0))).outcome.products;
  }

  async #ask<K extends Outcome["kind"]>(expected: K, order: Order, given: Uint8Array, options: TaskOptions = {}) {
    const { outcome, bytes } = await this.perform(order, given, options);
    if (!isA(expected, outcome)) throw new Error("A studio answered what it was not asked");
    return { outcome, bytes };
  }
}

function isA<K extends Outcome["kind"]>(kind: K, outcome: Outcome): outcome is Extract<Outcome, { kind: K }> {
  return outcome.kind === kind;
}
