import { clamp } from "../math.ts";
import { textureSize } from "./rig/framing.ts";
import type { Rig } from "./rig/rig.ts";
import type { Layer, Scene } from "./scene.ts";

/** What is behind who moves, in the left and in the right half. */
const BACKDROPS = [0, 255] as const;

/**
 * A portrait's scene without what surrounds who moves, twice side by side: on black and on white. `coverage` is what of the rig's
 * texture is the person. What of them never moves lies in the picture, so it is cut out of that; what moves loses what else its
 * layer had of the photo.
 */
export function sceneAlone(portrait: Scene, coverage: Float32Array): Scene {
  const { width, height } = portrait;
  const cut = portrait.layers.map((layer) => ({ ...layer, rig: { ...layer.rig, coverage } }));
  const scene = { ...portrait, layers: cut };
  const base = new Uint8Array(2 * width * height * 3);
  BACKDROPS.forEach((level, half) => {
    for (let y = 0; y < height; y++) {
      const row = 3 * (2 * width * y + half * width);
      base.fill(level, row, row + 3 * width);
    }
    for (const layer of scene.layers) layStill(layer, { scene, base, half, level });
  });
  const alone = scene.layers.map((layer) => ({ ...layer, rig: rigAlone(layer.rig) }));
  // Who touches an edge of the picture must not move over into the other half.
  const layers = BACKDROPS.flatMap((_, half) =>
    alone.map((layer) => ({
      ...layer,
      left: layer.left + half * width,
      columns: [half * width, (half + 1) * width] as const,
    })),
  );
  // Who is cut out has no picture round them that a camera could come nearer to.
  return { ...scene, width: 2 * width, base, layers, camera: null };
}

interface Half {
  readonly scene: Scene;
  readonly base: Uint8Array;
  readonly half: number;
  readonly level: number;
}

/** Lays what of a person never moves over one half. */
function layStill({ rig, left, top }: Layer, { scene: { width, height }, base, half, level }: Half): void {
  const { size, pad } = rig.framing;
  const side = textureSize(rig.framing);
  const moving = movingPixels(rig);
  for (let y = Math.max(0, -top); y < Math.min(size, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(size, width - left); x++) {
      const i = (y + pad) * side + x + pad;
      if (moving[i] === 1 || rig.coverage[i] === 0) continue;
      const o = 3 * ((top + y) * 2 * width + half * width + left + x);
      for (let c = 0; c < 3; c++) base[o + c] = own(rig, i, c) + (1 - rig.coverage[i]!) * level;
    }
  }
}

/** The rig with a texture that holds nothing but the person: beside them it is what its layer takes for the background. */
function rigAlone(rig: Rig): Rig {
  const texture = new Uint8Array(rig.texture.length);
  for (let i = 0; i < rig.coverage.length; i++) {
    for (let c = 0; c < 3; c++) {
      texture[3 * i + c] = Math.round(own(rig, i, c) + (1 - rig.coverage[i]!) * behind(rig, i, c));
    }
  }
  return { ...rig, texture };
}

/** What a pixel has of the person's own colour, times its coverage. */
function own(rig: Rig, i: number, c: number): number {
  const cover = rig.coverage[i]!;
  return clamp(rig.texture[3 * i + c]! - (1 - cover) * behind(rig, i, c), 0, 255 * cover);
}

/** The background behind a pixel of the texture; round the clip's part it is taken to go on as at its edge. */
function behind({ framing, background }: Rig, i: number, c: number): number {
  const { size, pad } = framing;
  const side = textureSize(framing);
  const x = clamp((i % side) - pad, 0, size - 1);
  const y = clamp(Math.floor(i / side) - pad, 0, size - 1);
  return background[3 * (y * size + x) + c]!;
}

/** 1 for each pixel of the texture that is drawn with the moving cells. */
function movingPixels({ framing, grid, cells }: Rig): Uint8Array {
  const side = textureSize(framing);
  const moving = new Uint8Array(side * side);
  const edge = (k: number): number => Math.min(side, Math.ceil(Math.fround(k * grid.step)));
  for (const cell of cells) {
    const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)];
    for (let y = edge(row); y < edge(row + 1); y++)
      moving.fill(1, y * side + edge(column), y * side + edge(column + 1));
  }
  return moving;
}
