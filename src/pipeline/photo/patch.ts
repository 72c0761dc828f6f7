import type { Box, Patch } from "../types.ts";
import { type Plane, planeOf, resample } from "./plane.ts";

/** A picture made from a part of a photo: its pixel i covers `origin + i / scale` … of the photo, on each axis. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** `width * height * 3` bytes RGB. */
  readonly rgb: Uint8Array;
  readonly originX: number;
  readonly originY: number;
  /** Picture pixels per photo pixel. */
  readonly scale: number;
}

/** Draws a patch over a picture of the same photo, in place. Pixels where its weight is 0 keep their every level. */
export function pastePatch(view: View, patch: Patch): void {
  const region = regionIn(view, patch.box);
  if (region.width <= 0 || region.height <= 0) return;
  const take = (data: ArrayLike<number>, channel: number, channels: number): Plane =>
    resample(
      planeOf(patch.width, patch.height, channelOf(data, channel, channels)),
      {
        start: ((region.x / view.scale + view.originX - patch.box.x) * patch.width) / patch.box.width,
        step: patch.width / patch.box.width / view.scale,
        count: region.width,
      },
      {
        start: ((region.y / view.scale + view.originY - patch.box.y) * patch.height) / patch.box.height,
        step: patch.height / patch.box.height / view.scale,
        count: region.height,
      },
    );
  const weight = take(patch.weight, 0, 1).data;
  const channels = [0, 1, 2].map((c) => take(patch.rgb, c, 3).data);
  for (let y = 0, i = 0; y < region.height; y++)
    for (let x = 0; x < region.width; x++, i++) {
      // The cubic kernel overshoots where the weight falls to nothing.
      const share = Math.min(1, weight[i]!);
      if (share < 1 / 512) continue;
      const at = 3 * ((y + region.y) * view.width + x + region.x);
      for (let c = 0; c < 3; c++) {
        const value = view.rgb[at + c]! + share * (channels[c]![i]! - view.rgb[at + c]!);
        view.rgb[at + c] = Math.min(255, Math.max(0, Math.round(value)));
      }
    }
}

/** The whole pixels of the picture that show any of the box. */
function regionIn({ width, height, originX, originY, scale }: View, box: Box): Box {
  const x = Math.max(0, Math.floor((box.x - originX) * scale));
  const y = Math.max(0, Math.floor((box.y - originY) * scale));
  const right = Math.min(width, Math.ceil((box.x + box.width - originX) * scale));
  const bottom = Math.min(height, Math.ceil((box.y + box.height - originY) * scale));
  return { x, y, width: right - x, height: bottom - y };
}

function channelOf(data: ArrayLike<number>, channel: number, channels: number): Float32Array {
  return Float32Array.from({ length: data.length / channels }, (_, i) => data[channels * i + channel]!);
}
