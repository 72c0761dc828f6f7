import { headTurn, multiply, transpose } from "../../math.ts";
import type { Channel } from "../../motion/channels.ts";
import { channelIndex } from "../../motion/drive.ts";
import { textureSize } from "../rig/framing.ts";
import type { Rig } from "../rig/rig.ts";
import { drawEyePatch, makeEyePatch } from "./eye-patch.ts";
import { eyeState } from "./eye-state.ts";
import type { KernelLayer } from "./kernel.ts";
import { drawMouth } from "./mouth-layer.ts";
import { rasterise } from "./raster.ts";
import { relight } from "./relight.ts";
import { applyShapes, applyTurn, makeVertexBuffers } from "./vertices.ts";

/** Finds out where a face's pixels come from, frame after frame; keeps its buffers, so that a frame allocates next to nothing. */
export interface LayerRenderer {
  /** Fills the kernel's layer for one row of channel values. */
  draw(values: Float32Array): void;
}

/** Face width in cm: what head shifts are given in. */
const FACE_WIDTH_CM = 14;

/** `depth` is work space of at least `size * size` numbers. */
export function makeLayerRenderer(rig: Rig, kernel: KernelLayer, depth: Float32Array): LayerRenderer {
  fillTexture(rig, kernel.texture);
  const vertices = makeVertexBuffers(rig.restX.length);
  const { size, pad } = rig.framing;
  const map = { u: kernel.u, v: kernel.v, gain: kernel.gain, depth: depth.subarray(0, size * size), size, pad };
  const texture = { rgba: kernel.texture, side: textureSize(rig.framing) };
  const eyes = rig.eyes.filter(({ open }) => open).map((eye) => makeEyePatch(eye, texture));
  const normals = new Float32Array(3 * rig.restX.length);
  const coefficients = new Float32Array(rig.shapes.length);
  const shapeColumns = rig.shapes.map((shape) => channelIndex(shape.name as Channel));
  const inverse = transpose(rig.rotation);
  return {
    draw(values) {
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
    },
  };
}

/** The moving layer at rest, premultiplied: colour + (1 - coverage) * background gives the photo back exactly. */
function fillTexture(rig: Rig, rgba: Float32Array): void {
  const { size, pad } = rig.framing;
  const side = textureSize(rig.framing);
  for (let i = 0; i < side * side; i++) {
    const cover = rig.coverage[i]!;
    const x = Math.min(size - 1, Math.max(0, (i % side) - pad));
    const y = Math.min(size - 1, Math.max(0, Math.floor(i / side) - pad));
    for (let c = 0; c < 3; c++)
      rgba[4 * i + c] = rig.texture[3 * i + c]! - (1 - cover) * rig.background[3 * (y * size + x) + c]!;
    rgba[4 * i + 3] = cover;
  }
}
