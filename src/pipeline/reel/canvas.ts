import { even } from "../math.ts";

/** Sides in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a clip lies in a reel. */
export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

const LONGEST_SIDE = 1280;

/** The size of a reel: it holds all of its clips, each as large as it is. Even, as its encoder wants it. */
export function reelSize(clips: readonly Size[]): Size {
  const width = Math.max(...clips.map((clip) => clip.width));
  const height = Math.max(...clips.map((clip) => clip.height));
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: even(width * scale), height: even(height * scale) };
}

/** Where in a reel of this size a clip lies: as large as it can be seen whole, in the middle. */
export function placeIn(reel: Size, clip: Size): Place {
  const scale = Math.min(reel.width / clip.width, reel.height / clip.height);
  const width = Math.min(reel.width, even(clip.width * scale));
  const height = Math.min(reel.height, even(clip.height * scale));
  return { width, height, x: Math.floor((reel.width - width) / 2), y: Math.floor((reel.height - height) / 2) };
}
