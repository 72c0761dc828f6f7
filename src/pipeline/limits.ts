import type { ClipFraming } from "./types.ts";

/** Which faces can be animated. */
export interface FaceLimits {
  /** Width and height in photo pixels below which eyes and mouth are a few pixels each, and no motion can look like a person's. */
  readonly leastSize: number;
  /** Degrees of yaw, to either side, beyond which one eye is hidden. */
  readonly mostYaw: number;
}

/** How far heads may turn about one axis, degrees. */
export interface TurnLimit {
  /** What a head may turn by, to either side, before it shows. */
  readonly most: number;
  /** Round here a head begins to count as turned away: 8 degrees less and it may turn on freely, 8 more and it may only come back. */
  readonly turned: number;
}

/** How far an engine can turn heads. */
export type TurnLimits = Readonly<Record<"yaw" | "pitch" | "roll", TurnLimit>>;

/** What an engine can do: what goes beyond it is refused, or made smaller, before the engine is asked. */
export interface EngineLimits {
  readonly faces: FaceLimits;
  readonly turn: TurnLimits;
  /** How many faces may move in one clip; of more, the largest do. */
  readonly mostMovers: number;
  readonly framings: readonly ClipFraming[];
  /** A clip of the whole photo: its longer side in pixels at most, and clip pixels per photo pixel at most. */
  readonly wholePhoto: { readonly longSide: number; readonly mostEnlarged: number };
}
