import { describe, expect, it } from "vitest";
import { makeVertexBuffers, type VertexBuffers } from "../../../../../src/pipeline/mesh/render/vertices.ts";
import { eachVertex, type Grid, makeGrid, vertexCount } from "../../../../../src/pipeline/mesh/rig/grid.ts";
import { randomFrom } from "../../../../../src/pipeline/motion/vary.ts";
import { type SourceMap, sourcesOf } from "./source-map.ts";

const SIZE = 200;
const PAD = 20;
const WINDOW = { size: SIZE, pad: PAD };
const grid: Grid = { columns: 41, rows: 41, step: 6 };

const cellsOf = ({ columns, rows }: Grid): Uint32Array =>
  Uint32Array.from({ length: (columns - 1) * (rows - 1) }, (_, k) => {
    const row = Math.floor(k / (columns - 1));
    return row * columns + (k - row * (columns - 1));
  });

/** The grid's vertices, each moved by what `move` says. */
function verticesOf(
  on: Grid,
  move: (x: number, y: number) => readonly [number, number] = (x, y) => [x, y],
): VertexBuffers {
  const vertices = makeVertexBuffers(vertexCount(on));
  eachVertex(on, (i, x, y) => {
    [vertices.x[i], vertices.y[i]] = move(x, y) as [number, number];
  });
  return vertices;
}

const holes = ({ u }: SourceMap): number => u.filter((value) => Number.isNaN(value)).length;

