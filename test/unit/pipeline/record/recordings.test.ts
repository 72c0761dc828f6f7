import { describe, expect, it } from "vitest";
import { deviation, mean } from "../../../../src/pipeline/math.ts";
import type { Channel } from "../../../../src/pipeline/motion/channels.ts";
import { trackAt } from "../../../../src/pipeline/motion/drive.ts";
import { type Driver, readDriver } from "../../../../src/pipeline/motion/drivers.ts";
import { shippedDrivers } from "../../../../src/pipeline/motion/shipped-drivers.ts";
import { writeFaceLandmarker } from "../../../../src/pipeline/record/recordings/face-landmarker.ts";
import { writeLiveLink } from "../../../../src/pipeline/record/recordings/live-link.ts";
import { driverFrom, mayBeRecording } from "../../../../src/pipeline/record/recordings/recording.ts";

const labels = { name: "again", gesture: "again", source: "a test" };
/** What neither of the others knows. */
const isOurs = (channel: string): boolean => /^(breath|shrug|torso)/.test(channel);
const isPlace = (channel: string): boolean => channel === "headX" || channel === "headY";

const valuesOf = ({ tracks, seconds }: Driver, channel: Channel): number[] => {
  const track = tracks[channel];
  return Array.from({ length: 101 }, (_, i) => (track === undefined ? 0 : trackAt(track, (i / 100) * seconds)));
};

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - ma) * (b[i]! - mb))) / (deviation(a) * deviation(b));
}

describe("a driver that was written for another program and read again", () => {
  const quick = shippedDrivers().filter(({ gesture }) => ["nod", "smile", "wink", "kiss", "turn"].includes(gesture));
  const ways = [
    ["live-link", writeLiveLink, (channel: string) => isOurs(channel) || isPlace(channel)],
    ["face-landmarker", writeFaceLandmarker, isOurs],
  ] as const;

  it.each(
    ways.flatMap(([name, write, lost]) => quick.map((driver) => [name, driver.name, write, lost, driver] as const)),
  )("%s: %s moves as before", (_, __, write, lost, driver) => {
    const again = driverFrom(write(driver), labels);
    if (again === null) throw new Error("it was not recognised");
    expect(readDriver(JSON.stringify(again))).toEqual(again);
    expect(again.seconds).toBeCloseTo(driver.seconds, 1);
    for (const channel of Object.keys(driver.tracks) as Channel[]) {
      const before = valuesOf(driver, channel);
      if (lost(channel) || again.tracks[channel] === undefined) continue;
      expect(correlation(before, valuesOf(again, channel)), channel).toBeGreaterThan(0.99);
    }
    // What is left out is too little to be seen.
    for (const channel of ["headYaw", "headPitch", "eyeBlinkLeft", "mouthSmileLeft", "mouthPucker"] as const) {
      const most = (one: Driver): number => Math.max(...valuesOf(one, channel).map(Math.abs));
      expect(most(again), channel).toBeCloseTo(most(driver), channel.startsWith("head") ? 0 : 1);
    }
  });

  it("is a driver as well", () => {
    const [driver] = shippedDrivers();
    expect(driverFrom(JSON.stringify(driver), labels)).toEqual(driver);
  });
});

describe("a recording of another program", () => {
  it("is known by its content, and a video or anything else is none", () => {
    for (const text of ["Timecode,BlendshapeCount,JawOpen\n", ' [{"faceBlendshapes":[]}]', "{}"])
      expect(mayBeRecording(Buffer.from(text)), text).toBe(true);
    expect(mayBeRecording(Buffer.from("\0\0\0\x20ftypisom"))).toBe(false);
    for (const text of ["{}", "[1]", '[{"faceBlendshapes":[]}]']) expect(driverFrom(text, labels), text).toBeNull();
  });

  it.each([24, 30, 60])("of %i frames a second lasts as long as it did, as its timecodes count", (fps) => {
    const rows = Array.from({ length: 3.5 * fps + 1 }, (_, i) => {
      const at = i + 7;
      return `12:59:${50 + Math.floor(at / fps)}:${String(at % fps).padStart(2, "0")}.500,61,${0.8 * Math.sin((Math.PI * i) / (3.5 * fps))}`;
    });
    const driver = driverFrom(["Timecode,BlendshapeCount,JawOpen", ...rows].join("\n"), labels);
    expect(driver?.seconds).toBeCloseTo(3.5, 1);
    expect(trackAt(driver?.tracks.jawOpen ?? [], 1.75)).toBeCloseTo(0.8, 1);
  });

  it("turns and leans as the head did: ARKit's pitches down, and leans the other way", () => {
    const rows = Array.from({ length: 241 }, (_, i) => {
      const size = Math.sin((Math.PI * i) / 240);
      return `00:00:0${Math.floor(i / 60)}:${String(i % 60).padStart(2, "0")}.000,61,${0.8 * size},${0.2 * size},${0.1 * size},${-0.1 * size}`;
    });
    const csv = ["Timecode,BlendshapeCount,JawOpen,HeadYaw,HeadPitch,HeadRoll", ...rows].join("\n");
    const driver = driverFrom(csv, labels);
    const peak = (channel: Channel): number => trackAt(driver?.tracks[channel] ?? [], 2);
    expect(driver?.seconds).toBe(4);
    expect(peak("jawOpen")).toBeCloseTo(0.8, 1);
    expect(peak("headYaw")).toBeCloseTo(11.5, 0);
    expect(peak("headPitch")).toBeCloseTo(-5.7, 0);
    expect(peak("headRoll")).toBeCloseTo(5.7, 0);
  });

  it("does not put words into mouths either", () => {
    const rows = Array.from({ length: 241 }, (_, i) => `x,61,${0.3 - 0.3 * Math.cos((2 * Math.PI * 4 * i) / 60)}`);
    const driver = driverFrom(["Timecode,BlendshapeCount,JawOpen", ...rows].join("\n"), labels);
    const jaw = driver?.tracks.jawOpen;
    expect(jaw === undefined ? 0 : Math.max(...("fps" in jaw ? jaw.values : [1]))).toBeLessThan(0.1);
  });

  it("says where it is broken", () => {
    expect(() => driverFrom("Timecode,BlendshapeCount,JawOpen\na,61,0\nb,61,much\n", labels)).toThrow(
      /line 3: JawOpen/,
    );
    expect(() => driverFrom("Timecode,BlendshapeCount,JawOpen\na,61,0\nb,61\n", labels)).toThrow(/line 3 has 2 of 3/);
  });
});
