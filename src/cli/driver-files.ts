import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { Driver } from "../pipeline/motion/drivers.ts";
import type { DriverLabels } from "../pipeline/motion/movement.ts";
import { writeFaceLandmarker } from "../pipeline/record/recordings/face-landmarker.ts";
import { writeLiveLink } from "../pipeline/record/recordings/live-link.ts";
import { driverFrom, mayBeRecording } from "../pipeline/record/recordings/recording.ts";
import { cannotRead } from "./files.ts";
import type { RecordFormat } from "./record-formats.ts";
import { UsageError } from "./usage.ts";

/** Minutes of a recording are no gesture. */
const MOST_BYTES = 100_000_000;
/** So much of a file tells whether it can be a recording. */
const BEGINNING = 64;

/** The driver that a recording of another program holds, or that a file is; null for a file that is neither. Throws `UsageError` for a broken one. */
export function recordingIn(path: string, labels: DriverLabels): Driver | null {
  if (!mayBeRecording(beginningOf(path))) return null;
  if (statSync(path).size > MOST_BYTES) throw new UsageError(`${path} is too large for a recording of some seconds.`);
  try {
    const driver = driverFrom(readFileSync(path, "utf8"), labels);
    if (driver !== null) return driver;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${path} is broken: ${error.message}.`, { cause: error });
    throw error;
  }
  throw new UsageError(`${path} is neither a driver, nor a CSV of Live Link Face, nor results of FaceLandmarker.`);
}

/** Throws `UsageError` for what cannot be read. */
function beginningOf(path: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const bytes = new Uint8Array(BEGINNING);
    return bytes.subarray(0, readSync(file, bytes));
  } catch (error) {
    throw cannotRead(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A driver in a format of its own, or of another program. */
export function writtenAs(driver: Driver, format: RecordFormat): string {
  switch (format) {
    case "driver":
      return driverText(driver);
    case "live-link":
      return writeLiveLink(driver);
    case "face-landmarker":
      return writeFaceLandmarker(driver);
  }
}

/** The driver as JSON with one line a track, so that a person can read the rest. */
export function driverText(driver: Driver): string {
  const { tracks, ...head } = driver;
  const lines = Object.entries(tracks).map(
    ([channel, track]) => `  ${JSON.stringify(channel)}: ${JSON.stringify(track)}`,
  );
  const start = JSON.stringify(head, null, 1).replace(/\n}$/, "");
  return `${start},\n "tracks": {\n${lines.join(",\n")}\n }\n}\n`;
}
