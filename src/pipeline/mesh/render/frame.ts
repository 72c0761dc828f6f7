import { textureSize } from "../rig/framing.ts";
import type { Scene } from "../scene.ts";
import { makeKernel } from "./kernel.ts";
import { makeLayerRenderer } from "./layer.ts";

/** Draws one frame after another of a scene. */
export interface FrameRenderer {
  /** Draws a frame into `out` (`width * height * 3` bytes RGB): one row of channel values for each layer. */
  render(rows: readonly Float32Array[], out: Uint8Array): void;
}

/** Lays the faces over the still picture, the rearmost first; each sees what those behind it have left in the frame. */
export function makeRenderer(scene: Scene): FrameRenderer {
  const { width, height, layers } = scene;
  const sizes = layers.map(({ rig: { framing } }) => ({ size: framing.size, side: textureSize(framing) }));
  const kernel = makeKernel(width, height, sizes);
  const depth = new Float32Array(Math.max(...sizes.map(({ size }) => size * size)));
  const renderers = layers.map(({ rig }, k) => makeLayerRenderer(rig, kernel.layers[k]!, depth));
  return {
    render(rows, out) {
      kernel.frame.set(scene.base);
      layers.forEach(({ left, top }, k) => {
        renderers[k]!.draw(rows[k]!);
        kernel.layers[k]!.resample(left, top);
      });
      out.set(kernel.frame);
    },
  };
}
