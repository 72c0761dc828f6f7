import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Pipeline } from "../src/pipeline/index.ts";
import { decodePhoto } from "../src/pipeline/photo/decode.ts";
import { type Plane, planeOf } from "../src/pipeline/photo/plane.ts";
import { lumaAt } from "../src/pipeline/photo/raster.ts";
import { readBrightness } from "../src/pipeline/video/ffmpeg-read.ts";

const PHOTOS = new Set([".jpg", ".jpeg", ".png", ".webp", ".avif", ".tiff"]);
const VIDEOS = new Set([".mp4", ".mkv", ".webm", ".mov"]);
/** Frames that make one mean, as `verify` makes it. */
const SCENE = 100;

/** A picture that has no mark. */
export interface Unmarked {
  readonly kind: "photo" | "video" | "clip" | "drawn";
  readonly brightness: Plane;
}

/** Photos and videos in a folder, and below it. */
export function filesIn(folder: string): { readonly photos: readonly string[]; readonly videos: readonly string[] } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const of = (kinds: ReadonlySet<string>): string[] => files.filter((file) => kinds.has(extname(file).toLowerCase()));
  return { photos: of(PHOTOS), videos: of(VIDEOS) };
}

/** A photo's brightness; null for what cannot be read as one. */
export async function photoOf(file: string): Promise<Unmarked | null> {
  try {
    const { width, height, rgb } = await decodePhoto(readFileSync(file));
    return { kind: "photo", brightness: brightnessOf(rgb, width, height) };
  } catch {
    return null;
  }
}

/** A video's first frame, and the means of its scenes. */
export async function* picturesOf(file: string): AsyncGenerator<Unmarked> {
  let scene: Mean | null = null;
  for await (const { width, height, levels } of readBrightness(file, {})) {
    if (scene === null) yield { kind: "video", brightness: planeOf(width, height, Float32Array.from(levels)) };
    scene ??= new Mean(width, height);
    scene.add(levels);
    if (scene.frames < SCENE) continue;
    yield { kind: "video", brightness: scene.take() };
  }
  if (scene !== null && scene.frames > SCENE / 4) yield { kind: "video", brightness: scene.take() };
}

/** The mean of a clip's frames, as they are before the mark is put on; null where the photo gives none. */
export async function clipOf(pipeline: Pipeline, file: string): Promise<Unmarked | null> {
  const means: Mean[] = [];
  try {
    await pipeline.renderFrames({ photo: readFileSync(file) }, (rgb, frame, { film: { width, height } }) => {
      if (frame === 0) means.push(new Mean(width, height));
      if (frame < SCENE) means[0]?.add(brightnessOf(rgb, width, height).data);
    });
  } catch {
    return null;
  }
  const [mean] = means;
  return mean === undefined ? null : { kind: "clip", brightness: mean.take() };
}

function brightnessOf(rgb: Uint8Array, width: number, height: number): Plane {
  return planeOf(
    width,
    height,
    Float32Array.from({ length: width * height }, (_, i) => lumaAt(rgb, i)),
  );
}

/** A mean of frames. */
class Mean {
  frames = 0;
  #sum: Float32Array;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.#sum = new Float32Array(width * height);
  }

  add(levels: ArrayLike<number>): void {
    for (let i = 0; i < this.#sum.length; i++) this.#sum[i]! += levels[i]!;
    this.frames++;
  }

  /** The mean of what was added since it was last taken. */
  take(): Plane {
    const { frames } = this;
    const mean = planeOf(
      this.width,
      this.height,
      this.#sum.map((level) => level / frames),
    );
    this.#sum = new Float32Array(this.#sum.length);
    this.frames = 0;
    return mean;
  }
}
