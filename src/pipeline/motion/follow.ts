import { CHANNELS, type Channel } from "./channels.ts";
import { channelIndex, type Motion } from "./drive.ts";

/** Seconds by which hair, neck and shoulders follow the head. */
const LAG = 0.12;
/** The part of the head's turn and lean that the trunk takes. */
const TORSO_SHARE = 0.08;

const FOLLOWERS: readonly (readonly [head: Channel, trail: Channel, torso?: Channel])[] = [
  ["headYaw", "trailYaw", "torsoYaw"],
  ["headPitch", "trailPitch"],
  ["headRoll", "trailRoll", "torsoRoll"],
  ["headX", "trailX"],
  ["headY", "trailY"],
];

/**
 * Lets what hangs on the head follow it, and the trunk take its small part of the motion: both come late, as on a critically damped
 * spring, so that nothing swings past. The motion must close its loop, and does so afterwards: its ends stay as they were.
 */
export function follow(motion: Motion): Motion {
  const values = Float32Array.from(motion.values);
  for (const [head, trail, torso] of FOLLOWERS) {
    const late = lagged(motion, channelIndex(head));
    for (let frame = 0; frame < motion.frames; frame++) {
      values[frame * CHANNELS.length + channelIndex(trail)] = late[frame]!;
      if (torso) values[frame * CHANNELS.length + channelIndex(torso)]! += TORSO_SHARE * late[frame]!;
    }
  }
  return { ...motion, values };
}

/** A column as it comes late, less what it has at the loop's ends: they show the photo as it is. */
function lagged({ values, frames, fps }: Motion, column: number): Float32Array {
  const late = new Float32Array(frames);
  // A critically damped spring lags by two over its frequency. Within a frame its target stands still, which is solved exactly.
  const frequency = 2 / LAG;
  const decay = Math.exp(-frequency / fps);
  let [place, speed] = [0, 0];
  // Once round to be where the loop's end leaves it.
  for (let round = 0; round < 2; round++) {
    late[0] = place;
    for (let frame = 1; frame < frames; frame++) {
      const target = values[frame * CHANNELS.length + column]!;
      const off = place - target;
      const pull = (speed + frequency * off) / fps;
      place = target + (off + pull) * decay;
      speed = (speed - frequency * pull) * decay;
      late[frame] = place;
    }
  }
  const start = late[0]!;
  // The second round ends where it began but for rounding.
  return late.map((value, frame) => (frame === frames - 1 ? 0 : value - start));
}
