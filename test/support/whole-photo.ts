import { facePixels } from "../../src/pipeline/mesh/rig/head/face-pixels.ts";
import type { Scene } from "../../src/pipeline/mesh/scene.ts";
import type { Face } from "../../src/pipeline/types.ts";

/** Per pixel of a clip 1 where it lies in a cell with a corner that a head or an expression takes along, or the body that breathes: nothing else may change. */
export function movablePixels({ width, height, layers }: Scene): Uint8Array {
  const out = new Uint8Array(width * height);
  for (const { rig, left, top } of layers) {
    const { grid, framing, weights, body, shapes } = rig;
    const loose = Uint8Array.from(weights, (weight, i) => (weight > 0 || body.trunk[i]! > 0 ? 1 : 0));
    for (const { vertices } of shapes) for (const vertex of vertices) loose[vertex] = 1;
    for (let y = Math.max(0, -top); y < Math.min(framing.size, height - top); y++)
      for (let x = Math.max(0, -left); x < Math.min(framing.size, width - left); x++) {
        const [column, row] = [x, y].map((at) => Math.floor((at + framing.pad) / grid.step)) as [number, number];
        const corner = row * grid.columns + column;
        if ([0, 1, grid.columns, grid.columns + 1].some((k) => loose[corner + k] === 1))
          out[(top + y) * width + left + x] = 1;
      }
  }
  return out;
}

/** Per pixel of a clip of the whole photo 1 within a face's outline. */
export function outlineOf(face: Face, { width, height, scale }: Scene): Uint8Array {
  const side = Math.max(width, height);
  const inside = facePixels(
    face.mesh.map((value) => value * scale),
    side,
  );
  return Uint8Array.from({ length: width * height }, (_, i) => inside[Math.floor(i / width) * side + (i % width)]!);
}

/** Keeps per pixel the largest change of any channel from the first frame seen. */
export class ChangeMap {
  #first: Uint8Array | null = null;
  /** 0..255 a pixel. */
  most = new Uint8Array();

  see(rgb: Uint8Array): void {
    if (this.#first === null) {
      this.#first = Uint8Array.from(rgb);
      this.most = new Uint8Array(rgb.length / 3);
    }
    const first = this.#first;
    for (let i = 0, k = 0; i < this.most.length; i++, k += 3) {
      const red = Math.abs(rgb[k]! - first[k]!);
      const green = Math.abs(rgb[k + 1]! - first[k + 1]!);
      const blue = Math.abs(rgb[k + 2]! - first[k + 2]!);
      const change = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
      if (change > this.most[i]!) this.most[i] = change;
    }
  }
}
