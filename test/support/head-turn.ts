import type { Movement } from "../../src/pipeline/motion/movement.ts";

/** What a measured video leaves where nobody measures: a head that turns there and back, by so many degrees. */
export function headTurn(degrees = 5): Movement {
  return { seconds: 3, tracks: { headYaw: { fps: 25, values: [0, degrees, 0] } } };
}
