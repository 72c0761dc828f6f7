import type { RenderOptions, Studio } from "../contract/studio.ts";
import type { Order, Outcome } from "./messages.ts";
import { inParts } from "./scenes.ts";

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: RenderOptions["onProgress"] | undefined;
}

/** What came of an order, and the bytes that are too large for its message. */
export interface CarriedOut {
  readonly outcome: Outcome;
  readonly bytes: Uint8Array;
}

/** Has an order carried out that is about what is `given`. Rejects as `Studio` does. */
export type Perform = (order: Order, given: Uint8Array, options: TaskOptions) => Promise<CarriedOut>;

/** What can be put into an order. */
export type Questions = Pick<Studio, "look" | "render" | "convert" | "sticker" | "reel" | "verify" | "products">;

/** A studio's questions, each asked as an order. */
export function questionsBy(perform: Perform): Questions {
  const ask = async <K extends Outcome["kind"]>(
    expected: K,
    order: Order,
    given: Uint8Array,
    options: TaskOptions = {},
  ) => {
    const { outcome, bytes } = await perform(order, given, options);
    if (!isA(expected, outcome)) throw new Error("A studio answered what it was not asked");
    return { outcome, bytes };
  };
  return {
    look: async (photo, { signal, ...wanted }) => {
      const { outcome, bytes } = await ask("looked", { kind: "look", ...wanted }, photo, { signal });
      return { ...outcome.look, reduced: bytes.length === 0 ? null : bytes };
    },
    render: async ({ photo, ...request }, options) => {
      const { outcome, bytes } = await ask("rendered", { kind: "render", request }, photo, options);
      return { ...outcome.rendered, clip: { ...outcome.rendered.clip, mp4: bytes } };
    },
    sticker: async ({ photo, ...request }, options) => {
      const { outcome, bytes } = await ask("cutOut", { kind: "sticker", request }, photo, options);
      return { ...outcome.sticker, bytes };
    },
    convert: async ({ mp4, ...clip }, { signal, ...wanted }) => {
      const { outcome, bytes } = await ask("converted", { kind: "convert", clip, ...wanted }, mp4, { signal });
      return { ...outcome.clip, bytes };
    },
    reel: async (scenes, { markCorner, ...options }) => {
      const { order, given } = inParts(scenes, markCorner);
      const { outcome, bytes } = await ask("strung", order, given, options);
      return { ...outcome.reel, mp4: bytes };
    },
    verify: async (file, options) => (await ask("verified", { kind: "verify" }, file, options)).outcome.marks,
    products: async () => (await ask("able", { kind: "products" }, new Uint8Array(0))).outcome.products,
  };
}

function isA<K extends Outcome["kind"]>(kind: K, outcome: Outcome): outcome is Extract<Outcome, { kind: K }> {
  return outcome.kind === kind;
}
