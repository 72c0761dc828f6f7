/** A least-squares problem's normal equations: minimise c' gram c / 2 - linear' c. */
export interface NormalEquations {
  /** `n * n`, row-major, symmetric, positive semidefinite. */
  readonly gram: Float64Array;
  readonly linear: Float64Array;
}

export interface NnlsOptions {
  /** Upper bound of every coefficient; none without it. */
  readonly most?: number;
  /** Price of a coefficient of 1, which keeps those that explain little at 0. In the units of `linear`. */
  readonly sparsity?: number;
  /** Where to start, 0 everywhere without it: the last frame's answer saves most of the work. */
  readonly start?: ArrayLike<number>;
}

const MOST_ROUNDS = 2000;
const SETTLED = 1e-9;

/**
 * Non-negative least squares by cyclic coordinate descent (Franc, Hlaváč and Navara 2005): each coefficient in turn is set
 * to its best value given the others, cut off at the bounds, until none moves.
 */
export function solveNnls({ gram, linear }: NormalEquations, options: NnlsOptions = {}): Float64Array {
  const { most = Number.POSITIVE_INFINITY, sparsity = 0, start } = options;
  const n = linear.length;
  if (gram.length !== n * n) throw new RangeError(`gram: expected ${n * n} values, got ${gram.length}`);
  const solution = Float64Array.from({ length: n }, (_, i) => Math.min(most, Math.max(0, start?.[i] ?? 0)));
  const slope = gradient(gram, linear, solution, sparsity);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < n; i++) {
      const curve = gram[i * n + i]!;
      if (curve <= 0) continue;
      const step = Math.min(most, Math.max(0, solution[i]! - slope[i]! / curve)) - solution[i]!;
      if (step === 0) continue;
      solution[i]! += step;
      for (let k = 0; k < n; k++) slope[k]! += step * gram[i * n + k]!;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < SETTLED) break;
  }
  return solution;
}

function gradient(gram: Float64Array, linear: Float64Array, at: Float64Array, sparsity: number): Float64Array {
  const n = linear.length;
  return linear.map((value, i) => {
    let sum = sparsity - value;
    for (let k = 0; k < n; k++) sum += gram[i * n + k]! * at[k]!;
    return sum;
  });
}

/** Normal equations of `columns` (each as long as `weights`) against a target with weighted squares. */
export function gramOf(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const n = columns.length;
  const gram = new Float64Array(n * n);
  columns.forEach((a, i) => {
    for (let k = i; k < n; k++) {
      const b = columns[k]!;
      let sum = 0;
      for (let r = 0; r < weights.length; r++) sum += weights[r]! * a[r]! * b[r]!;
      gram[i * n + k] = sum;
      gram[k * n + i] = sum;
    }
  });
  return gram;
}

export function linearOf(columns: readonly Float64Array[], weights: Float64Array, target: Float64Array): Float64Array {
  return Float64Array.from(columns, (column) => {
    let sum = 0;
    for (let r = 0; r < weights.length; r++) sum += weights[r]! * column[r]! * target[r]!;
    return sum;
  });
}
