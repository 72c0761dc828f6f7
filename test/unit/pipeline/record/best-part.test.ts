import { describe, expect, it } from "vitest";
import { faceBasis } from "../../../../src/pipeline/perceive/face-basis.ts";
import { bestPart, type Followed } from "../../../../src/pipeline/record/best-part.ts";
import { MESH_POINTS, type Mesh } from "../../../../src/pipeline/types.ts";

const FPS = 6;

/** A face that looks straight ahead, so many pixels a centimetre large. */
function meshAt(x: number, scale: number): Mesh {
  const mesh = new Float32Array(MESH_POINTS * 3);
  faceBasis().vertices.forEach(([px, py, pz], i) => {
    mesh.set([x + scale * px!, 300 - scale * py!, -scale * pz!], i * 3);
  });
  mesh.fill(300, 468 * 3);
  return mesh;
}

const filmed = (meshes: readonly (Mesh | null)[], cuts: readonly number[] = []): Followed => ({
  meshes,
  fps: FPS,
  width: 640,
  height: 600,
  camera: { cuts },
});
const seconds = (count: number, meshOf: (frame: number) => Mesh | null): (Mesh | null)[] =>
  Array.from({ length: count * FPS }, (_, frame) => meshOf(frame));
const moving = (frame: number): Mesh => meshAt(300 + 12 * Math.sin(frame), 16);
const still = (): Mesh => meshAt(300, 16);

describe("bestPart", () => {
  const limits = { least: 1, most: 8 };

  it("is where a face moves, and not where it waits", () => {
    const part = bestPart(filmed([...seconds(10, still), ...seconds(8, moving), ...seconds(10, still)]), limits);
    expect(Math.abs((part?.from ?? 0) - 10 * FPS)).toBeLessThanOrEqual(1);
    expect((part?.to ?? 0) - (part?.from ?? 0)).toBe(8 * FPS);
  });

  it("is where a face is large", () => {
    const far = (frame: number): Mesh => meshAt(300 + 4 * Math.sin(frame), 5);
    const part = bestPart(filmed([...seconds(8, far), ...seconds(3, () => null), ...seconds(8, moving)]), limits);
    expect(part).toEqual({ from: 11 * FPS, to: 19 * FPS });
  });

  it("reaches over no cut, and over a face that is lost for a moment", () => {
    const lost = seconds(6, (frame) => (frame === 12 ? null : moving(frame)));
    expect(bestPart(filmed(lost), limits)).toEqual({ from: 0, to: 6 * FPS });
    expect(bestPart(filmed(seconds(6, moving), [15]), limits)).toEqual({ from: 15, to: 6 * FPS });
  });

  it("is none where no face is seen for a second", () => {
    const flicker = seconds(6, (frame) => (frame % 6 < 3 ? moving(frame) : null));
    expect(bestPart(filmed(flicker), limits)).toBeNull();
    expect(bestPart(filmed(seconds(5, () => null)), limits)).toBeNull();
  });
});
