// Gives pixels their colours: the texture sampled by cubic convolution in whole numbers, two products in one step.

/** Sub-pixel positions of the table of weights. */
const STEP_BITS = 8;
const STEPS: f32 = <f32>(1 << STEP_BITS);
/** Fractions of a colour's level and of full coverage in the packed texture, and of a weight. */
const COLOUR: f32 = 64;
const COVER: f32 = 16384;
const WEIGHT_BITS = 14;
/** Added to a number, it leaves the nearest whole one in the number's lowest bits. */
const ROUND: f32 = 12582912;
const ROUND_BITS: i32 = 0x4b400000;
const NOTHING: f32 = f32.MAX_VALUE;

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

/**
 * Lays a row of a band over a row of the picture (three bytes a pixel) from pixel `first` to before `end`: the texture at
 * (u, v), lit by the gain, before what the picture shows. Empties the band's pixels behind it.
 * `taps`: four i16 for each of STEPS + 1 positions.
 */
export function sample(sources: usize, first: i32, end: i32, packed: usize, side: i32, taps: usize, picture: usize): void {
  const last = f32x4.splat(<f32>(side - 3));
  const stride: usize = <usize>side << 3;
  for (let i: i32 = first; i < end; i++) {
    const source = sources + (<usize>i << 4);
    // All of it is read before a part is written: a processor waits for what it has just written in another width.
    const place = v128.load(source);
    if (f32x4.extract_lane(place, 3) == NOTHING) continue;
    store<f32>(source, NOTHING, 12);
    const steps = wholeOf(f32x4.mul(f32x4.pmax(f32x4.splat(1), f32x4.pmin(last, place)), f32x4.splat(STEPS)));
    const beyond = v128.and(steps, i32x4.splat((1 << STEP_BITS) - 1));
    const texel = i32x4.shr_s(steps, STEP_BITS);
    const tx = taps + (<usize>i32x4.extract_lane(beyond, 0) << 3);
    const ty = taps + (<usize>i32x4.extract_lane(beyond, 1) << 3);
    const p0 = packed + (<usize>((i32x4.extract_lane(texel, 1) - 1) * side + i32x4.extract_lane(texel, 0) - 1) << 3);
    const p1 = p0 + stride;
    const p2 = p1 + stride;
    const p3 = p2 + stride;
    const v01 = v128.load32_splat(ty);
    const v23 = v128.load32_splat(ty, 4);
    const a0 = v128.load(p0);
    const a1 = v128.load(p1);
    const a2 = v128.load(p2);
    const a3 = v128.load(p3);
    const b0 = v128.load(p0, 16);
    const b1 = v128.load(p1, 16);
    const b2 = v128.load(p2, 16);
    const b3 = v128.load(p3, 16);
    // The four columns, each summed down its rows; then two and two of them beside each other.
    const c0 = column(low(a0, a1), v01, low(a2, a3), v23);
    const c1 = column(high(a0, a1), v01, high(a2, a3), v23);
    const c2 = column(low(b0, b1), v01, low(b2, b3), v23);
    const c3 = column(high(b0, b1), v01, high(b2, b3), v23);
    const even = i16x8.narrow_i32x4_s(c0, c2);
    const odd = i16x8.narrow_i32x4_s(c1, c3);
    const sum = f32x4.convert_i32x4_s(
      i32x4.add(
        i32x4.dot_i16x8_s(low(even, odd), v128.load32_splat(tx)),
        i32x4.dot_i16x8_s(high(even, odd), v128.load32_splat(tx, 4)),
      ),
    );
    const rest: f32 = 1 - f32x4.extract_lane(sum, 3) * (1 / (COVER * <f32>(1 << WEIGHT_BITS)));
    const gain = f32x4.extract_lane(place, 2) * (1 / (COLOUR * <f32>(1 << WEIGHT_BITS)));
    let lit = f32x4.mul(sum, f32x4.splat(gain));
    const to = picture + <usize>(3 * i);
    if (rest > 0) {
      const behind = f32x4(<f32>load<u8>(to), <f32>load<u8>(to, 1), <f32>load<u8>(to, 2), 0);
      lit = f32x4.add(lit, f32x4.mul(behind, f32x4.splat(rest)));
    }
    const rounded = wholeOf(lit);
    const words = i16x8.narrow_i32x4_s(rounded, rounded);
    const pixel = i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0);
    store<u16>(to, <u16>pixel);
    store<u8>(to, <u8>(pixel >> 16), 2);
  }
}

/** The nearest whole numbers, i32, of numbers below four millions. */
// @ts-ignore: decorator
@inline
function wholeOf(values: v128): v128 {
  return i32x4.sub(f32x4.add(values, f32x4.splat(ROUND)), i32x4.splat(ROUND_BITS));
}

// @ts-ignore: decorator
@inline
function column(upper: v128, upperWeights: v128, lower: v128, lowerWeights: v128): v128 {
  const sum = i32x4.add(i32x4.dot_i16x8_s(upper, upperWeights), i32x4.dot_i16x8_s(lower, lowerWeights));
  return i32x4.shr_s(sum, WEIGHT_BITS);
}

/** One texel's channels of two rows, side by side: of the first of two texels. */
// @ts-ignore: decorator
@inline
function low(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

/** The same of the second. */
// @ts-ignore: decorator
@inline
function high(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}
