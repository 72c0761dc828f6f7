import { lumaOf } from "../photo/raster.ts";
import { watermarkFor } from "../video/watermark/watermark.ts";
import { STICKER_SIDE } from "./limits.ts";

/** Puts the invisible mark on pictures (RGBA) of a sticker's size as they pass: on what is seen of them. */
export async function* watermarked(pictures: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let mark: Int8Array | undefined;
  for await (const picture of pictures) {
    mark ??= watermarkFor(brightnessOf(picture), STICKER_SIDE, STICKER_SIDE).mark;
    const out = Uint8Array.from(picture);
    for (let i = 0; i < mark.length; i++) {
      const more = mark[i]!;
      if (more === 0 || out[4 * i + 3] === 0) continue;
      for (let c = 4 * i; c < 4 * i + 3; c++) out[c] = Math.min(255, Math.max(0, out[c]! + more));
    }
    yield out;
  }
}

function brightnessOf(rgba: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, i) =>
    lumaOf(rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!),
  );
}
