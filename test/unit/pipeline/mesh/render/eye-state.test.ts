import { describe, expect, it } from "vitest";
import type { EyeState } from "../../../../../src/pipeline/mesh/render/eye-layer.ts";
import { eyeState } from "../../../../../src/pipeline/mesh/render/eye-state.ts";
import { type EyeRig, makeEyeRig } from "../../../../../src/pipeline/mesh/rig/eye/eye.ts";
import type { Channel } from "../../../../../src/pipeline/motion/channels.ts";
import { ALMOND, almondMesh, almondPicture } from "../rig/almond-eye.ts";

const right = makeEyeRig(almondPicture(ALMOND, 200), 200, almondMesh(ALMOND), "right");
const left: EyeRig = { ...right, side: "left" };

function stateOf(eye: EyeRig, values: Partial<Record<Channel, number>>, pixelsPerCm = 20): EyeState {
  return eyeState(eye, pixelsPerCm, (channel) => values[channel] ?? 0);
}

describe("eyeState", () => {
  it("is at rest when nothing is asked for", () => {
    for (const eye of [left, right]) {
      const { closure, squint, gazeU, gazeV } = stateOf(eye, {});
      expect([closure, squint, gazeU, gazeV].map((value) => value + 0)).toEqual([0, 0, 0, 0]);
    }
  });

  it("closes the eye whose blink is asked for, wholly at 1 wherever it looks", () => {
    expect(stateOf(left, { eyeBlinkLeft: 1 }).closure).toBe(1);
    expect(stateOf(right, { eyeBlinkLeft: 1 }).closure).toBeCloseTo(0, 9);
    expect(stateOf(left, { eyeBlinkLeft: 0.5 }).closure).toBeCloseTo(0.5, 6);
    expect(stateOf(left, { eyeBlinkLeft: 1, eyeLookUpLeft: 1, eyeWideLeft: 1 }).closure).toBe(1);
    expect(stateOf(left, { eyeBlinkLeft: 1.4 }).closure).toBe(1);
  });

  it.each([
    [left, "eyeLookOutLeft", 1, 0],
    [left, "eyeLookInLeft", -1, 0],
    [right, "eyeLookOutRight", -1, 0],
    [right, "eyeLookInRight", 1, 0],
    [left, "eyeLookUpLeft", 0, -1],
    [right, "eyeLookDownRight", 0, 1],
  ] as const)("looks the right way", (eye, channel, right, down) => {
    const { gazeU, gazeV } = stateOf(eye, { [channel]: 0.5 });
    expect([Math.sign(gazeU) + 0, Math.sign(gazeV) + 0]).toEqual([right, down]);
  });

  it("moves the iris by the turn of an eyeball", () => {
    // 27 degrees on 1.2 cm, a quarter of it, at 20 pixels a cm.
    expect(stateOf(left, { eyeLookOutLeft: 0.25 }).gazeU).toBeCloseTo(
      0.25 * 1.2 * Math.sin((27 * Math.PI) / 180) * 20,
      5,
    );
  });

  it("never moves the iris beyond the white that there is", () => {
    const white = ALMOND.width - ALMOND.irisU - right.contour.iris.radius;
    expect(stateOf(left, { eyeLookOutLeft: 1 }, 500).gazeU).toBeLessThan(white);
    expect(Math.abs(stateOf(left, { eyeLookInLeft: 1 }, 500).gazeU)).toBeLessThan(ALMOND.irisU);
    expect(Math.abs(stateOf(left, { eyeLookUpLeft: 1 }, 500).gazeV)).toBeLessThan(0.5 * right.contour.opening);
  });

  it("lets the upper lid follow the gaze and widening lift it, a little", () => {
    expect(stateOf(left, { eyeLookDownLeft: 0.5 }).closure).toBeGreaterThan(0.05);
    expect(stateOf(left, { eyeLookUpLeft: 0.5 }).closure).toBeLessThan(0);
    expect(stateOf(left, { eyeWideLeft: 1 }).closure).toBeLessThan(-0.1);
    expect(stateOf(left, { eyeWideLeft: 1, eyeLookUpLeft: 1 }).closure).toBeGreaterThanOrEqual(-0.25);
  });
});
