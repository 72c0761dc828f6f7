import type { EngineLimits } from "../limits.ts";
import { FACE_LIMITS } from "../perceive/faces.ts";
import { MOST_MOVERS } from "../perceive/prominence.ts";
import { MAX_UPSCALE } from "./rig/framing.ts";
import { LONG_SIDE } from "./whole.ts";

/** What a puppet made from the photo alone can do before it shows. */
export const MESH_LIMITS: EngineLimits = {
  faces: FACE_LIMITS,
  turn: { yaw: { most: 16, turned: 18 }, pitch: { most: 11, turned: 18 }, roll: { most: 11, turned: 20 } },
  mostMovers: MOST_MOVERS,
  framings: ["portrait", "photo"],
  wholePhoto: { longSide: LONG_SIDE, mostEnlarged: MAX_UPSCALE },
};
