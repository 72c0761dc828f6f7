import { describe, expect, it } from "vitest";
import { boxOfMesh } from "../../../../src/pipeline/perceive/mesh-place.ts";
import { mostProminent, prominence } from "../../../../src/pipeline/perceive/prominence.ts";
import type { Face, FaceObstacle, Photo, Pose } from "../../../../src/pipeline/types.ts";
import { canonicalMesh } from "../../../support/meshes.ts";

const size = 1000;
const FRONTAL = { yaw: 0, pitch: 0, roll: 0 };

/** A photo of hard squares 6 px wide on its left half and of soft waves on its right. */
function halfBlurred(): Photo {
  const rgb = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const hard = (Math.floor(x / 6) + Math.floor(y / 6)) % 2 === 0 ? 60 : 190;
      const soft = 125 + 65 * Math.sin(x / 40) * Math.sin(y / 40);
      rgb.fill(x < size / 2 ? hard : soft, (y * size + x) * 3, (y * size + x) * 3 + 3);
    }
  }
  return { width: size, height: size, rgb, damaged: false };
}

function face(x: number, y: number, scale: number, pose: Pose = FRONTAL, obstacle: FaceObstacle | null = null): Face {
  const mesh = canonicalMesh(pose, { scale, at: [x, y] });
  return { index: 1, box: boxOfMesh(mesh), score: 0.9, pose, openEyes: true, openMouth: false, mesh, obstacle };
}

describe("mostProminent", () => {
  const photo = halfBlurred();

  it("is null without faces", () => {
    expect(mostProminent(photo, [])).toBeNull();
  });

  it("prefers a large face", () => {
    const faces = [face(200, 500, 4), face(200, 500, 10)];
    expect(mostProminent(photo, faces)).toBe(faces[1]);
  });

  it("prefers a central face", () => {
    expect(prominence(photo, face(250, 500, 8))).toBeGreaterThan(prominence(photo, face(250, 80, 8)));
  });

  it("prefers a sharp face", () => {
    expect(prominence(photo, face(300, 500, 8))).toBeGreaterThan(prominence(photo, face(700, 500, 8)) * 1.1);
  });

  it("prefers a frontal face", () => {
    const turned = face(250, 500, 8, { yaw: 45, pitch: 0, roll: 0 });
    expect(prominence(photo, face(250, 500, 8))).toBeGreaterThan(prominence(photo, turned));
  });

  it("prefers any face that can be animated", () => {
    const faces = [face(500, 500, 20, { yaw: 70, pitch: 0, roll: 0 }, "faceTurnedAway"), face(900, 100, 3)];
    expect(mostProminent(photo, faces)).toBe(faces[1]);
    expect(mostProminent(photo, faces.slice(0, 1))).toBe(faces[0]);
  });

  it("bears a face that reaches beyond the photo", () => {
    expect(prominence(photo, face(0, 0, 30))).toBeGreaterThan(0);
  });
});
