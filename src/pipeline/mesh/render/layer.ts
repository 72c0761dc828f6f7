import { clamp, headTurn, multiply, transpose } from "../../math.ts";
import type { Channel } from "../../motion/channels.ts";
import { channelIndex } from "../../motion/drive.ts";
import type { Box } from "../../types.ts";
import { textureSize } from "../rig/framing.ts";
import type { Lips } from "../rig/head/lips.ts";
import type { MouthRig } from "../rig/head/mouth.ts";
import type { Rig } from "../rig/rig.ts";
import { drawEyePatch, eyeBox, makeEyePatch } from "./eye-patch.ts";
import { eyeState } from "./eye-state.ts";
import type { KernelLayer } from "./kernel.ts";
import { drawLips, FULLY_PARTED } from "./lips-layer.ts";
import { drawMouth } from "./mouth-layer.ts";
import { makeLightWork, relight } from "./relight.ts";
import { applyBody, applyShapes, applyTurn, makeVertexBuffers, type RigidMotion } from "./vertices.ts";

/** Draws a face, frame after frame; keeps its buffers, so that a frame allocates next to nothing. */
export interface LayerRenderer {
  /** Lays the face over the kernel's frame for one row of channel values. */
  draw(values: Float32Array): void;
}

/** Face width in cm: what head shifts are given in. */
const FACE_WIDTH_CM = 14;

export function makeLayerRenderer(rig: Rig, kernel: KernelLayer): LayerRenderer {
  fillTexture(rig, kernel.texture);
  kernel.pack();
  const vertices = makeVertexBuffers(rig.restX.length, kernel);
  const texture = { rgba: kernel.texture, side: textureSize(rig.framing) };
  const eyes = rig.eyes.filter(({ open }) => open).map((eye) => makeEyePatch(eye, texture));
  const lightWork = makeLightWork(rig);
  const coefficients = new Float32Array(rig.shapes.length);
  const shapeColumns = rig.shapes.map((shape) => channelIndex(shape.name as Channel));
  const inverse = transpose(rig.rotation);
  let parted = 0;
  return {
    draw(values) {
      const at = (channel: Channel): number => values[channelIndex(channel)]!;
      shapeColumns.forEach((column, s) => {
        coefficients[s] = values[column]!;
      });
      const rigid = (kind: "head" | "trail"): RigidMotion => ({
        turn: multiply(
          rig.rotation,
          multiply(headTurn(at(`${kind}Yaw`), at(`${kind}Pitch`), at(`${kind}Roll`)), inverse),
        ),
        shiftX: at(`${kind}X`) * FACE_WIDTH_CM * rig.pixelsPerCm,
        shiftY: at(`${kind}Y`) * FACE_WIDTH_CM * rig.pixelsPerCm,
      });
      for (const patch of eyes)
        if (drawEyePatch(patch, eyeState(patch.eye, rig.pixelsPerCm, at), texture)) kernel.pack(eyeBox(patch));
      const part = clamp(at("jawOpen") / FULLY_PARTED, 0, 1);
      if (rig.lips && part !== parted) {
        drawLips(rig.lips, part, rig.texture, texture);
        kernel.pack(boxOf(rig.lips));
        parted = part;
      }
      applyShapes(rig, coefficients, vertices);
      if (rig.mouth) {
        drawMouth(rig.mouth, rig.grid, vertices, coefficients, rig.texture, texture);
        kernel.pack(boxOf(rig.mouth));
      }
      applyTurn(rig, rigid("head"), rigid("trail"), vertices);
      applyBody(
        rig,
        { breath: at("breath"), shrug: at("shrug"), yaw: at("torsoYaw"), roll: at("torsoRoll") },
        vertices,
      );
      relight(rig, vertices, lightWork);
      kernel.draw();
    },
  };
}

/** The part of the texture that a mouth or lips are painted on. */
function boxOf({ x0, y0, width, height }: MouthRig | Lips): Box {
  return { x: x0, y: y0, width, height };
}

/** The moving layer at rest, premultiplied: colour + (1 - coverage) * background gives the photo back exactly. */
function fillTexture({ framing, texture, coverage, background }: Rig, rgba: Float32Array): void {
  const { size, pad } = framing;
  const side = textureSize(framing);
  for (let row = 0, i = 0; row < side; row++) {
    const behindRow = size * clamp(row - pad, 0, size - 1);
    for (let column = 0; column < side; column++, i++) {
      const cover = coverage[i]!;
      const through = 1 - cover;
      const behind = 3 * (behindRow + clamp(column - pad, 0, size - 1));
      rgba[4 * i] = texture[3 * i]! - through * background[behind]!;
      rgba[4 * i + 1] = texture[3 * i + 1]! - through * background[behind + 1]!;
      rgba[4 * i + 2] = texture[3 * i + 2]! - through * background[behind + 2]!;
      rgba[4 * i + 3] = cover;
    }
  }
}
