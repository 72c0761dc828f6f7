import { clamp, smoothstep } from "../math.ts";
import { CHANNELS, type Channel } from "../motion/channels.ts";
import { channelIndex, type Motion } from "../motion/drive.ts";
import type { Pose } from "../types.ts";

/** Degrees that the built-in engine can turn a head by before it shows. */
const MOST_YAW = 16;
const MOST_PITCH = 11;
const MOST_ROLL = 11;
/** Round here a head begins to count as turned away: 8 degrees less and it may turn on freely, 8 more and it may only come back. */
const TURNED_YAW = 18;
const TURNED_PITCH = 18;
const TURNED_ROLL = 20;

/** Keeps a motion within what looks right for a head that is already turned: smaller, and never further away. */
export function restrain(motion: Motion, pose: Pose): Motion {
  const values = Float32Array.from(motion.values);
  // Far-turned heads show little that can be turned back without inventing it.
  const ease = 1 - 0.5 * smoothstep(25, 60, Math.abs(pose.yaw));
  const limit = (channel: Channel, own: number, most: number, turned: number): void => {
    const column = channelIndex(channel);
    const away = 1 - smoothstep(turned - 8, turned + 8, Math.abs(own));
    for (let i = column; i < values.length; i += CHANNELS.length) {
      const value = softClamp(values[i]! * ease, most);
      values[i] = value * own > 0 ? value * away : value;
    }
  };
  limit("headYaw", pose.yaw, MOST_YAW, TURNED_YAW);
  limit("headPitch", pose.pitch, MOST_PITCH, TURNED_PITCH);
  limit("headRoll", pose.roll, MOST_ROLL, TURNED_ROLL);
  return { ...motion, values };
}

/** The value itself while small, bending towards `most` as it grows. */
function softClamp(value: number, most: number): number {
  const knee = 0.8 * most;
  const size = Math.abs(value);
  if (size <= knee) return value;
  return Math.sign(value) * clamp(knee + (most - knee) * Math.tanh((size - knee) / (most - knee)), 0, most);
}
