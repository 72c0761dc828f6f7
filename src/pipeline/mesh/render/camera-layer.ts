import { clamp } from "../../math.ts";
import { channelIndex } from "../../motion/drive.ts";
import type { Photo } from "../../types.ts";
import { eachVertex } from "../rig/grid.ts";
import type { Camera } from "../scene.ts";
import type { KernelLayer } from "./kernel.ts";

/** How much nearer the whole picture comes, and who stands before the background comes nearer still by this. */
const NEARER = 0.04;
const BEFORE = 0.005;

/**
 * What lets the camera come nearer to a frame: called with how far (0..1), it lays the frame over itself, enlarged round the camera's
 * fixed point. The photo itself is left as it is, to the last level, while the camera is where it was.
 */
export function makeCameraLayer(
  { shape: { side, pad, grid }, fixed: [fixedX, fixedY], before }: Camera,
  kernel: KernelLayer,
  { width, height, rgb }: Pick<Photo, "width" | "height" | "rgb">,
): (drift: number) => void {
  const { texture } = kernel;
  // Nothing shows through, and all of it is equally far.
  for (let i = 3; i < texture.length; i += 4) texture[i] = 1;
  kernel.z.fill(0);
  const drawn = { x: 0, y: 0, width: width + 2 * pad, height: height + 2 * pad };
  return (drift) => {
    if (drift <= 0) return;
    fillTexture();
    kernel.pack(drawn);
    eachVertex(grid, (i, x, y) => {
      const nearer = drift * (NEARER + BEFORE * before[i]!);
      kernel.x[i] = x + nearer * (x - fixedX);
      kernel.y[i] = y + nearer * (y - fixedY);
    });
    kernel.draw();
  };

  /** The frame as the layer's texture; round it its edge goes on. */
  function fillTexture(): void {
    for (let row = 0; row < drawn.height; row++) {
      const from = 3 * width * clamp(row - pad, 0, height - 1);
      const start = 4 * row * side;
      for (let x = 0, to = start + 4 * pad, pixel = from; x < width; x++, to += 4, pixel += 3) {
        texture[to] = rgb[pixel]!;
        texture[to + 1] = rgb[pixel + 1]!;
        texture[to + 2] = rgb[pixel + 2]!;
      }
      for (let beyond = 0; beyond < pad; beyond++)
        for (let c = 0; c < 3; c++) {
          texture[start + 4 * beyond + c] = rgb[from + c]!;
          texture[start + 4 * (pad + width + beyond) + c] = rgb[from + 3 * (width - 1) + c]!;
        }
    }
  }
}

/** How far the one camera has come nearer, where each face has been given a time of its own. */
export function driftOf(rows: readonly Float32Array[]): number {
  const sum = rows.reduce((all, row) => all + row[channelIndex("drift")]!, 0);
  return sum / rows.length;
}
