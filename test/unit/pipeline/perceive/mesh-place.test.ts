import { describe, expect, it } from "vitest";
import { LEFT_EYE, LIPS, RIGHT_EYE } from "../../../../src/pipeline/perceive/mesh-parts.ts";
import { boxOfMesh, FACE_MARGIN, rollOfMesh, squareOfMesh } from "../../../../src/pipeline/perceive/mesh-place.ts";
import { canonicalMesh } from "../../../support/meshes.ts";

const upright = { yaw: 0, pitch: 0, roll: 0 };

describe("the square round a mesh", () => {
  it("is centred on the face and larger by its margin", () => {
    const mesh = canonicalMesh(upright, { scale: 10, at: [300, 200] });
    const box = boxOfMesh(mesh);
    const square = squareOfMesh(mesh);
    expect(square.roll).toBeCloseTo(0, 5);
    expect(square.side).toBeCloseTo(FACE_MARGIN * Math.max(box.width, box.height), 3);
    expect(square.x).toBeCloseTo(box.x + box.width / 2, 3);
    expect(square.y).toBeCloseTo(box.y + box.height / 2, 3);
  });

  it("leans with the face and keeps its size", () => {
    const side = squareOfMesh(canonicalMesh(upright)).side;
    for (const roll of [-60, -20, 35, 90]) {
      const leaning = canonicalMesh({ yaw: 0, pitch: 0, roll });
      expect(rollOfMesh(leaning)).toBeCloseTo(roll, 3);
      expect(squareOfMesh(leaning).side).toBeCloseTo(side, 2);
    }
  });
});

describe("the lists of refined points", () => {
  it("name each point once, as many as the model answers", () => {
    for (const [points, count] of [
      [LIPS, 80],
      [RIGHT_EYE, 71],
      [LEFT_EYE, 71],
    ] as const) {
      expect(new Set(points).size).toBe(count);
      expect(points.length).toBe(count);
    }
  });

  it("put the subject's right eye on the image's left, point by point opposite the left one", () => {
    const mesh = canonicalMesh(upright, { at: [0, 0] });
    RIGHT_EYE.forEach((right, i) => {
      const left = LEFT_EYE[i]!;
      expect(mesh[right * 3]!).toBeLessThan(0);
      expect(mesh[right * 3]! + mesh[left * 3]!).toBeCloseTo(0, 3);
      expect(mesh[right * 3 + 1]! - mesh[left * 3 + 1]!).toBeCloseTo(0, 3);
    });
  });
});
