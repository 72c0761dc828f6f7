/** How far each step goes beyond the mean of the neighbours. */
const RELAX = 1.8;

/**
 * Fills the unknown pixels of a small picture so that colours run smoothly in from the known ones (Laplace's equation,
 * successive over-relaxation). Works in place on interleaved RGB; unknown pixels start from the mean of the known ones.
 */
export function harmonicFill(
  rgb: Float32Array,
  width: number,
  height: number,
  unknown: Uint8Array,
  sweeps = 160,
): void {
  startFromNearest(rgb, width, height, unknown);
  const places = neighbourhoods(width, height, unknown);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let k = 0; k < places.length; k += 5) {
      const i = places[k]!;
      const left = places[k + 1]!;
      const right = places[k + 2]!;
      const up = places[k + 3]!;
      const down = places[k + 4]!;
      for (let c = 0; c < 3; c++) {
        const mean = (rgb[left + c]! + rgb[right + c]! + rgb[up + c]! + rgb[down + c]!) / 4;
        rgb[i + c]! += RELAX * (mean - rgb[i + c]!);
      }
    }
  }
}

/** Of each unknown pixel its own place in the picture's numbers and those of its neighbours: left, right, up, down. */
function neighbourhoods(width: number, height: number, unknown: Uint8Array): Int32Array {
  const places: number[] = [];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (unknown[i] === 0) continue;
      const left = x > 0 ? i - 1 : i + 1;
      const right = x < width - 1 ? i + 1 : i - 1;
      const up = y > 0 ? i - width : i + width;
      const down = y < height - 1 ? i + width : i - width;
      places.push(3 * i, 3 * left, 3 * right, 3 * up, 3 * down);
    }
  return Int32Array.from(places);
}

/** A first guess: rows are swept down and up, each unknown pixel taking what its known or guessed neighbours have. */
function startFromNearest(rgb: Float32Array, width: number, height: number, unknown: Uint8Array): void {
  const done = unknown.map((flag) => 1 - flag);
  const take = (i: number, from: number): void => {
    if (done[i] === 1 || done[from] !== 1) return;
    rgb.copyWithin(3 * i, 3 * from, 3 * from + 3);
    done[i] = 1;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (y > 0) take(y * width + x, (y - 1) * width + x);
      if (x > 0) take(y * width + x, y * width + x - 1);
    }
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      if (y < height - 1) take(y * width + x, (y + 1) * width + x);
      if (x < width - 1) take(y * width + x, y * width + x + 1);
    }
}
