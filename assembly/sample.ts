// Gives pixels their colours: the texture sampled by cubic convolution in whole numbers, two products in one step.

/** Sub-pixel positions of the table of weights. */
const STEP_BITS = 8;
const STEP = 1 << STEP_BITS;
/** Fractions of a colour's level and of full coverage in the packed texture, and of a weight. */
const COLOUR: f32 = 64;
const COVER: f32 = 16384;
const WEIGHT_BITS = 14;
/** A pixel's coverage when nothing behind it shows. */
const COVERED: i32 = 1 << 28;
const NOTHING: f32 = f32.MAX_VALUE;
/** From pixel to pixel the texture's row may change so much, and that change by so much, before all columns are summed anew; in steps. */
const STEEPEST: i32 = 128;
const BEND: i32 = 8;
/** Neighbours in the picture that come from further apart than this, texels, are crowded, wholly from the second on; beyond the last a fold lies between them. */
const CROWDED: f32 = 1.75;
const PACKED: f32 = 2.5;
const FOLDED: f32 = 8;
/** What a crowded pixel takes of the way to either neighbour, in 256ths. */
const OF_THE_WAY: f32 = 64;

// Constants of four numbers: kept in variables, because an engine that knows them makes them anew wherever they are used.
/** Added to a number and taken off again as bits, they leave the nearest step and the nearest whole level. */
let toStep: v128 = f32x4.splat(0);
let toLevel: v128 = f32x4.splat(0);
let nothing: v128 = f32x4.splat(0);
let firstTexel: v128 = f32x4.splat(0);
let levels: v128 = f32x4.splat(0);
let oneToFour: v128 = i32x4.splat(0);
let steepest: v128 = i32x4.splat(0);
let bend: v128 = i32x4.splat(0);
let fraction: v128 = i32x4.splat(0);

export function useNumbers(): void {
  toStep = f32x4.splat(12582912 / <f32>STEP);
  toLevel = f32x4.splat(12582912);
  nothing = f32x4.splat(NOTHING);
  // A column that is summed ahead lies up to one row beside its pixel's.
  firstTexel = f32x4.splat(2);
  levels = f32x4.splat(1 / (COLOUR * <f32>(1 << WEIGHT_BITS)));
  oneToFour = i32x4(1, 2, 3, 4);
  steepest = i32x4.splat(STEEPEST + 1);
  bend = i32x4.splat(BEND + 1);
  fraction = i32x4.splat(STEP - 1);
}

/** Packs a part of a texture (four f32 a texel: premultiplied colour 0..255, coverage 0..1) into four i16 a texel. */
export function pack(texture: usize, packed: usize, side: i32, left: i32, top: i32, width: i32, height: i32): void {
  const scale = f32x4(COLOUR, COLOUR, COLOUR, COVER);
  for (let row: i32 = top; row < top + height; row++) {
    for (let column: i32 = left; column < left + width; column++) {
      const at = <usize>(row * side + column);
      const rounded = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(texture + (at << 4)), scale)));
      v128.store64_lane(packed + (at << 3), i16x8.narrow_i32x4_s(rounded, rounded), 0);
    }
  }
}

/** The texture that a row is laid from, four i16 a texel, and four i16 of weights for each of STEP + 1 positions. */
let texels: usize = 0;
let stride: usize = 0;
let weights: usize = 0;

// How far a row is: the last column that is summed, and the last four in pairs of neighbours, the first two, the second two, the third two.
let summed: i32 = 0;
/** The pixel that was laid last, and where the row's sources end. */
let laid: usize = 0;
let stop: usize = 0;
let column: v128 = i32x4.splat(0);
let pair0: v128 = i32x4.splat(0);
let pair1: v128 = i32x4.splat(0);
let pair2: v128 = i32x4.splat(0);
/** The texture's row of the last pixels, and by how much it changed from one to the next; in steps. */
let rows: v128 = i32x4.splat(0);
let rises: v128 = i32x4.splat(0);

