import { describe, expect, it } from "vitest";
import { headTurn, multiply, transpose } from "../../../../../src/pipeline/math.ts";
import {
  applyBody,
  applyShapes,
  applyTurn,
  makeVertexBuffers,
} from "../../../../../src/pipeline/mesh/render/vertices.ts";
import { smallRig } from "./small-rig.ts";

const rig = smallRig({
  shapes: [
    { name: "jawOpen", vertices: Uint32Array.of(5, 900), displacement: Float32Array.of(1, 2, 3, -4, 5, -6) },
    { name: "jawLeft", vertices: Uint32Array.of(900), displacement: Float32Array.of(10, 0, 0) },
  ],
});
const MIDDLE = 20 * 41 + 20;
const still = { turn: headTurn(0, 0, 0), shiftX: 0, shiftY: 0 };

function moved(coefficients: readonly number[], motion = still, trail = motion): ReturnType<typeof makeVertexBuffers> {
  const out = makeVertexBuffers(rig.restX.length);
  applyShapes(rig, Float32Array.from(coefficients), out);
  applyTurn(rig, motion, trail, out);
  return out;
}

/** A turn of the head in texture axes, as the renderer makes it for a head that looks at the viewer. */
const turnOf = (yaw: number, pitch: number, roll: number): Float64Array =>
  multiply(rig.rotation, multiply(headTurn(yaw, pitch, roll), transpose(rig.rotation)));

describe("applyShapes", () => {
  it("adds up the shapes' displacements, each times its coefficient", () => {
    const out = moved([0.5, 0.1]);
    expect([out.dx[5], out.dy[5], out.z[5]]).toEqual([0.5, 1, 1.5]);
    expect(out.x[900]).toBeCloseTo(rig.restX[900]! - 2 + 1, 5);
    expect(out.y[900]).toBeCloseTo(rig.restY[900]! + 2.5, 5);
  });

  it("forgets the frame before", () => {
    const out = makeVertexBuffers(rig.restX.length);
    applyShapes(rig, Float32Array.of(1, 1), out);
    applyShapes(rig, Float32Array.of(0, 0), out);
    expect(out.x).toEqual(rig.restX);
    expect(out.z).toEqual(rig.restZ);
  });
});

describe("applyTurn", () => {
  it("leaves everything where it is at rest, exactly", () => {
    const out = moved([0, 0], { ...still, turn: turnOf(0, 0, 0) });
    expect(out.x).toEqual(rig.restX);
    expect(out.y).toEqual(rig.restY);
  });

  it("shifts the head wholly, its surroundings partly, and what is far not at all", () => {
    const out = moved([0, 0], { ...still, shiftX: 4, shiftY: -2 });
    expect([out.x[MIDDLE], out.y[MIDDLE]]).toEqual([44, 38]);
    const partly = 20 * 41 + 20 + 12;
    expect(rig.weights[partly]).toBeGreaterThan(0);
    expect(out.x[partly]).toBeCloseTo(rig.restX[partly]! + 4 * rig.weights[partly]!, 5);
    expect([out.x[0], out.y[0]]).toEqual([0, 0]);
  });

  it("rolls clockwise about the pivot", () => {
    const out = moved([0, 0], { ...still, turn: turnOf(0, 0, 90) });
    const crown = 14 * 41 + 20;
    // Twelve pixels above the pivot before, as far to its right after.
    expect([rig.restX[crown], rig.restY[crown]]).toEqual([40, 28]);
    expect(out.x[crown]).toBeCloseTo(52, 4);
    expect(out.y[crown]).toBeCloseTo(40, 4);
  });

  it("carries what is near to image right with yaw and up with pitch", () => {
    const near = smallRig({ restZ: rig.restZ.map(() => -10) });
    const out = makeVertexBuffers(rig.restX.length);
    applyShapes(near, new Float32Array(0), out);
    applyTurn(near, { ...still, turn: turnOf(30, 0, 0) }, still, out);
    expect(out.x[MIDDLE]).toBeCloseTo(45, 4);
    applyShapes(near, new Float32Array(0), out);
    applyTurn(near, { ...still, turn: turnOf(0, 30, 0) }, still, out);
    expect(out.y[MIDDLE]).toBeCloseTo(35, 4);
  });

  it("carries what hangs on the head as the head was a little earlier, as far as it hangs", () => {
    const trail = new Float32Array(rig.restX.length);
    trail[MIDDLE] = 0.25;
    const hanging = smallRig({ body: { ...rig.body, trail } });
    const out = makeVertexBuffers(rig.restX.length);
    applyShapes(hanging, new Float32Array(0), out);
    applyTurn(hanging, { ...still, shiftX: 4 }, { ...still, shiftX: 2 }, out);
    expect(out.x[MIDDLE]).toBeCloseTo(40 + 0.75 * 4 + 0.25 * 2, 5);
    expect(out.x[MIDDLE + 1]).toBeCloseTo(42 + 4, 5);
  });
});

describe("applyBody", () => {
  const [breath, shrug, trunk] = [0, 0, 0].map(() => new Float32Array(rig.restX.length));
  [breath![MIDDLE], shrug![MIDDLE], trunk![MIDDLE]] = [3, 5, 1];
  const at = (down: readonly [number, number], hips: readonly [number, number]) =>
    smallRig({ body: { ...rig.body, breath: breath!, shrug: shrug!, trunk: trunk!, down, hips } });
  const standing = at([0, 1], [40, 140]);

  function moving(body: typeof rig, motion: Partial<Parameters<typeof applyBody>[1]>): [number, number] {
    const out = makeVertexBuffers(rig.restX.length);
    applyShapes(body, new Float32Array(0), out);
    applyBody(body, { breath: 0, shrug: 0, yaw: 0, roll: 0, ...motion }, out);
    expect(out.x.every((x, i) => i === MIDDLE || x === rig.restX[i])).toBe(true);
    return [out.x[MIDDLE]! - 40, out.y[MIDDLE]! - 40];
  }

  it("lifts what breathes and what is shrugged", () => {
    expect(moving(standing, { breath: 1 })).toEqual([0, -3]);
    expect(moving(standing, { breath: -0.5, shrug: 1 })).toEqual([0, -3.5]);
  });

  it("turns to the subject's left as the head does, and leans clockwise about the hips", () => {
    expect(moving(standing, { yaw: 5 })[0]).toBeCloseTo(16 * Math.sin((5 * Math.PI) / 180), 4);
    const [x, y] = moving(standing, { roll: 2 });
    expect(x).toBeCloseTo((100 * 2 * Math.PI) / 180, 4);
    expect(y).toBeCloseTo(0, 5);
  });

  it("lifts somebody who lies towards their head", () => {
    const [x, y] = moving(at([-1, 0], [-60, 40]), { breath: 1 });
    expect(x).toBeCloseTo(3, 5);
    expect(y).toBeCloseTo(0, 5);
  });
});
