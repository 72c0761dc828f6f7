// The innermost loop of the renderer, in AssemblyScript for its SIMD: a pixel's four channels are one vector.
// Built by `npm run build:kernel` into src/pipeline/mesh/render/kernel.wasm; src/pipeline/mesh/render/kernel.ts calls it.

/** Sub-pixel positions of the table of weights. */
const STEPS: f32 = 256;

/**
 * Fills every pixel that has a source: the texture (four f32 a texel: premultiplied colour 0..255, coverage 0..1) sampled by
 * cubic convolution at (u, v), lit by `gain`, over the background. Pixels whose u is NaN keep what the frame holds.
 * `taps`: four f32 for each of STEPS + 1 positions. `background`, `frame`: three bytes a pixel; the frame has one byte to spare.
 */
export function resample(
  u: usize,
  v: usize,
  gain: usize,
  count: i32,
  texture: usize,
  side: i32,
  taps: usize,
  background: usize,
  frame: usize,
): void {
  const last: f32 = <f32>(side - 3);
  const stride: usize = <usize>side << 4;
  for (let i: i32 = 0; i < count; i++) {
    const at = <usize>i << 2;
    let su = load<f32>(u + at);
    if (su != su) continue;
    let sv = load<f32>(v + at);
    su = max<f32>(1, min<f32>(su, last));
    sv = max<f32>(1, min<f32>(sv, last));
    const x = <i32>su;
    const y = <i32>sv;
    const tx = taps + (<usize>(<i32>((su - <f32>x) * STEPS + 0.5)) << 4);
    const ty = taps + (<usize>(<i32>((sv - <f32>y) * STEPS + 0.5)) << 4);
    const w0 = v128.load32_splat(tx);
    const w1 = v128.load32_splat(tx, 4);
    const w2 = v128.load32_splat(tx, 8);
    const w3 = v128.load32_splat(tx, 12);
    let p = texture + <usize>(y - 1) * stride + (<usize>(x - 1) << 4);
    let sum = f32x4.mul(v128.load32_splat(ty), row(p, w0, w1, w2, w3));
    p += stride;
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(ty, 4), row(p, w0, w1, w2, w3)));
    p += stride;
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(ty, 8), row(p, w0, w1, w2, w3)));
    p += stride;
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(ty, 12), row(p, w0, w1, w2, w3)));
    const rest: f32 = 1 - f32x4.extract_lane(sum, 3);
    sum = f32x4.mul(sum, v128.load32_splat(gain + at));
    const to = <usize>i * 3;
    if (rest > 0) {
      const b = background + to;
      const behind = f32x4(<f32>load<u8>(b), <f32>load<u8>(b, 1), <f32>load<u8>(b, 2), 0);
      sum = f32x4.add(sum, f32x4.mul(behind, f32x4.splat(rest)));
    }
    const rounded = i32x4.trunc_sat_f32x4_s(f32x4.add(sum, f32x4.splat(0.5)));
    const bytes = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(rounded, rounded), i16x8.splat(0));
    const pixel = i32x4.extract_lane(bytes, 0);
    store<u16>(frame + to, <u16>pixel);
    store<u8>(frame + to, <u8>(pixel >> 16), 2);
  }
}

// @ts-ignore: decorator
@inline
function row(p: usize, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(w0, v128.load(p)), f32x4.mul(w1, v128.load(p, 16))),
    f32x4.add(f32x4.mul(w2, v128.load(p, 32)), f32x4.mul(w3, v128.load(p, 48))),
  );
}
