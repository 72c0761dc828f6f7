import { describe, expect, it } from "vitest";
import { Camera, steadied } from "../../../../src/pipeline/record/camera.ts";
import { MESH_POINTS, type Mesh, type Photo } from "../../../../src/pipeline/types.ts";

const [WIDTH, HEIGHT, FPS] = [288, 216, 25];

/** A wall with a pattern, seen from a camera that has gone so far. */
function wallFrom(dx: number, dy: number, bright = 0): Photo {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const level = bright + 90 + 40 * Math.sin((x - dx) / 9) + 40 * Math.cos((y - dy) / 11 + (x - dx) / 31);
      rgb.fill(level, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
    }
  return { width: WIDTH, height: HEIGHT, rgb, damaged: false };
}

/** A face in the middle of the frame. */
function meshAt(x: number, y: number): Mesh {
  const mesh = new Float32Array(MESH_POINTS * 3);
  for (let i = 0; i < MESH_POINTS; i++) {
    mesh[i * 3] = x + (i % 2 === 0 ? -25 : 25);
    mesh[i * 3 + 1] = y + (i % 3 === 0 ? -35 : 35);
  }
  return mesh;
}

describe("Camera", () => {
  it("finds out by the wall behind a face how a hand shakes", () => {
    const camera = new Camera();
    const shake = Array.from({ length: 26 }, (_, i) => ({ x: 4 * Math.sin(i * 0.9), y: 3 * Math.cos(i * 1.3) }));
    for (const { x, y } of shake) {
      camera.sees(wallFrom(x, y));
      camera.place(meshAt(144 + x, 108 + y));
    }
    const found = camera.shakes(FPS);
    const left = shake.map(({ x, y }, i) => {
      const mesh = steadied(meshAt(144 + x, 108 + y), found[i]!);
      return [mesh[0]! - 119, mesh[1]! - 73] as const;
    });
    // The first and last moments have no neighbours to tell a shake from being carried along.
    for (const [x, y] of left.slice(5, -5)) expect(Math.hypot(x, y)).toBeLessThan(0.8);
  });

  it("takes a head that sways before a wall for no shake", () => {
    const camera = new Camera();
    for (let i = 0; i < 16; i++) {
      camera.sees(wallFrom(0, 0));
      camera.place(meshAt(144 + 8 * Math.sin(i / 2), 108));
    }
    for (const { x, y } of camera.shakes(FPS)) expect(Math.hypot(x, y)).toBeLessThan(0.05);
  });

  it("notices where a video is cut", () => {
    const camera = new Camera();
    for (const photo of [wallFrom(0, 0), wallFrom(1, 0), wallFrom(0, 0, 75), wallFrom(1, 0, 75)]) {
      camera.sees(photo);
      camera.place(null);
    }
    expect(camera.cuts).toEqual([2]);
  });
});
