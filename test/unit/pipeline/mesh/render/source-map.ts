import { makeKernel, NOTHING } from "../../../../../src/pipeline/mesh/render/kernel.ts";
import type { VertexBuffers } from "../../../../../src/pipeline/mesh/render/vertices.ts";
import type { Grid } from "../../../../../src/pipeline/mesh/rig/grid.ts";

/** For each pixel of a layer where in the texture it comes from, how it is lit, how deep it lies; all NaN where nothing is. */
export interface SourceMap {
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly gain: Float32Array;
  readonly depth: Float32Array;
}

/** Where the given cells' pixels come from in a layer of `size` pixels that is drawn in bands of `bandRows`. */
export function sourcesOf(
  grid: Grid,
  vertices: VertexBuffers,
  cells: Uint32Array,
  { size, pad }: { readonly size: number; readonly pad: number },
  bandRows = size,
): SourceMap {
  const shape = { size, side: size + 2 * pad, pad, grid, cells, left: 0, top: 0 };
  const { sources, layers } = makeKernel(size, size, [shape], { bandRows });
  const [layer] = layers;
  for (const name of ["x", "y", "z", "gain"] as const) layer![name].set(vertices[name]);
  const make = (): Float32Array => new Float32Array(size * size).fill(NaN);
  const map: SourceMap = { u: make(), v: make(), gain: make(), depth: make() };
  for (let band = 0; band * bandRows < size; band++) {
    layer!.rasterise(band);
    const first = band * bandRows * size;
    for (let i = 0; i < Math.min(bandRows * size, size * size - first); i++) {
      const [u, v, gain, depth] = sources.subarray(4 * i, 4 * i + 4) as unknown as [number, number, number, number];
      if (depth === NOTHING) continue;
      map.u[first + i] = u;
      map.v[first + i] = v;
      map.gain[first + i] = gain;
      map.depth[first + i] = depth;
    }
    layer!.lay(band);
  }
  return map;
}
