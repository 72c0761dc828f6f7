import type { FaceTraits } from "../types.ts";
import type { Channel } from "./channels.ts";
import { chooseDriver } from "./choose-driver.ts";
import { channelAt, FPS } from "./drive.ts";
import type { DenseTrack, Driver } from "./drivers.ts";

/** Between two gestures that are asked for at once: `nod,smile`. */
const THEN = ",";
/** Seconds by which the second begins before the first has ended: motions ease in and out. */
const OVERLAP = 0.5;

/** The gestures that a request's gesture names: one, or two to be made one after the other. */
export function gesturesIn(gesture: string): readonly [string] | readonly [string, string] {
  const [first, second, more] = gesture.split(THEN);
  return first === undefined || second === undefined || more !== undefined ? [gesture] : [first, second];
}

/** As `chooseDriver`, also where two gestures are to be made one after the other. Throws the same. */
export function chooseDrivers(drivers: readonly Driver[], gesture: string, traits: FaceTraits, seed: number): Driver {
  const [first, second] = gesturesIn(gesture);
  const driver = chooseDriver(drivers, first, traits, seed);
  return second === undefined ? driver : chained(driver, chooseDriver(drivers, second, traits, seed));
}

/** Two motions, one after the other, as one driver. */
export function chained(first: Driver, second: Driver): Driver {
  const start = first.seconds - OVERLAP;
  const seconds = start + second.seconds;
  const frames = Math.round(seconds * FPS) + 1;
  const channels = new Set([...Object.keys(first.tracks), ...Object.keys(second.tracks)] as Channel[]);
  const tracks: Partial<Record<Channel, DenseTrack>> = {};
  for (const channel of channels) {
    const values = Array.from({ length: frames }, (_, frame) => {
      const t = (frame / (frames - 1)) * seconds;
      return channelAt(first, channel, t) + channelAt(second, channel, t - start);
    });
    tracks[channel] = { fps: (frames - 1) / seconds, values };
  }
  const { suits, needs } = second;
  return {
    name: `${first.name}${THEN}${second.name}`,
    gesture: `${first.gesture}${THEN}${second.gesture}`,
    source: `${first.source}; ${second.source}`,
    suits,
    needs,
    seconds,
    tracks,
  };
}
