import { createHash } from "node:crypto";

/**
 * What the invisible mark is made of; docs/marks.md describes it for other readers. A square tile is repeated over the whole clip, so
 * many times that four of them are as wide as a square clip of the same area. It is a sum of waves of equal strength, whose phases
 * say nothing but "made by Keepsake": they are the same in all clips.
 */
export const TILES_ACROSS = 4;
/** How many periods of a wave fit into a tile, along its own direction. Slower ones would be seen, faster ones are lost by encoders. */
export const SLOWEST = 4;
export const FASTEST = 16;

/** A wave of the tile: whole periods to the right and down, and the phase at the tile's upper left corner in radians. */
export interface Wave {
  readonly right: number;
  readonly down: number;
  readonly phase: number;
}

/** All waves of the tile; of each pair that are one wave read from two sides, one. */
export const WAVES: readonly Wave[] = [...wavesOfTile()];

function* wavesOfTile(): Generator<Wave> {
  for (let down = 0; down <= FASTEST; down++) {
    for (let right = down === 0 ? 1 : -FASTEST; right <= FASTEST; right++) {
      const periods = Math.hypot(right, down);
      if (periods < SLOWEST || periods > FASTEST) continue;
      const name = createHash("sha256").update(`keepsake ${right} ${down}`).digest();
      yield { right, down, phase: (2 * Math.PI * name.readUInt32BE(0)) / 2 ** 32 };
    }
  }
}
