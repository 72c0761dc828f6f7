import { textureSize } from "../rig/framing.ts";
import type { Scene } from "../scene.ts";
import { driftOf, makeCameraLayer } from "./camera-layer.ts";
import { makeKernel } from "./kernel.ts";
import { makeLayerRenderer } from "./layer.ts";

/** Where clip pixels are photo pixels or larger, grain and detail are as fine as pixels, and a steeper kernel keeps more of them. */
const FINE_SCALE = 1.15;
const FINE_SHARPNESS = -1.2;

/** Draws one frame after another of a scene. */
export interface FrameRenderer {
  /** Draws a frame into `out` (`width * height * 3` bytes RGB): one row of channel values for each layer. */
  render(rows: readonly Float32Array[], out: Uint8Array): void;
}

/**
 * Lays the faces over the still picture, the rearmost first; each sees what those behind it have left in the frame. `memory`: an
 * earlier renderer's, which is not used any more.
 */
export function makeRenderer(scene: Scene, memory?: WebAssembly.Memory): FrameRenderer {
  const { width, height, layers, camera } = scene;
  const faces = layers.map(({ rig: { framing, grid, cells }, ...place }) => {
    const { size, pad } = framing;
    return { size, side: textureSize(framing), pad, grid, cells, ...place };
  });
  const shapes = camera ? [...faces, camera.shape] : faces;
  const options = scene.scale <= FINE_SCALE ? { sharpness: FINE_SHARPNESS } : {};
  const kernel = makeKernel(width, height, shapes, { ...options, ...(memory && { memory }) });
  const renderers = layers.map(({ rig }, k) => makeLayerRenderer(rig, kernel.layers[k]!));
  const see = camera && makeCameraLayer(camera, kernel.layers.at(-1)!, { width, height, rgb: kernel.frame });
  return {
    render(rows, out) {
      kernel.frame.set(scene.base);
      renderers.forEach((renderer, k) => renderer.draw(rows[k]!));
      see?.(driftOf(rows));
      out.set(kernel.frame);
    },
  };
}
