// Turns frames of RGB into planes of brightness and colour, sixteen pixels of two rows at a time.
// Built by `npm run build:kernel` into src/pipeline/video/planes.wasm; src/pipeline/video/planes.ts calls it.

// BT.709 with levels 16..235 and 16..240, in 32768ths. Weights of a colour sum to zero, so that grey has none.
const BITS = 15;
const YR = 5983;
const YG = 20127;
const YB = 2032;
const UR = -3298;
const UG = -11094;
const UB = 14392;
const VR = 14392;
const VG = -13072;
const VB = -1320;
/** The lowest brightness, no colour, and a half to round by. A colour's sum is of four pixels. */
const Y_ZERO: i32 = (16 << BITS) + (1 << (BITS - 1));
const C_BITS = BITS + 2;
const C_ZERO: i32 = (128 << C_BITS) + (1 << (C_BITS - 1));

/** A pair of weights for `i32x4.dot_i16x8_s`. */
// @ts-ignore: decorator
@inline
function weights(even: i32, odd: i32): v128 {
  return i32x4.splat((even & 0xffff) | (odd << 16));
}

/**
 * Fills the three planes, one behind the other from `planes`, of a frame of `width * height * 3` bytes RGB, both sides even:
 * brightness of each pixel, then each colour as the mean of two by two pixels.
 */
export function toPlanes(rgb: usize, width: i32, height: i32, planes: usize): void {
  const pixels = width * height;
  const u = planes + <usize>pixels;
  const v = u + <usize>(pixels >> 2);
  const half = width >> 1;
  for (let row: i32 = 0; row < height; row += 2) {
    const source = rgb + <usize>(3 * row * width);
    const bright = planes + <usize>(row * width);
    const colour = <usize>((row >> 1) * half);
    let x: i32 = 0;
    for (; x + 16 <= width; x += 16) {
      const at = colour + <usize>(x >> 1);
      sixteen(source + <usize>(3 * x), <usize>(3 * width), bright + <usize>x, <usize>width, u + at, v + at);
    }
    for (; x < width; x += 2) {
      const at = colour + <usize>(x >> 1);
      two(source + <usize>(3 * x), <usize>(3 * width), bright + <usize>x, <usize>width, u + at, v + at);
    }
  }
}

/** What a pixel's brightness may differ from the first frame's without having moved, and the side of the blocks that are asked. */
const STILL: i32 = 2;
const BLOCK: i32 = 16;

/**
 * Adds a mark, numbers of -128..127, to a plane of brightness. From the first frame on in which something moves in a block of it, the block's
 * numbers are those of `faint`, and its byte in `moved` is 1.
 */
export function addMark(plane: usize, first: usize, mark: usize, faint: usize, moved: usize, width: i32, height: i32): void {
  const columns = (width + BLOCK - 1) / BLOCK;
  for (let row: i32 = 0; row < height; row += BLOCK) {
    for (let column: i32 = 0; column < width; column += BLOCK) {
      const block = moved + <usize>((row / BLOCK) * columns + column / BLOCK);
      if (load<u8>(block) != 0) continue;
      const at = <usize>(row * width + column);
      const across = min(BLOCK, width - column);
      const down = min(BLOCK, height - row);
      if (!moves(plane + at, first + at, <usize>width, across, down)) continue;
      store<u8>(block, 1);
      for (let y: i32 = 0; y < down; y++) {
        const line = at + <usize>(y * width);
        memory.copy(mark + line, faint + line, <usize>across);
      }
    }
  }
  add(plane, mark, width * height);
}

// @ts-ignore: decorator
@inline
function moves(plane: usize, first: usize, stride: usize, across: i32, down: i32): bool {
  for (let y: i32 = 0; y < down; y++) {
    const line = <usize>y * stride;
    if (across == BLOCK) {
      const a = v128.load(plane + line);
      const b = v128.load(first + line);
      const apart = v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a));
      if (v128.any_true(i8x16.sub_sat_u(apart, i8x16.splat(<i8>STILL)))) return true;
    } else {
      for (let x: i32 = 0; x < across; x++) {
        const apart = <i32>load<u8>(plane + line + <usize>x) - <i32>load<u8>(first + line + <usize>x);
        if (apart > STILL || -apart > STILL) return true;
      }
    }
  }
  return false;
}

/** What would be too small or too large becomes 0 or 255. */
function add(bytes: usize, numbers: usize, count: i32): void {
  const signs = i8x16.splat(-128);
  let i: i32 = 0;
  for (; i + 16 <= count; i += 16) {
    const at = bytes + <usize>i;
    const signed = v128.xor(v128.load(at), signs);
    v128.store(at, v128.xor(i8x16.add_sat_s(signed, v128.load(numbers + <usize>i)), signs));
  }
  for (; i < count; i++) {
    const at = bytes + <usize>i;
    const sum = <i32>load<u8>(at) + <i32>load<i8>(numbers + <usize>i);
    store<u8>(at, <u8>(sum < 0 ? 0 : sum > 255 ? 255 : sum));
  }
}

