import { describe, expect, it } from "vitest";
import { cubicTaps, type KernelLayer, makeKernel, NOTHING } from "../../../../../src/pipeline/mesh/render/kernel.ts";
import { makeGrid } from "../../../../../src/pipeline/mesh/rig/grid.ts";
import { randomFrom } from "../../../../../src/pipeline/motion/vary.ts";

const SIZE = 32;
const SIDE = 40;

interface OneLayer extends Omit<KernelLayer, "gain" | "lay"> {
  /** Lays the sources below over the frame. */
  readonly lay: () => void;
  readonly frame: Uint8Array;
  readonly u: number[];
  readonly v: number[];
  readonly gain: number[];
}

/** A kernel with one layer that fills its frame: a random texture (coverage 0, 1 and between) over a random picture. */
function randomKernel(seed: number): OneLayer {
  const random = randomFrom(seed);
  const shape = { size: SIZE, side: SIDE, pad: 4, grid: makeGrid(SIDE), cells: new Uint32Array(), left: 0, top: 0 };
  const { frame, sources, spans, layers } = makeKernel(SIZE, SIZE, [shape], { bandRows: SIZE });
  const layer = layers[0]!;
  const [u, v, gain]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < SIDE * SIDE; i++) {
    const cover = Math.min(1, Math.max(0, 2 * random() - 0.5));
    for (let c = 0; c < 3; c++) layer.texture[4 * i + c] = cover * 255 * random();
    layer.texture[4 * i + 3] = cover;
  }
  for (let k = 0; k < frame.length; k++) frame[k] = 256 * random();
  let empty = false;
  for (let i = 0; i < SIZE * SIZE; i++) {
    // Neighbours come from far apart, left and right in turns: none can use what was summed for another.
    if (i % 2 === 0) empty = random() < 0.1;
    u.push(empty ? NaN : 2 + (SIDE / 2 - 5) * random() + (i % 2) * (SIDE / 2 - 1));
    v.push(2 + (SIDE - 6) * random());
    gain.push(0.8 + 0.4 * random());
  }
  const lay = (): void => {
    layer.pack();
    layer.rasterise(0);
    for (let i = 0; i < SIZE * SIZE; i++)
      sources.set([u[i]!, v[i]!, gain[i]!, Number.isNaN(u[i]!) ? NOTHING : 0], 4 * i);
    for (let row = 0; row < SIZE; row++) spans.set([0, SIZE], 2 * row);
    layer.lay(0);
  };
  return { ...layer, frame, u, v, gain, lay };
}

