import { smoothstep } from "../math.ts";
import { boxOfMesh } from "../perceive/mesh-place.ts";
import { estimatePose } from "../perceive/pose.ts";
import type { Mesh } from "../types.ts";
import { type FilmedFace, isSameFace } from "./track.ts";

/** Frames of a video, the second one after the last. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A face that is lost for so long, in seconds, is filled in; longer, and its motion ends. */
const LONGEST_GAP = 0.35;
/** A face as wide as the first part of the frame's shorter side is small; from the second on it is large. */
const SIZE = { small: 0.08, large: 0.3 };
/** A head turned so far, in degrees, is seen from the front; so far from the side. */
const TURN = { front: 12, side: 40 };
/** What a moment is worth in which nothing moves, and the speed (face widths a second) of one that is worth all. */
const STILL_WORTH = 0.25;
const LIVELY = 0.25;

/** What of a followed face tells which part of it is best. */
export type Followed = Pick<FilmedFace, "meshes" | "fps" | "width" | "height"> & {
  readonly camera: Pick<FilmedFace["camera"], "cuts">;
};

/** The parts in which one face is seen all the time, whatever their length. */
function runsOf({ meshes, fps, camera }: Followed): Part[] {
  const runs: Part[] = [];
  let run: { from: number; last: number } | null = null;
  const end = (): void => {
    if (run !== null) runs.push({ from: run.from, to: run.last + 1 });
    run = null;
  };
  meshes.forEach((mesh, i) => {
    if (run !== null && (camera.cuts.includes(i) || i - run.last > LONGEST_GAP * fps)) end();
    if (mesh === null) return;
    const before = run === null ? null : meshes[run.last];
    if (run !== null && before && !isSameFace(mesh, before)) end();
    run = run === null ? { from: i, last: i } : { from: run.from, last: i };
  });
  end();
  return runs;
}

/**
 * The part of at most so many seconds that is worth most: a face that is large, seen from the front, and moves. Null where no face is seen for as long as
 * `least` seconds.
 */
export function bestPart(
  filmed: Followed,
  { least, most }: { readonly least: number; readonly most: number },
): Part | null {
  const { fps, meshes } = filmed;
  const worth = meshes.map((mesh, i) => worthOf(mesh, meshes[i - 1] ?? null, filmed));
  let best: (Part & { readonly worth: number }) | null = null;
  for (const run of runsOf(filmed)) {
    const length = Math.min(run.to - run.from, Math.round(most * fps));
    if (run.to - run.from < Math.round(least * fps)) continue;
    for (let from = run.from; from + length <= run.to; from++) {
      const sum = worth.slice(from, from + length).reduce((all, one) => all + one, 0);
      if (best === null || sum > best.worth + 1e-9) best = { from, to: from + length, worth: sum };
    }
  }
  return best && { from: best.from, to: best.to };
}

function worthOf(mesh: Mesh | null, before: Mesh | null, { width, height, fps }: Followed): number {
  if (mesh === null) return 0;
  const box = boxOfMesh(mesh);
  const size = smoothstep(SIZE.small, SIZE.large, box.width / Math.min(width, height));
  const { yaw, pitch } = estimatePose(mesh);
  const front = 1 - smoothstep(TURN.front, TURN.side, Math.hypot(yaw, pitch));
  const speed = before === null ? 0 : (motionBetween(mesh, before) / box.width) * fps;
  return size * front * (STILL_WORTH + (1 - STILL_WORTH) * Math.min(1, speed / LIVELY));
}

/** How far a face's points go between two frames on the average, in pixels. */
function motionBetween(a: Mesh, b: Mesh): number {
  let sum = 0;
  let points = 0;
  for (let i = 0; i < a.length; i += 12) {
    sum += Math.hypot(a[i]! - b[i]!, a[i + 1]! - b[i + 1]!);
    points++;
  }
  return sum / points;
}