/**
 * Lays a row of a band over a row of the picture (three bytes a pixel) from pixel `first` to before `end`: the texture at
 * (u, v), lit by the gain, before what the picture shows. Empties the band's pixels behind it.
 *
 * Neighbours in the picture are mostly neighbours in the texture, so a column of four texels that is summed for one pixel serves the
 * next ones, too. Each column is summed where the way through the texture crosses it, ahead of its pixel: where that way bends or
 * jumps, all four are summed anew. Where neighbours are crowded, because the surface turns away or folds, a pixel also takes what lies
 * between it and them, or thin hair and a jaw's edge would fall into steps.
 */
export function sample(sources: usize, first: i32, end: i32, packed: usize, side: i32, taps: usize, picture: usize): void {
  texels = packed;
  stride = <usize>side << 3;
  weights = taps;
  summed = i32.MIN_VALUE >> 1;
  const lastTexel = f32x4.splat(<f32>(side - 4));
  const perRow = i32x4.splat(side);
  laid = 0;
  stop = sources + (<usize>end << 4);
  let source = sources + (<usize>first << 4);
  let to = picture + <usize>(3 * first);
  while (source < stop) {
    if (source + 64 <= stop && four(source, to, lastTexel, perRow)) {
      source += 64;
      to += 12;
      continue;
    }
    for (const next = min(source + 64, stop); source < next; source += 16, to += 3) one(source, to, lastTexel);
  }
}

/** Four pixels at once, if all are drawn from one column after the other of the texture, on an even way. */
// @ts-ignore: decorator
@inline
function four(source: usize, to: usize, lastTexel: v128, perRow: v128): bool {
  // All of it is read before a part is written: a processor waits for what it has just written in another width.
  const a = v128.load(source);
  const b = v128.load(source, 16);
  const c = v128.load(source, 32);
  const d = v128.load(source, 48);
  const places = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const places2 = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const u = stepsOf(i64x2.shuffle(places, places2, 0, 2), lastTexel);
  const v = stepsOf(i64x2.shuffle(places, places2, 1, 3), lastTexel);
  const depths = i64x2.shuffle(i32x4.shuffle(a, b, 2, 6, 3, 7), i32x4.shuffle(c, d, 2, 6, 3, 7), 1, 3);
  const rise = i32x4.sub(v, i32x4.shuffle(rows, v, 3, 4, 5, 6));
  const turn = i32x4.sub(rise, i32x4.shuffle(rises, rise, 3, 4, 5, 6));
  const columns = i32x4.add(i32x4.splat(summed), oneToFour);
  const even = v128.and(
    v128.and(i32x4.eq(i32x4.shr_s(u, STEP_BITS), i32x4.sub(columns, i32x4.splat(2))), f32x4.ne(depths, nothing)),
    v128.and(i32x4.lt_s(i32x4.abs(turn), bend), i32x4.lt_s(i32x4.abs(rise), steepest)),
  );
  if (!i32x4.all_true(even) || (source + 64 < stop && abs<f32>(load<f32>(source, 64) - load<f32>(source, 48)) > CROWDED)) return false;
  laid = source + 48;
  rows = v;
  rises = rise;
  summed += 4;
  // The columns ahead are two texels further than their pixels, less what these are beyond their own.
  const ahead = i32x4.sub(i32x4.splat(2 * STEP), v128.and(u, fraction));
  const heights = i32x4.add(v, i32x4.shr_s(i32x4.dot_i16x8_s(rise, ahead), STEP_BITS));
  const above = i32x4.sub(i32x4.shr_s(heights, STEP_BITS), i32x4.splat(1));
  const offsets = i32x4.shl(i32x4.add(i32x4.dot_i16x8_s(above, perRow), columns), 3);
  const downs = i32x4.shl(v128.and(heights, fraction), 3);
  const acrosses = i32x4.shl(v128.and(u, fraction), 3);
  const c0 = columnAt(i32x4.extract_lane(offsets, 0), i32x4.extract_lane(downs, 0));
  const c1 = columnAt(i32x4.extract_lane(offsets, 1), i32x4.extract_lane(downs, 1));
  const c2 = columnAt(i32x4.extract_lane(offsets, 2), i32x4.extract_lane(downs, 2));
  const c3 = columnAt(i32x4.extract_lane(offsets, 3), i32x4.extract_lane(downs, 3));
  const p0 = paired(column, c0);
  const p1 = paired(c0, c1);
  const p2 = paired(c1, c2);
  const p3 = paired(c2, c3);
  const sum0 = across(pair1, p0, i32x4.extract_lane(acrosses, 0));
  const sum1 = across(pair2, p1, i32x4.extract_lane(acrosses, 1));
  const sum2 = across(p0, p2, i32x4.extract_lane(acrosses, 2));
  const sum3 = across(p1, p3, i32x4.extract_lane(acrosses, 3));
  pair0 = p1;
  pair1 = p2;
  pair2 = p3;
  column = c3;
  v128.store32_lane(source, nothing, 0, 12);
  v128.store32_lane(source, nothing, 0, 28);
  v128.store32_lane(source, nothing, 0, 44);
  v128.store32_lane(source, nothing, 0, 60);
  const thinnest = i32x4.min_s(i32x4.min_s(sum0, sum1), i32x4.min_s(sum2, sum3));
  const thickest = i32x4.max_s(i32x4.max_s(sum0, sum1), i32x4.max_s(sum2, sum3));
  if (i32x4.extract_lane(thinnest, 3) < COVERED || i32x4.extract_lane(thickest, 3) > COVERED) {
    lay(sum0, a, to);
    lay(sum1, b, to + 3);
    lay(sum2, c, to + 6);
    lay(sum3, d, to + 9);
    return true;
  }
  const left = i16x8.narrow_i32x4_s(wholeOf(lit(sum0, a)), wholeOf(lit(sum1, b)));
  const right = i16x8.narrow_i32x4_s(wholeOf(lit(sum2, c)), wholeOf(lit(sum3, d)));
  const pixels = i8x16.narrow_i16x8_u(left, right);
  const bytes = i8x16.shuffle(pixels, pixels, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 3, 3, 3);
  v128.store64_lane(to, bytes, 0);
  v128.store32_lane(to, bytes, 2, 8);
  return true;
}

