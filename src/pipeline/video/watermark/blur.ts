/** The mean round each pixel of a field, of `2 * radius + 1` pixels a side; beyond its edges a field goes on as its last pixel. */
export function boxMean(data: Float32Array, width: number, height: number, radius: number): Float32Array {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++) sums(data, across, { from: y * width, step: 1, count: width, radius });
  const out = new Float32Array(data.length);
  for (let x = 0; x < width; x++) sums(across, out, { from: x, step: width, count: height, radius });
  return out;
}

interface Line {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly radius: number;
}

function sums(data: Float32Array, out: Float32Array, { from, step, count, radius }: Line): void {
  const [first, last] = [from, from + step * (count - 1)];
  const share = 1 / (2 * radius + 1);
  let sum = data[first]! * (radius + 1);
  for (let k = 1; k <= radius; k++) sum += data[Math.min(last, from + step * k)]!;
  let [leaves, enters] = [from - step * radius, from + step * (radius + 1)];
  for (let k = 0, at = from; k < count; k++, at += step) {
    out[at] = sum * share;
    sum += data[enters < last ? enters : last]! - data[leaves > first ? leaves : first]!;
    leaves += step;
    enters += step;
  }
}
