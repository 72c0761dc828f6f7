import type { TurnLimit, TurnLimits } from "../limits.ts";
import { clamp, smoothstep } from "../math.ts";
import type { Pose } from "../types.ts";
import { CHANNELS, type Channel } from "./channels.ts";
import { channelIndex, type Motion } from "./drive.ts";

/** A jaw that opens further shows a dark gap behind the teeth of a smile, and streaks in a mouth that is wide open. */
const WIDEST_JAW = 0.35;

/** Keeps a motion within what an engine can show of a head that is already turned, and of a mouth: smaller, and never further away. */
export function restrain(motion: Motion, pose: Pose, limits: TurnLimits): Motion {
  const values = Float32Array.from(motion.values);
  // Far-turned heads show little that can be turned back without inventing it.
  const ease = 1 - 0.5 * smoothstep(25, 60, Math.abs(pose.yaw));
  const limit = (channel: Channel, own: number, { most, turned }: TurnLimit): void => {
    const column = channelIndex(channel);
    const away = 1 - smoothstep(turned - 8, turned + 8, Math.abs(own));
    for (let i = column; i < values.length; i += CHANNELS.length) {
      const value = softClamp(values[i]! * ease, most);
      values[i] = value * own > 0 ? value * away : value;
    }
  };
  limit("headYaw", pose.yaw, limits.yaw);
  limit("headPitch", pose.pitch, limits.pitch);
  limit("headRoll", pose.roll, limits.roll);
  const jaw = channelIndex("jawOpen");
  for (let i = jaw; i < values.length; i += CHANNELS.length) values[i] = softClamp(values[i]!, WIDEST_JAW);
  return { ...motion, values };
}

/** The value itself while small, bending towards `most` as it grows. */
function softClamp(value: number, most: number): number {
  const knee = 0.8 * most;
  const size = Math.abs(value);
  if (size <= knee) return value;
  return Math.sign(value) * clamp(knee + (most - knee) * Math.tanh((size - knee) / (most - knee)), 0, most);
}
