import { describe, expect, it } from "vitest";
import { makeVertexBuffers } from "../../../../../../src/pipeline/mesh/render/vertices.ts";
import { type Framing, textureSize } from "../../../../../../src/pipeline/mesh/rig/framing.ts";
import { eachVertex, makeGrid, vertexCount } from "../../../../../../src/pipeline/mesh/rig/grid.ts";
import { movingCells } from "../../../../../../src/pipeline/mesh/rig/head/cells.ts";
import { sourcesOf } from "../../render/source-map.ts";

/** A texture of 284 pixels: 31 cells are 71 pixels, so that every 31st line of the grid meets pixels' middles. */
const FRAMING: Framing = { originX: 0, originY: 0, scale: 1, size: 276, pad: 4 };
const SIDE = textureSize(FRAMING);

describe("movingCells", () => {
  it("takes out of the picture just the pixels that the cells at rest draw, wherever the grid's lines lie", () => {
    const grid = makeGrid(SIDE);
    const vertices = makeVertexBuffers(vertexCount(grid));
    eachVertex(grid, (i, x, y) => {
      vertices.x[i] = x;
      vertices.y[i] = y;
    });
    const white = new Uint8Array(3 * SIDE * SIDE).fill(255);
    const black = new Uint8Array(white.length);
    const coverage = new Float32Array(SIDE * SIDE).fill(1);
    const pixels = FRAMING.size ** 2;
    for (const last of [30, 61, 92]) {
      const weights = new Float32Array(vertexCount(grid)).map((_, i) =>
        i % grid.columns <= last && Math.floor(i / grid.columns) <= last ? 1 : 0,
      );
      const still = { skin: new Uint8Array(weights.length), trunk: new Float32Array(weights.length), eyes: [] };
      const layer = { grid, weights, coverage, ...still };
      const { cells, base } = movingCells(layer, white, black, FRAMING);
      const { u } = sourcesOf(grid, vertices, cells, FRAMING);
      let [missed, surplus, drawn] = [0, 0, 0];
      for (let i = 0; i < pixels; i++) {
        const isDrawn = !Number.isNaN(u[i]!);
        if (isDrawn) drawn++;
        if (base[3 * i] === 0 && !isDrawn) missed++;
        if (base[3 * i] === 255 && isDrawn) surplus++;
      }
      expect(drawn).toBeGreaterThan(1000);
      expect([missed, surplus]).toEqual([0, 0]);
    }
  });
});