/** Sixteen pixels of two rows. */
// @ts-ignore: decorator
@inline
function sixteen(source: usize, stride: usize, bright: usize, width: usize, u: usize, v: usize): void {
  const r0 = channel(source, 0);
  const g0 = channel(source, 1);
  const b0 = channel(source, 2);
  v128.store(bright, brightness(r0, g0, b0));
  const r1 = channel(source + stride, 0);
  const g1 = channel(source + stride, 1);
  const b1 = channel(source + stride, 2);
  v128.store(bright + width, brightness(r1, g1, b1));
  const r = i16x8.add(i16x8.extadd_pairwise_i8x16_u(r0), i16x8.extadd_pairwise_i8x16_u(r1));
  const g = i16x8.add(i16x8.extadd_pairwise_i8x16_u(g0), i16x8.extadd_pairwise_i8x16_u(g1));
  const b = i16x8.add(i16x8.extadd_pairwise_i8x16_u(b0), i16x8.extadd_pairwise_i8x16_u(b1));
  const zero = i16x8.splat(0);
  const us = weighed(r, g, b, UR, UG, UB, C_ZERO, C_BITS);
  v128.store64_lane(u, i8x16.narrow_i16x8_u(us, zero), 0);
  const vs = weighed(r, g, b, VR, VG, VB, C_ZERO, C_BITS);
  v128.store64_lane(v, i8x16.narrow_i16x8_u(vs, zero), 0);
}

/** One channel of sixteen pixels out of 48 bytes. */
// @ts-ignore: decorator
@inline
function channel(source: usize, which: i32): v128 {
  const a = v128.load(source);
  const b = v128.load(source, 16);
  const c = v128.load(source, 32);
  if (which == 0) {
    const ab = i8x16.shuffle(a, b, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0);
    return i8x16.shuffle(ab, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29);
  }
  if (which == 1) {
    const ab = i8x16.shuffle(a, b, 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0);
    return i8x16.shuffle(ab, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30);
  }
  const ab = i8x16.shuffle(a, b, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0);
  return i8x16.shuffle(ab, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31);
}

// @ts-ignore: decorator
@inline
function brightness(r: v128, g: v128, b: v128): v128 {
  const low = weighed(
    i16x8.extend_low_i8x16_u(r),
    i16x8.extend_low_i8x16_u(g),
    i16x8.extend_low_i8x16_u(b),
    YR,
    YG,
    YB,
    Y_ZERO,
    BITS,
  );
  const high = weighed(
    i16x8.extend_high_i8x16_u(r),
    i16x8.extend_high_i8x16_u(g),
    i16x8.extend_high_i8x16_u(b),
    YR,
    YG,
    YB,
    Y_ZERO,
    BITS,
  );
  return i8x16.narrow_i16x8_u(low, high);
}

/** Eight weighted sums of red, green and blue. */
// @ts-ignore: decorator
@inline
function weighed(r: v128, g: v128, b: v128, wr: i32, wg: i32, wb: i32, zero: i32, bits: i32): v128 {
  const none = i16x8.splat(0);
  const rg = weights(wr, wg);
  const b0 = weights(wb, 0);
  const start = i32x4.splat(zero);
  const low = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.shuffle(r, g, 0, 8, 1, 9, 2, 10, 3, 11), rg),
    i32x4.dot_i16x8_s(i16x8.shuffle(b, none, 0, 8, 1, 9, 2, 10, 3, 11), b0),
  );
  const high = i32x4.add(
    i32x4.dot_i16x8_s(i16x8.shuffle(r, g, 4, 12, 5, 13, 6, 14, 7, 15), rg),
    i32x4.dot_i16x8_s(i16x8.shuffle(b, none, 4, 12, 5, 13, 6, 14, 7, 15), b0),
  );
  return i16x8.narrow_i32x4_s(i32x4.shr_s(i32x4.add(low, start), bits), i32x4.shr_s(i32x4.add(high, start), bits));
}

/** Two by two pixels, for what remains of a row. */
function two(source: usize, stride: usize, bright: usize, width: usize, u: usize, v: usize): void {
  let r: i32 = 0;
  let g: i32 = 0;
  let b: i32 = 0;
  for (let k: usize = 0; k < 4; k++) {
    const from = source + (k >> 1) * stride + 3 * (k & 1);
    const red = <i32>load<u8>(from);
    const green = <i32>load<u8>(from, 1);
    const blue = <i32>load<u8>(from, 2);
    store<u8>(bright + (k >> 1) * width + (k & 1), <u8>((YR * red + YG * green + YB * blue + Y_ZERO) >> BITS));
    r += red;
    g += green;
    b += blue;
  }
  store<u8>(u, <u8>((UR * r + UG * g + UB * b + C_ZERO) >> C_BITS));
  store<u8>(v, <u8>((VR * r + VG * g + VB * b + C_ZERO) >> C_BITS));
}