/** One pixel, wherever it comes from, if any. */
function one(source: usize, to: usize, lastTexel: v128): void {
  const place = v128.load(source);
  if (f32x4.extract_lane(place, 3) == NOTHING) return;
  store<f32>(source, NOTHING, 12);
  const steps = stepsOf(place, lastTexel);
  const u = i32x4.extract_lane(steps, 0);
  const v = i32x4.extract_lane(steps, 1);
  const needed = (u >> STEP_BITS) + 2;
  const rise = v - i32x4.extract_lane(rows, 3);
  const near = <u32>(needed - summed) < 4 && abs(rise) <= STEEPEST;
  const slope = near ? rise : 0;
  if (!near || abs(rise - i32x4.extract_lane(rises, 3)) > BEND) summed = needed - 4;
  rows = i32x4.splat(v);
  rises = i32x4.splat(slope);
  while (summed < needed) {
    summed++;
    const height = v + ((slope * ((summed << STEP_BITS) - u)) >> STEP_BITS);
    const offset = (((height >> STEP_BITS) - 1) * <i32>(stride >> 3) + summed) << 3;
    const next = columnAt(offset, (height & (STEP - 1)) << 3);
    pair0 = pair1;
    pair1 = pair2;
    pair2 = paired(column, next);
    column = next;
  }
  const sum = across(pair0, pair2, (u & (STEP - 1)) << 3);
  let whole = sum;
  if (laid == source - 16) whole = i32x4.add(whole, onTheWay(sum, place, laid, lastTexel));
  if (source + 16 < stop && load<f32>(source, 28) != NOTHING) whole = i32x4.add(whole, onTheWay(sum, place, source + 16, lastTexel));
  laid = source;
  lay(whole, place, to);
}

/** How a pixel at `place` changes by what lies half-way to a crowded neighbour, or beyond a fold there. */
function onTheWay(sum: v128, place: v128, neighbour: usize, lastTexel: v128): v128 {
  const way = f32x4.sub(v128.load(neighbour), place);
  const far = max<f32>(abs<f32>(f32x4.extract_lane(way, 0)), abs<f32>(f32x4.extract_lane(way, 1)));
  if (far <= CROWDED) return i32x4.splat(0);
  const other = texelAt(stepsOf(f32x4.add(place, f32x4.mul(way, f32x4.splat(far < FOLDED ? 0.5 : 1))), lastTexel));
  const share = OF_THE_WAY * min<f32>(1, (far - CROWDED) / (PACKED - CROWDED));
  return i32x4.mul(i32x4.shr_s(i32x4.sub(other, sum), 8), i32x4.splat(<i32>share));
}

