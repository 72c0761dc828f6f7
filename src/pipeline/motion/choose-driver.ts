import { UserError } from "../../errors.ts";
import type { FaceTraits, Pose } from "../types.ts";
import type { Driver } from "./drivers.ts";

/** The drivers of a gesture that fit what the face shows (eyes, mouth), whatever its pose. */
export function fittingDrivers(drivers: readonly Driver[], gesture: string, traits: FaceTraits): Driver[] {
  return drivers.filter((driver) => driver.gesture === gesture && fits(driver, traits));
}

function fits({ needs }: Driver, { openEyes, openMouth }: FaceTraits): boolean {
  return (openEyes || !needs.openEyes) && (openMouth ? !needs.closedMouth : !needs.openMouth);
}

/**
 * Picks the driver that performs a gesture for a face: among those that suit its pose one by the seed, and where none does
 * the one whose range is nearest.
 *
 * Throws `UserError` `noSuchGesture` or `gestureDoesNotSuit`.
 */
export function chooseDriver(drivers: readonly Driver[], gesture: string, traits: FaceTraits, seed: number): Driver {
  if (!drivers.some((driver) => driver.gesture === gesture)) {
    throw new UserError("noSuchGesture", { gesture, gestures: gesturesOf(drivers).toSorted().join(", ") });
  }
  const fitting = fittingDrivers(drivers, gesture, traits).sort(
    (a, b) => strain(a, traits.pose) - strain(b, traits.pose) || a.name.localeCompare(b.name),
  );
  const best = fitting[0];
  if (!best) throw new UserError("gestureDoesNotSuit", { gesture });
  const equal = fitting.filter((driver) => strain(driver, traits.pose) === strain(best, traits.pose));
  return equal[seed % equal.length] ?? best;
}

/** The names of the gestures that the drivers perform, in the drivers' order, each once. */
export function gesturesOf(drivers: readonly Driver[]): readonly string[] {
  return [...new Set(drivers.map(({ gesture }) => gesture))];
}

/** The names of the gestures that fit what the face shows and suit the way it looks, in the drivers' order, each once. */
export function suitingGestures(drivers: readonly Driver[], traits: FaceTraits): readonly string[] {
  return gesturesOf(drivers.filter((driver) => fits(driver, traits) && strain(driver, traits.pose) === 0));
}

/** By how many degrees a pose lies outside the range that a driver suits. */
function strain({ suits }: Driver, pose: Pose): number {
  const outside = (value: number, [least, most]: readonly [number, number]): number =>
    Math.max(0, least - value, value - most);
  return outside(pose.yaw, suits.yaw) + outside(pose.pitch, suits.pitch);
}