describe("the kernel's rasteriser", () => {
  it.each([
    [100, 10],
    [200, 20],
    [552, 55],
    [720, 72],
  ])("takes every pixel from its own place at rest, %d pixels a side", (size, pad) => {
    const on = makeGrid(size + 2 * pad);
    const map = sourcesOf(on, verticesOf(on), cellsOf(on), { size, pad });
    let off = 0;
    for (let i = 0; i < size * size; i++) {
      off = Math.max(off, Math.abs(map.u[i]! - (i % size) - pad), Math.abs(map.v[i]! - Math.floor(i / size) - pad));
      if (Number.isNaN(map.u[i])) off = Infinity;
    }
    expect(off).toBeLessThan(1e-3);
    expect(map.gain.every((gain) => Math.abs(gain - 1) < 1e-6)).toBe(true);
  });

  it("finds the source of a shifted, scaled picture", () => {
    const map = sourcesOf(
      grid,
      verticesOf(grid, (x, y) => [1.5 * x - 30.25, 1.25 * y - 10]),
      cellsOf(grid),
      WINDOW,
    );
    for (const [x, y] of [
      [0, 0],
      [17, 120],
      [199, 199],
    ] as const) {
      expect(map.u[y * SIZE + x]).toBeCloseTo((x + PAD + 30.25) / 1.5, 3);
      expect(map.v[y * SIZE + x]).toBeCloseTo((y + PAD + 10) / 1.25, 3);
    }
  });

  it("covers every pixel once under a random smooth warp", () => {
    const random = randomFrom(7);
    for (let trial = 0; trial < 2; trial++) {
      const [p, q, r, s] = [random(), random(), random(), random()].map((value) => 6 * value);
      const waves = verticesOf(grid, (x, y) => {
        const still = x === 0 || y === 0 || x === 240 || y === 240;
        return still
          ? [x, y]
          : [
              x + 5 * Math.sin(y / 20 + p!) * Math.sin(x / 25 + q!),
              y + 5 * Math.sin(x / 18 + r!) * Math.sin(y / 30 + s!),
            ];
      });
      expectCoveredOnce(waves);
    }
  });

  it("covers every pixel once when corners and edges lie on pixel centres", () => {
    const random = randomFrom(3);
    const still = (at: number): boolean => at === 0 || at === 240;
    // Quarters of pixels: edges cross rows in pixel centres again and again.
    const move = (at: number): number => at + Math.round(8 * (random() - 0.5)) / 4;
    expectCoveredOnce(verticesOf(grid, (x, y) => (still(x) || still(y) ? [x, y] : [move(x), move(y)])));
  });

  it("shows the nearer of two layers, whichever is drawn first", () => {
    for (const nearFirst of [true, false]) {
      // The right half folded back over the left one.
      const folded = verticesOf(grid, (x, y) => [x <= 120 ? x : 240 - x, y]);
      eachVertex(grid, (i, x) => {
        folded.z[i] = x <= 120 === nearFirst ? -5 : 5;
        // Folded over, a cell turns its back; turned upside down as well it faces the viewer again.
        if (x > 120) folded.y[i] = 240 - folded.y[i]!;
      });
      const map = sourcesOf(grid, folded, cellsOf(grid), WINDOW);
      expect(map.u[50 * SIZE + 30]! < 120).toBe(nearFirst);
      expect(map.depth[50 * SIZE + 30]).toBeCloseTo(-5, 5);
    }
  });

  it("leaves out what is turned away from the viewer", () => {
    const map = sourcesOf(
      grid,
      verticesOf(grid, (x, y) => [240 - x, y]),
      cellsOf(grid),
      WINDOW,
    );
    expect(holes(map)).toBe(SIZE * SIZE);
  });

  it("interpolates the light between the vertices", () => {
    const vertices = verticesOf(grid);
    eachVertex(grid, (i, x) => {
      vertices.gain[i] = 1 + x / 1000;
    });
    const map = sourcesOf(grid, vertices, cellsOf(grid), WINDOW);
    expect(map.gain[100 * SIZE + 83]).toBeCloseTo(1 + (83 + PAD) / 1000, 5);
  });

  it("draws nothing but the cells that it is given", () => {
    const map = sourcesOf(grid, verticesOf(grid), Uint32Array.of(10 * 41 + 10), WINDOW);
    const drawn = [...map.u.keys()].filter((i) => !Number.isNaN(map.u[i]!));
    expect(drawn).toHaveLength(36);
    expect(drawn[0]).toBe(40 * SIZE + 40);
  });

  it("draws the same in bands of few rows, of which none keeps what the one before it held", () => {
    // Cells of 6 pixels leaning over several bands of 7 rows, some of them folded.
    const vertices = verticesOf(grid, (x, y) => [x + 9 * Math.sin(y / 7), y + 0.6 * x - 60 + 8 * Math.sin(x / 9)]);
    eachVertex(grid, (i, x, y) => {
      vertices.z[i] = Math.sin(x / 11) + Math.cos(y / 13);
      vertices.gain[i] = 1 + x / 1000;
    });
    const whole = sourcesOf(grid, vertices, cellsOf(grid), WINDOW);
    expect(sourcesOf(grid, vertices, cellsOf(grid), WINDOW, 7)).toEqual(whole);
    expect(holes(whole)).toBeGreaterThan(1000);
    expect(holes(whole)).toBeLessThan(0.9 * SIZE * SIZE);
  });

  it("draws what reaches beyond the clip as far as the clip goes", () => {
    const map = sourcesOf(
      grid,
      verticesOf(grid, (x, y) => [3 * x - 200, 3 * y - 200]),
      cellsOf(grid),
      WINDOW,
    );
    expect(holes(map)).toBe(0);
  });
});

function expectCoveredOnce(vertices: VertexBuffers): void {
  expect(holes(sourcesOf(grid, vertices, cellsOf(grid), WINDOW))).toBe(0);
  // Strips of cells drawn alone: together as many pixels as the clip has, so no pixel belongs to two.
  let drawn = 0;
  for (let row = 0; row < 40; row++) {
    const strip = Uint32Array.from({ length: 40 }, (_, column) => row * 41 + column);
    drawn += SIZE * SIZE - holes(sourcesOf(grid, vertices, strip, WINDOW));
  }
  expect(drawn).toBe(SIZE * SIZE);
}
