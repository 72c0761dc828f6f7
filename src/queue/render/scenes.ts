import type { Scene } from "../../pipeline/reel/scene.ts";
import type { MarkCorner } from "../../pipeline/types.ts";
import type { Order, SceneInParts } from "./messages.ts";

/** Scenes as an order and what is given with it. */
export function inParts(
  scenes: readonly Scene[],
  markCorner: MarkCorner | undefined,
): { readonly order: Order; readonly given: Uint8Array } {
  const order: Order = {
    kind: "reel",
    markCorner,
    scenes: scenes.map(({ mp4, caption, ...scene }) => ({
      ...scene,
      clipBytes: mp4.length,
      captionBytes: caption?.length ?? 0,
    })),
  };
  return {
    order,
    given: Buffer.concat(scenes.flatMap(({ mp4, caption }) => (caption === null ? [mp4] : [mp4, caption]))),
  };
}

/** Undoes `inParts`. */
export function scenesOf(parts: readonly SceneInParts[], given: Uint8Array): Scene[] {
  let at = 0;
  const take = (bytes: number): Uint8Array => given.subarray(at, (at += bytes));
  return parts.map(({ clipBytes, captionBytes, ...scene }) => ({
    ...scene,
    mp4: take(clipBytes),
    caption: captionBytes === 0 ? null : take(captionBytes),
  }));
}
