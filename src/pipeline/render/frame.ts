import type { Channel } from "../channels.ts";
import { channelIndex } from "../drive.ts";
import { textureSize } from "../rig/framing.ts";
import { drawMark } from "../rig/mark.ts";
import { headTurn, multiply, transpose } from "../rig/math.ts";
import type { Rig } from "../rig/rig.ts";
import { drawEyePatch, makeEyePatch } from "./eye-patch.ts";
import { eyeState } from "./eye-state.ts";
import { type Kernel, makeKernel } from "./kernel.ts";
import { drawMouth } from "./mouth-layer.ts";
import { rasterise } from "./raster.ts";
import { relight } from "./relight.ts";
import { applyShapes, applyTurn, makeVertexBuffers } from "./vertices.ts";

/** Draws one frame after another of a rig; keeps its buffers, so that a frame allocates next to nothing. */
export interface FrameRenderer {
  /** Draws the frame of one row of channel values into `out` (`size * size * 3` bytes RGB). */
  render(values: Float32Array, out: Uint8Array): void;
}

/** Face width in cm: what head shifts are given in. */
const FACE_WIDTH_CM = 14;

export function makeRenderer(rig: Rig): FrameRenderer {
  const kernel = loadKernel(rig);
  const vertices = makeVertexBuffers(rig.restX.length);
  const { size, pad } = rig.framing;
  const map = { ...kernel, depth: new Float32Array(size * size), size, pad };
  const texture = { rgba: kernel.texture, side: textureSize(rig.framing) };
  const eyes = rig.eyes.filter(({ open }) => open).map((eye) => makeEyePatch(eye, texture));
  const normals = new Float32Array(3 * rig.restX.length);
  const coefficients = new Float32Array(rig.shapes.length);
  const shapeColumns = rig.shapes.map((shape) => channelIndex(shape.name as Channel));
  const inverse = transpose(rig.rotation);
  return {
    render(values, out) {
      const at = (channel: Channel): number => values[channelIndex(channel)]!;
      shapeColumns.forEach((column, s) => {
        coefficients[s] = values[column]!;
      });
      const turn = headTurn(at("headYaw"), at("headPitch"), at("headRoll"));
      const motion = {
        turn: multiply(rig.rotation, multiply(turn, inverse)),
        shiftX: at("headX") * FACE_WIDTH_CM * rig.pixelsPerCm,
        shiftY: at("headY") * FACE_WIDTH_CM * rig.pixelsPerCm,
      };
      for (const patch of eyes) drawEyePatch(patch, eyeState(patch.eye, rig.pixelsPerCm, at), texture);
      applyShapes(rig, coefficients, vertices);
      if (rig.mouth) drawMouth(rig.mouth, rig.grid, vertices, coefficients, rig.texture, texture);
      applyTurn(rig, motion, vertices);
      relight(rig, vertices, normals);
      rasterise(rig.grid, vertices, rig.cells, map);
      kernel.frame.set(rig.base);
      kernel.resample();
      drawMark(rig.mark, size, kernel.frame);
      out.set(kernel.frame);
    },
  };
}

/** The moving layer at rest, premultiplied: colour + (1 - coverage) * background gives the photo back exactly. */
function loadKernel(rig: Rig): Kernel {
  const { size, pad } = rig.framing;
  const side = textureSize(rig.framing);
  const kernel = makeKernel(size, side);
  kernel.background.set(rig.background);
  for (let i = 0; i < side * side; i++) {
    const cover = rig.coverage[i]!;
    const x = Math.min(size - 1, Math.max(0, (i % side) - pad));
    const y = Math.min(size - 1, Math.max(0, Math.floor(i / side) - pad));
    for (let c = 0; c < 3; c++)
      kernel.texture[4 * i + c] = rig.texture[3 * i + c]! - (1 - cover) * rig.background[3 * (y * size + x) + c]!;
    kernel.texture[4 * i + 3] = cover;
  }
  return kernel;
}
