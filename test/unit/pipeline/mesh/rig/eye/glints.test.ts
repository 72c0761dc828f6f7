import { describe, expect, it } from "vitest";
import { drawEye } from "../../../../../../src/pipeline/mesh/render/eye-layer.ts";
import { makeEyeRig } from "../../../../../../src/pipeline/mesh/rig/eye/eye.ts";
import { ALMOND, almondMesh, almondPicture, toEye } from "../almond-eye.ts";

const SIDE = 200;
const GLINT = { u: ALMOND.irisU - 4, v: ALMOND.irisV - 3, radius: 2 };

/** The almond with a lamp's reflection in its iris. */
function glinting(radius = GLINT.radius) {
  const picture = almondPicture(ALMOND, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [u, v] = toEye(ALMOND, i % SIDE, Math.floor(i / SIDE));
    if (Math.hypot(u - GLINT.u, v - GLINT.v) < radius) picture.fill(240, 3 * i, 3 * i + 3);
  }
  return { picture, rig: makeEyeRig(picture, SIDE, almondMesh(ALMOND), "right") };
}

/** Mean u of the light pixels well within the iris, when the eye looks aside by `gazeU` pixels. */
function glintAt({ picture, rig }: ReturnType<typeof glinting>, gazeU: number): number {
  const rgba = new Float32Array(4 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) for (let c = 0; c < 3; c++) rgba[4 * i + c] = picture[3 * i + c]!;
  drawEye(rig, { closure: 0, squint: 0, gazeU, gazeV: 0 }, { rgba, side: SIDE });
  const light: number[] = [];
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [u, v] = toEye(ALMOND, i % SIDE, Math.floor(i / SIDE));
    if (Math.hypot(u - ALMOND.irisU - gazeU, v - ALMOND.irisV) < 0.8 * ALMOND.irisRadius && rgba[4 * i + 2]! > 150)
      light.push(u);
  }
  return light.reduce((sum, u) => sum + u, 0) / light.length;
}

describe("reflections in the iris", () => {
  it("stay nearly where they are when the iris moves", () => {
    const eye = glinting();
    expect(glintAt(eye, 0)).toBeCloseTo(GLINT.u, 0);
    const moved = glintAt(eye, 6) - glintAt(eye, 0);
    expect(moved).toBeGreaterThan(1);
    expect(moved).toBeLessThan(3);
  });

  it("are none in a plain iris, nor is half a bright iris one", () => {
    expect(glinting(0).rig.glints).toBeNull();
    expect(glinting(9).rig.glints).toBeNull();
  });
});
