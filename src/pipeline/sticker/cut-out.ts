import sharp from "sharp";
import type { Film } from "../engine.ts";
import type { MarkCorner } from "../types.ts";
import { drawMark, type Mark, makeMark } from "../video/mark.ts";
import { STICKER_SIDE } from "./limits.ts";

/** What makes a picture of a sticker's size, to be seen through and with the mark, of a frame on black and on white (`Film.framesAlone`). */
export function cutterFor(
  { width, height }: Pick<Film, "width" | "height">,
  corner: MarkCorner | undefined,
): (frame: Uint8Array) => Promise<Uint8Array> {
  const mark = makeMark(width, height, corner);
  return async (frame) => shrink(cutOut(frame, width, height, mark), width, height);
}

/** What differs least between the halves tells how much is seen: where one is as bright as can be, it tells too little. */
export function cutOut(frame: Uint8Array, width: number, height: number, mark: Mark): Uint8Array {
  for (const half of [0, width]) drawMark({ ...mark, x: mark.x + half }, 2 * width, frame);
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0, black = 6 * width * y; x < width; x++, black += 3, o += 4) {
      const white = black + 3 * width;
      const through = Math.max(
        frame[white]! - frame[black]!,
        frame[white + 1]! - frame[black + 1]!,
        frame[white + 2]! - frame[black + 2]!,
      );
      const seen = 255 - Math.max(0, through);
      rgba[o + 3] = seen;
      if (seen === 0) continue;
      for (let c = 0; c < 3; c++) rgba[o + c] = Math.min(255, (255 * frame[black + c]!) / seen);
    }
  }
  return rgba;
}

async function shrink(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { data } = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .resize(STICKER_SIDE, STICKER_SIDE, { fit: "contain", background: "transparent" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return new Uint8Array(data.buffer, data.byteOffset, data.length);
}
