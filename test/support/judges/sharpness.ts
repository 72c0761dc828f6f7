import type { FaceBox } from "./face-api.ts";
import type { Frame } from "./frame.ts";

/**
 * How steep a face's strongest edges are: the 98th percentile of the Sobel gradient over the face's contrast (5th to 95th
 * percentile), in shares of the contrast per pixel, times 100. Knows nothing of how pictures are enhanced.
 */
export function sharpnessOf(frame: Frame, box: FaceBox): number {
  const grey = (x: number, y: number): number => {
    const i =
      3 * (Math.min(frame.height - 1, Math.max(0, y)) * frame.width + Math.min(frame.width - 1, Math.max(0, x)));
    return (frame.rgb[i]! + 2 * frame.rgb[i + 1]! + frame.rgb[i + 2]!) / 4;
  };
  const gradients: number[] = [];
  const levels: number[] = [];
  for (let y = Math.round(box.y); y < box.y + box.height; y++)
    for (let x = Math.round(box.x); x < box.x + box.width; x++) {
      const side = (dx: number, dy: number): number =>
        grey(x + dx - dy, y + dy + dx) + 2 * grey(x + dx, y + dy) + grey(x + dx + dy, y + dy - dx);
      gradients.push(Math.hypot(side(1, 0) - side(-1, 0), side(0, 1) - side(0, -1)) / 8);
      levels.push(grey(x, y));
    }
  const contrast = percentile(levels, 0.95) - percentile(levels, 0.05);
  return (100 * percentile(gradients, 0.98)) / Math.max(1, contrast);
}

function percentile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(share * (values.length - 1))] ?? 0;
}
