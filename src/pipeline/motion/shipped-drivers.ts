import { DRIVERS_FOLDER, type Driver, loadDrivers } from "./drivers.ts";

let shipped: readonly Driver[] | undefined;

/** The drivers that ship with Keepsake. They are read once a process: like its code, they do not change while it runs. */
export function shippedDrivers(): readonly Driver[] {
  shipped ??= loadDrivers(DRIVERS_FOLDER).drivers;
  return shipped;
}