/** The texel next to a place, in steps, as a sum of sixteen would be. */
// @ts-ignore: decorator
@inline
function texelAt(steps: v128): v128 {
  const nearest = i32x4.shr_s(i32x4.add(steps, i32x4.splat(STEP / 2)), STEP_BITS);
  const row = texels + <usize>i32x4.extract_lane(nearest, 1) * stride;
  const texel = v128.load64_zero(row + (<usize>i32x4.extract_lane(nearest, 0) << 3));
  return i32x4.shl(i32x4.extend_low_i16x8_s(texel), WEIGHT_BITS);
}

/** Places in the texture in steps, kept away from its edges. */
// @ts-ignore: decorator
@inline
function stepsOf(places: v128, lastTexel: v128): v128 {
  return i32x4.sub(f32x4.add(f32x4.pmax(firstTexel, f32x4.pmin(lastTexel, places)), toStep), toStep);
}

/** Four texels, one below the other, weighed: four i32. */
// @ts-ignore: decorator
@inline
function columnAt(offset: i32, weight: i32): v128 {
  const p0 = texels + <usize>offset;
  const p1 = p0 + stride;
  const p2 = p1 + stride;
  const p3 = p2 + stride;
  const w = weights + <usize>weight;
  const sum = i32x4.add(
    i32x4.dot_i16x8_s(low(v128.load64_zero(p0), v128.load64_zero(p1)), v128.load32_splat(w)),
    i32x4.dot_i16x8_s(low(v128.load64_zero(p2), v128.load64_zero(p3)), v128.load32_splat(w, 4)),
  );
  return i32x4.shr_s(sum, WEIGHT_BITS);
}

/** Two columns, channel by channel. */
// @ts-ignore: decorator
@inline
function paired(left: v128, right: v128): v128 {
  return i16x8.shuffle(left, i32x4.shl(right, 16), 0, 9, 2, 11, 4, 13, 6, 15);
}

/** Four columns beside each other, weighed: four i32. */
// @ts-ignore: decorator
@inline
function across(left: v128, right: v128, weight: i32): v128 {
  const w = weights + <usize>weight;
  return i32x4.add(i32x4.dot_i16x8_s(left, v128.load32_splat(w)), i32x4.dot_i16x8_s(right, v128.load32_splat(w, 4)));
}

// @ts-ignore: decorator
@inline
function lit(sum: v128, place: v128): v128 {
  return f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sum), levels), i32x4.shuffle(place, place, 2, 2, 2, 2));
}

/** The nearest whole numbers, i32, of numbers below four millions. */
// @ts-ignore: decorator
@inline
function wholeOf(values: v128): v128 {
  return i32x4.sub(f32x4.add(values, toLevel), toLevel);
}

/**
 * Writes a pixel before what the picture shows. Beside a sharp edge the kernel overshoots, coverage as much as colour: a pixel that
 * is more than covered takes of what is behind it what its colour has too much of.
 */
function lay(sum: v128, place: v128, to: usize): void {
  let colour = lit(sum, place);
  const cover = i32x4.extract_lane(sum, 3);
  if (cover != COVERED) {
    const behind = f32x4(<f32>load<u8>(to), <f32>load<u8>(to, 1), <f32>load<u8>(to, 2), 0);
    colour = f32x4.add(colour, f32x4.mul(behind, f32x4.splat(1 - <f32>cover * (1 / <f32>COVERED))));
  }
  const rounded = wholeOf(colour);
  const words = i16x8.narrow_i32x4_s(rounded, rounded);
  const pixel = i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0);
  store<u16>(to, <u16>pixel);
  store<u8>(to, <u8>(pixel >> 16), 2);
}

/** One texel's channels of two rows, side by side. */
// @ts-ignore: decorator
@inline
function low(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}
