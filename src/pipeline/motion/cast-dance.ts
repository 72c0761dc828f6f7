import { movers } from "../perceive/prominence.ts";
import type { Face, Photo } from "../types.ts";
import { chooseFace, type Direction, type Role, roleOf } from "./cast.ts";
import { dancing } from "./dance.ts";
import { playDriver } from "./drive.ts";
import type { Music } from "./song.ts";
import { varyInTime } from "./vary.ts";

/**
 * One face, or everyone who can be animated, moving to music: all on the same beats, each in their own way. Throws `UserError` for what keeps them from being animated.
 */
export function castDancers(
  photo: Photo,
  faces: readonly Face[],
  {
    wanted,
    music,
    direction,
  }: { readonly wanted: number | "all" | undefined; readonly music: Music; readonly direction: Direction },
): Role[] {
  const { gesture, strength, seedOf, limits } = direction;
  const moving = wanted === "all" ? movers(faces, limits.mostMovers) : [];
  // Says what is wrong where there is nobody.
  const dancers = moving.length > 0 ? moving : [chooseFace(photo, faces, wanted === "all" ? undefined : wanted)];
  return dancers.map((face) => {
    const seed = seedOf(face.index);
    const driver = dancing(music, gesture, seed);
    return roleOf(face, driver, varyInTime(playDriver(driver, strength), seed, strength), limits.turn);
  });
}
