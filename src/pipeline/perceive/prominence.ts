import type { Face, Photo } from "../types.ts";

/** Sharpness at which a face counts as fully sharp: mean step between neighbouring pixels over the face's contrast. */
const SHARP = 0.2;

/** More faces than this do not move in one clip, unless an engine's limits say otherwise. */
export const MOST_MOVERS = 40;

/** The faces that move when everyone is to: those that can be animated, the largest first and no more than `most`. */
export function movers<T extends Pick<Face, "box" | "obstacle">>(faces: readonly T[], most = MOST_MOVERS): T[] {
  const area = ({ box }: T): number => box.width * box.height;
  const movable = faces.filter(({ obstacle }) => obstacle === null);
  return movable.sort((a, b) => area(b) - area(a)).slice(0, most);
}

/**
 * The face that a photo is most about, or null without faces. Large, central, sharp and frontal faces win; one that can be
 * animated comes before any that cannot.
 */
export function mostProminent(photo: Photo, faces: readonly Face[]): Face | null {
  const ranked = faces
    .map((face) => ({ face, rank: prominence(photo, face) }))
    .sort((a, b) => Number(a.face.obstacle !== null) - Number(b.face.obstacle !== null) || b.rank - a.rank);
  return ranked[0]?.face ?? null;
}

/** How prominent a face is, > 0: its width in the photo's, weakened for what lies off-centre, blurred or turned away. */
export function prominence(photo: Photo, { box, pose }: Face): number {
  const longer = Math.max(photo.width, photo.height);
  const size = Math.sqrt(box.width * box.height) / longer;
  const dx = (box.x + box.width / 2 - photo.width / 2) / photo.width;
  const dy = (box.y + box.height / 2 - photo.height / 2) / photo.height;
  const central = Math.exp(-2 * (dx * dx + dy * dy));
  const turned = Math.hypot(pose.yaw, pose.pitch);
  const frontal = Math.exp(-((turned / 50) ** 2));
  return size * central * frontal * (0.6 + 0.4 * Math.min(1, sharpness(photo, box) / SHARP));
}

/**
 * Mean brightness step between neighbouring pixels, over the standard deviation of brightness, on a face's box: near 0 for
 * a blurred face, whatever its contrast. Steps are taken at one hundredth of the box, so that size does not matter.
 */
function sharpness({ width, height, rgb }: Photo, box: Face["box"]): number {
  const step = Math.max(1, Math.round(box.width / 100));
  const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(width - step, Math.ceil(box.x + box.width))];
  const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(height - step, Math.ceil(box.y + box.height))];
  const green = (x: number, y: number): number => rgb[(y * width + x) * 3 + 1]!;
  let [count, steps, sum, squares] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const value = green(x, y);
      steps += (Math.abs(value - green(x + step, y)) + Math.abs(value - green(x, y + step))) / 2;
      sum += value;
      squares += value * value;
      count++;
    }
  }
  if (count === 0) return 0;
  const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return deviation === 0 ? 0 : steps / count / deviation;
}
