import type { Order } from "./messages.ts";
import { scenesOf } from "./scenes.ts";
import type { CarriedOut, Questions, TaskOptions } from "./studio-by-orders.ts";

const NOTHING = new Uint8Array(0);

/** Puts an order, which is about what is `given`, as a question to those who can answer it. Rejects as they do. */
export async function carryOut(
  asked: Questions,
  order: Order,
  given: Uint8Array,
  { signal, onProgress }: TaskOptions,
): Promise<CarriedOut> {
  const stoppable = signal === undefined ? {} : { signal };
  const options = { ...stoppable, ...(onProgress === undefined ? {} : { onProgress }) };
  switch (order.kind) {
    case "look": {
      const { reduced, ...look } = await asked.look(given, { ...order, ...stoppable });
      return { outcome: { kind: "looked", look }, bytes: reduced ?? NOTHING };
    }
    case "render": {
      const { clip: made, ...rendered } = await asked.render({ ...order.request, photo: given }, options);
      const { mp4, ...clip } = made;
      return { outcome: { kind: "rendered", rendered: { ...rendered, clip } }, bytes: mp4 };
    }
    case "sticker": {
      const { bytes, ...sticker } = await asked.sticker({ ...order.request, photo: given }, stoppable);
      return { outcome: { kind: "cutOut", sticker }, bytes };
    }
    case "convert": {
      const { bytes, ...clip } = await asked.convert({ ...order.clip, mp4: given }, { ...order, ...stoppable });
      return { outcome: { kind: "converted", clip }, bytes };
    }
    case "reel": {
      const { markCorner } = order;
      const { mp4, ...reel } = await asked.reel(scenesOf(order.scenes, given), { ...options, markCorner });
      return { outcome: { kind: "strung", reel }, bytes: mp4 };
    }
    case "verify":
      return { outcome: { kind: "verified", marks: await asked.verify(given, stoppable) }, bytes: NOTHING };
    case "measure":
      return {
        outcome: { kind: "measured", movement: await asked.measure(given, { ...order, ...stoppable }) },
        bytes: NOTHING,
      };
    case "listen": {
      const { sound, ...music } = await asked.listen(given, stoppable);
      return { outcome: { kind: "heard", music }, bytes: sound };
    }
    case "products":
      return { outcome: { kind: "able", products: await asked.products() }, bytes: NOTHING };
  }
}