/** Weight of a sample `t` pixels away: Keys' cubic convolution. */
function cubic(t: number, a: number): number {
  const x = Math.abs(t);
  if (x >= 2) return 0;
  return x <= 1 ? (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1 : a * (x ** 3 - 5 * x ** 2 + 8 * x - 4);
}

/** A channel of the texture at (u, v), read along a way that rises by so much from texel to texel. */
function sampled({ texture }: OneLayer, u: number, v: number, channel: number, slope = 0): number {
  let sum = 0;
  for (let x = Math.floor(u) - 1; x <= Math.floor(u) + 2; x++) {
    const crossed = v + slope * (x - u);
    for (let y = Math.floor(crossed) - 1; y <= Math.floor(crossed) + 2; y++)
      sum += cubic(u - x, -1) * cubic(crossed - y, -1) * texture[4 * (y * SIDE + x) + channel]!;
  }
  return sum;
}

/** The texel next to a place, which is known in 256ths. */
const nearestTexel = (place: number): number => Math.round(Math.round(256 * place) / 256);

/** How far two neighbours in the picture lie apart in the texture. */
function apart({ u, v }: OneLayer, i: number, j: number): number {
  return Math.max(Math.abs(u[j]! - u[i]!), Math.abs(v[j]! - v[i]!));
}

/** What pixel i must become, before rounding, where the way through the texture rises by so much from texel to texel. */
function reference(kernel: OneLayer, before: Uint8Array, i: number, c: number, slope = 0): number {
  const [u, v] = [kernel.u[i]!, kernel.v[i]!];
  const beside = [i - 1, i + 1].filter(
    (j) => Math.floor(j / SIZE) === Math.floor(i / SIZE) && apart(kernel, i, j) > 1.3,
  );
  const mixed = (channel: number): number => {
    const own = sampled(kernel, u, v, channel, slope);
    return beside.reduce((sum, j) => {
      const far = apart(kernel, i, j);
      const way = far < 8 ? 0.5 : 1;
      const [x, y] = [u + way * (kernel.u[j]! - u), v + way * (kernel.v[j]! - v)].map(nearestTexel);
      const other = kernel.texture[4 * (y! * SIDE + x!) + channel]!;
      return sum + 0.25 * Math.min(1, (far - 1.75) / 0.75) * (other - own);
    }, own);
  };
  // Also where the kernel overshoots coverage: an edge as bright as its background stays invisible.
  const behind = (1 - mixed(3)) * before[3 * i + c]!;
  return Math.min(255, Math.max(0, mixed(c) * kernel.gain[i]! + behind));
}

describe("cubicTaps", () => {
  it("interpolates: whole positions take one pixel, the weights always sum to one", () => {
    const taps = cubicTaps();
    const at = (k: number): number[] => [...taps.subarray(4 * k, 4 * k + 4)].map((tap) => tap / 16384 + 0);
    expect(at(0)).toEqual([0, 1, 0, 0]);
    expect(at(256)).toEqual([0, 0, 1, 0]);
    expect(at(128)).toEqual([-0.125, 0.625, 0.625, -0.125]);
    for (let k = 0; k <= 256; k++) expect(at(k).reduce((sum, tap) => sum + tap, 0)).toBe(1);
  });
});

describe("a layer that is laid over the frame", () => {
  it("equals cubic convolution over the background within a level, and leaves pixels without a source alone", () => {
    const kernel = randomKernel(11);
    const before = Uint8Array.from(kernel.frame);
    kernel.lay();
    let [worst, untouched] = [0, 0];
    for (let i = 0; i < SIZE * SIZE; i++)
      for (let c = 0; c < 3; c++) {
        if (Number.isNaN(kernel.u[i]!)) {
          if (kernel.frame[3 * i + c] === before[3 * i + c]) untouched++;
        } else worst = Math.max(worst, Math.abs(kernel.frame[3 * i + c]! - reference(kernel, before, i, c)));
      }
    // Half a level of rounding, and what positions in 256ths of a pixel leave.
    expect(worst).toBeLessThan(1.6);
    expect(untouched).toBe(3 * kernel.u.filter((u) => Number.isNaN(u)).length);
  });

  it("sums texels where an even way crosses their columns, whether it is as fine as the picture, finer or coarser", () => {
    const before = Uint8Array.from(randomKernel(14).frame);
    for (const [step, rise] of [
      [1, 0.11],
      [1, -0.3],
      [0.83, 0.2],
      [1.13, -0.17],
    ] as const) {
      const kernel = randomKernel(14);
      for (let i = 0; i < SIZE * SIZE; i++) {
        const x = (i % SIZE) % 28;
        kernel.u[i] = 2.4 + step * x;
        kernel.v[i] = 15.3 + rise * x + 0.3 * Math.floor(i / SIZE);
      }
      kernel.lay();
      let worst = 0;
      for (let i = 0; i < SIZE * SIZE; i++) {
        // The first pixel of a row, or of a new way, knows nothing of what comes.
        if ((i % SIZE) % 28 < 2) continue;
        for (let c = 0; c < 3; c++)
          worst = Math.max(worst, Math.abs(kernel.frame[3 * i + c]! - reference(kernel, before, i, c, rise / step)));
      }
      // Beside rounding, a slope in 256ths of a texel for each pixel, two of them ahead; noise like this is steeper than any photo.
      expect(worst, `${step} across, ${rise} down`).toBeLessThan(step === 1 ? 3 : 24);
    }
  });

  it("shows no line along a sharp edge whose two sides are equally bright", () => {
    const kernel = randomKernel(15);
    kernel.frame.fill(130);
    for (let i = 0; i < SIDE * SIDE; i++)
      kernel.texture.set(i % SIDE < SIDE / 2 ? [130, 130, 130, 1] : [0, 0, 0, 0], 4 * i);
    for (let i = 0; i < SIZE * SIZE; i++) {
      [kernel.u[i], kernel.v[i], kernel.gain[i]] = [2.3 + 0.6 * ((i % SIZE) + 10), 15.4, 1];
    }
    kernel.lay();
    expect(Math.max(...kernel.frame) - Math.min(...kernel.frame)).toBeLessThanOrEqual(1);
  });

  it("takes what lies between neighbours that are crowded: stripes as thin as a texel flicker half as much", () => {
    const kernel = randomKernel(16);
    for (let i = 0; i < SIDE * SIDE; i++) kernel.texture.set(i % 2 === 0 ? [200, 200, 200, 1] : [0, 0, 0, 1], 4 * i);
    const place = (i: number): number => (i % SIZE) % 10;
    for (let i = 0; i < SIZE * SIZE; i++) [kernel.u[i], kernel.v[i], kernel.gain[i]] = [5 + 3 * place(i), 15, 1];
    kernel.lay();
    const within = [...kernel.frame].filter((_, k) => place(Math.floor(k / 3)) > 2 && place(Math.floor(k / 3)) < 8);
    expect(new Set(within)).toEqual(new Set([50, 150]));
  });

  it("gives whole positions back to the last level, half covered ones too", () => {
    const kernel = randomKernel(12);
    const photo = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, k) => (k * 89) % 256);
    for (let i = 0; i < SIZE * SIZE; i++) {
      const p = (Math.floor(i / SIZE) + 4) * SIDE + (i % SIZE) + 4;
      const cover = kernel.texture[4 * p + 3]!;
      for (let c = 0; c < 3; c++)
        kernel.texture[4 * p + c] = photo[3 * p + c]! - (1 - cover) * kernel.frame[3 * i + c]!;
      // As the rasteriser gives them: a hair beside the whole position.
      kernel.u[i] = (i % SIZE) + 4 + (i % 3 === 0 ? 1e-5 : 0);
      kernel.v[i] = Math.floor(i / SIZE) + 4 - (i % 5 === 0 ? 1e-5 : 0);
      kernel.gain[i] = 1;
    }
    kernel.lay();
    let wrong = 0;
    for (let i = 0; i < SIZE * SIZE; i++) {
      const p = (Math.floor(i / SIZE) + 4) * SIDE + (i % SIZE) + 4;
      for (let c = 0; c < 3; c++) if (kernel.frame[3 * i + c] !== photo[3 * p + c]) wrong++;
    }
    expect(wrong).toBe(0);
  });

  it("stays within 0..255 and within the texture, wherever it is sent", () => {
    const kernel = randomKernel(13);
    for (let i = 0; i < kernel.u.length; i++) {
      kernel.u[i] = (i % 7) * 1e4 - 3e4;
      kernel.v[i] = (i % 5) * 1e4 - 2e4;
      kernel.gain[i] = 50;
    }
    kernel.texture.fill(255);
    kernel.lay();
    expect(kernel.frame.every((level) => level === 255)).toBe(true);
  });

  it("keeps kernels apart", () => {
    const [first, second] = [randomKernel(1), randomKernel(2)];
    const frame = Uint8Array.from(second.frame);
    first.lay();
    expect(Buffer.compare(second.frame, frame)).toBe(0);
  });
});
