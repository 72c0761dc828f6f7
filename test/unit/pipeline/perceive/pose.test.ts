import { describe, expect, it } from "vitest";
import { faceBasis } from "../../../../src/pipeline/perceive/face-basis.ts";
import { estimatePose, fitHead } from "../../../../src/pipeline/perceive/pose.ts";
import type { Mesh, Pose } from "../../../../src/pipeline/types.ts";
import { canonicalMesh } from "../../../support/meshes.ts";

const POSES: readonly Pose[] = [
  { yaw: 0, pitch: 0, roll: 0 },
  { yaw: 30, pitch: 0, roll: 0 },
  { yaw: -50, pitch: 10, roll: 20 },
  { yaw: 12, pitch: -35, roll: -45 },
  { yaw: 5, pitch: 3, roll: 120 },
];

function expectPose(found: Pose, expected: Pose, tolerance: number): void {
  for (const angle of ["yaw", "pitch", "roll"] as const) {
    expect(Math.abs(found[angle] - expected[angle]), angle).toBeLessThan(tolerance);
  }
}

/** The mesh of the mirrored photo: x turned round, and each point's twin on the other side in its place. */
function mirrored(mesh: Mesh, width: number, mirror: readonly number[]): Mesh {
  const other = new Float32Array(mesh.length);
  mirror.forEach((twin, point) => {
    other.set([width - mesh[twin * 3]!, mesh[twin * 3 + 1]!, mesh[twin * 3 + 2]!], point * 3);
  });
  return other;
}

describe("estimatePose", () => {
  it.each(POSES)("recovers yaw $yaw, pitch $pitch, roll $roll", (pose) => {
    expectPose(estimatePose(canonicalMesh(pose)), pose, 0.1);
  });

  it.each([
    { jawOpen: 1 },
    { browInnerUp: 1, browOuterUpLeft: 1, browOuterUpRight: 1 },
    { mouthSmileLeft: 1, mouthSmileRight: 1, cheekSquintLeft: 1, cheekSquintRight: 1 },
    { eyeBlinkLeft: 1, eyeBlinkRight: 1 },
    { jawLeft: 1 },
  ])("is hardly moved by %o", (shapes) => {
    const pose = { yaw: 20, pitch: -10, roll: 5 };
    expectPose(estimatePose(canonicalMesh(pose, { shapes })), pose, 1);
  });

  it("changes the sign of yaw and roll, and of nothing else, in a mirror", () => {
    const pose = { yaw: 25, pitch: 8, roll: -15 };
    expectPose(estimatePose(mirrored(canonicalMesh(pose), 600, twins())), { yaw: -25, pitch: 8, roll: 15 }, 0.5);
  });
});

/** Each canonical point's twin on the other side, by position. */
function twins(): number[] {
  const { vertices } = faceBasis();
  const distance = (a: readonly number[], b: readonly number[]): number =>
    Math.hypot(a[0]! + b[0]!, a[1]! - b[1]!, a[2]! - b[2]!);
  return vertices.map((vertex) =>
    vertices.reduce((best, other, i) => (distance(vertex, other) < distance(vertex, vertices[best]!) ? i : best), 0),
  );
}

describe("fitHead", () => {
  it("carries the canonical face onto the mesh", () => {
    const mesh = canonicalMesh({ yaw: 20, pitch: 10, roll: -30 }, { scale: 13.5, at: [120, 640] });
    const { rotation, scale, translation } = fitHead(mesh);
    expect(scale).toBeCloseTo(13.5, 3);
    for (const point of [1, 33, 152, 454]) {
      const vertex = faceBasis().vertices[point]!;
      for (let row = 0; row < 3; row++) {
        const turned = [0, 1, 2].reduce((sum, k) => sum + rotation[row * 3 + k]! * vertex[k]!, 0);
        expect(scale * turned + translation[row]!).toBeCloseTo(mesh[point * 3 + row]!, 2);
      }
    }
  });

  it("is diag(1, -1, -1) for a face that looks straight ahead", () => {
    const { rotation } = fitHead(canonicalMesh({ yaw: 0, pitch: 0, roll: 0 }));
    [1, 0, 0, 0, -1, 0, 0, 0, -1].forEach((value, i) => {
      expect(rotation[i]).toBeCloseTo(value, 5);
    });
  });

  it("refuses a mesh without depth", () => {
    expect(() => fitHead(new Float32Array(478 * 3))).toThrow(RangeError);
  });
});
