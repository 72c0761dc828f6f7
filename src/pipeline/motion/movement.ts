import { z } from "zod";
import { DRIVER_CHANNELS } from "./channels.ts";
import { FPS } from "./drive.ts";
import type { Driver } from "./drivers.ts";

/** Largest video file in which a movement is measured, in bytes. */
export const MAX_VIDEO_BYTES = 50_000_000;
/** The longest one, in seconds, with what cameras add to a minute. */
export const MAX_VIDEO_SECONDS = 61;
/** Lengths between which a motion may be, seconds. */
export const SHORTEST = 3;
export const LONGEST = 8;
/** Between these poses of a photo a measured motion looks right: it is relative to the photo's own. */
const SUITS = { yaw: [-30, 30], pitch: [-25, 25] } as const;

/** The frames of the longest one, its first and its last at rest. */
const MOST_VALUES = LONGEST * FPS + 1;
/** The largest number that any channel knows: degrees of a head's turn. */
const MOST = 45;

const track = z.object({
  fps: z.literal(FPS),
  values: z.array(z.number().min(-MOST).max(MOST)).min(2).max(MOST_VALUES),
});

/** How somebody's face moved, as numbers and nothing else: what a measured video leaves. It begins and ends at rest. */
export const movementSchema = z.object({
  seconds: z.number().min(SHORTEST).max(LONGEST),
  tracks: z.partialRecord(z.enum(DRIVER_CHANNELS), track),
});

export type Movement = Readonly<z.infer<typeof movementSchema>>;

/** What a driver is called, and what it says of where it comes from. */
export type DriverLabels = Pick<Driver, "name" | "gesture" | "source">;

/** The driver that plays a movement. It needs nothing of a photo: what closed eyes or lips cannot show they leave out, and the rest is as it was. */
export function driverOf(
  { seconds, tracks }: Pick<Driver, "seconds" | "tracks">,
  { name, gesture, source }: DriverLabels,
): Driver {
  const needs = { openEyes: false, openMouth: false };
  return { name, gesture, source, suits: SUITS, needs, seconds, tracks };
}

/** The driver that performs a movement under a gesture's name. */
export function performing(movement: Movement, gesture: string): Driver {
  return driverOf(movement, { name: gesture, gesture, source: "measured in a video" });
}
