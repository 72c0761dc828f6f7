import { CHANNELS, type Channel } from "./channels.ts";
import type { Driver, Keyframe, Track } from "./drivers.ts";

export const FPS = 25;

/** A driver played out: one row of `CHANNELS.length` values a frame; the last frame equals the first, all at rest. */
export interface Motion {
  readonly frames: number;
  readonly fps: number;
  readonly values: Float32Array;
}

/** Index of a channel within a frame's row. */
export const channelIndex = (channel: Channel): number => CHANNELS.indexOf(channel);

/** Plays a driver at 25 frames a second; `strength` scales everything but blinks and gaze. */
export function playDriver(driver: Driver, strength = 1): Motion {
  const frames = Math.round(driver.seconds * FPS) + 1;
  const values = new Float32Array(frames * CHANNELS.length);
  for (const [channel, track] of Object.entries(driver.tracks) as [Channel, Track][]) {
    const column = channelIndex(channel);
    const factor = /^eye(Blink|Look)/.test(channel) ? 1 : strength;
    for (let frame = 0; frame < frames; frame++)
      values[frame * CHANNELS.length + column] = factor * trackAt(track, (frame / (frames - 1)) * driver.seconds);
  }
  return { frames, fps: FPS, values };
}

/** Value of a driver's channel at a time in seconds; 0 where it does not move it. */
export function channelAt({ tracks }: Pick<Driver, "tracks">, channel: Channel, t: number): number {
  const track = tracks[channel];
  return track === undefined ? 0 : trackAt(track, t);
}

/** Value of a track at a time in seconds. */
export function trackAt(track: Track, t: number): number {
  if ("fps" in track) {
    const position = Math.min(track.values.length - 1, Math.max(0, t * track.fps));
    const k = Math.min(track.values.length - 2, Math.floor(position));
    const [before = 0, after = 0] = [track.values[k], track.values[k + 1]];
    return before + (position - k) * (after - before);
  }
  return keyframesAt(track, t);
}

function keyframesAt(keys: readonly Keyframe[], t: number): number {
  const next = keys.findIndex((key) => key.t > t);
  if (next === -1) return keys.at(-1)?.v ?? 0;
  const to = keys[next];
  const from = keys[next - 1];
  if (!to) return 0;
  if (!from) return to.v;
  return from.v + ease(from.ease, (t - from.t) / (to.t - from.t)) * (to.v - from.v);
}

function ease(easing: Keyframe["ease"], t: number): number {
  switch (easing) {
    case "linear":
      return t;
    case "smooth":
      return t * t * t * (t * (6 * t - 15) + 10);
    case "in":
      return t * t;
    case "out":
      return t * (2 - t);
    case "hold":
      return 0;
  }
}
