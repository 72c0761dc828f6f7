import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FULLY_PARTED } from "../../src/pipeline/mesh/render/lips-layer.ts";
import { CHANNELS, type Channel } from "../../src/pipeline/motion/channels.ts";
import { channelIndex, playDriver } from "../../src/pipeline/motion/drive.ts";
import { DRIVERS_FOLDER, type Driver, loadDrivers } from "../../src/pipeline/motion/drivers.ts";

const { drivers, problems, remarks } = loadDrivers(DRIVERS_FOLDER);
const named = (start: string): readonly Driver[] => drivers.filter(({ name }) => name.startsWith(start));
const of = (gesture: string): readonly Driver[] => drivers.filter((driver) => driver.gesture === gesture);

function column(driver: Driver, channel: Channel): number[] {
  const { frames, values } = playDriver(driver);
  return Array.from({ length: frames }, (_, frame) => values[frame * CHANNELS.length + channelIndex(channel)]!);
}
const highest = (driver: Driver, channel: Channel): number => Math.max(...column(driver, channel));
const lowest = (driver: Driver, channel: Channel): number => Math.min(...column(driver, channel));

/** How many frames each stay at 1 lasts. */
function closures(values: readonly number[]): number[] {
  const runs: number[] = [];
  values.forEach((value, i) => {
    if (value < 1) return;
    if (i > 0 && values[i - 1]! >= 1) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
  });
  return runs;
}

/** How often a series falls below a level after having been above it. */
const falls = (values: readonly number[], level: number): number =>
  values.filter((value, i) => i > 0 && value < level && values[i - 1]! >= level).length;

describe("the drivers that ship", () => {
  it("are all valid and small", () => {
    expect(problems).toEqual([]);
    expect(remarks).toEqual([]);
    for (const file of readdirSync(DRIVERS_FOLDER).filter((name) => name.endsWith(".json")))
      expect(statSync(join(DRIVERS_FOLDER, file)).size, file).toBeLessThan(40_000);
  });

  it.each(drivers.map((driver) => [driver.name, driver] as const))(
    "%s starts and ends at rest, smoothly",
    (_, driver) => {
      for (const channel of Object.keys(driver.tracks) as Channel[]) {
        const values = column(driver, channel);
        expect([values[0], values.at(-1)], channel).toEqual([0, 0]);
      }
      for (const channel of ["headYaw", "headPitch", "headRoll"] as const) {
        const values = column(driver, channel);
        const steps = values.slice(1).map((value, i) => value - values[i]!);
        const jolts = steps.slice(1).map((step, i) => Math.abs(step - steps[i]!));
        expect(Math.max(...steps.map(Math.abs)), channel).toBeLessThan(2.5);
        expect(Math.max(...jolts), channel).toBeLessThan(1.2);
      }
    },
  );

  // A kiss is no blink: its lids come to rest just short of shut.
  it.each(drivers.filter(({ gesture }) => gesture !== "kiss").map((driver) => [driver.name, driver] as const))(
    "%s closes eyes wholly where it blinks",
    (_, driver) => {
      for (const channel of ["eyeBlinkLeft", "eyeBlinkRight"] as const) {
        const values = column(driver, channel);
        const blinks = falls(values, 0.3);
        const whole = closures(values);
        expect(whole, channel).toHaveLength(blinks);
        expect(Math.min(2, ...whole), channel).toBe(2);
      }
    },
  );

  it.each(drivers.map((driver) => [driver.name, driver] as const))(
    "%s opens the mouth only where it may, and parts closed lips only as far as they go",
    (_, driver) => {
      if (driver.needs.openMouth) return;
      const parts = ["laugh", "sigh", "surprise"].includes(driver.gesture);
      if (parts) expect(highest(driver, "jawOpen")).toBeGreaterThan(0.05);
      expect(highest(driver, "jawOpen")).toBeLessThanOrEqual(parts ? FULLY_PARTED : 0);
    },
  );

  it("tell where they were measured", () => {
    for (const gesture of ["nostalgia", "smile", "look", "nod"])
      for (const { source, name } of of(gesture)) expect(source, name).toMatch(/^tracked; .*\.mp4 [\d.]+-[\d.]+ s, /);
    for (const { source, name } of drivers) expect(source, name).toMatch(/^(tracked; |hand-keyed)/);
  });
});

describe("nostalgia", () => {
  it("has at least six variants for people who look at the camera, and two for each side", () => {
    expect(named("nostalgia-front").length).toBeGreaterThanOrEqual(6);
    for (const side of ["left", "right"]) expect(named(`nostalgia-${side}`)).toHaveLength(2);
  });

  it.each(of("nostalgia").map((driver) => [driver.name, driver] as const))("%s is gentle", (_, driver) => {
    expect(driver.seconds).toBeGreaterThanOrEqual(5);
    expect(driver.seconds).toBeLessThanOrEqual(7);
    const yaw = column(driver, "headYaw").map(Math.abs);
    expect(Math.max(...yaw)).toBeGreaterThan(5);
    expect(Math.max(...yaw)).toBeLessThanOrEqual(10);
    expect(closures(column(driver, "eyeBlinkLeft")).length).toBeGreaterThanOrEqual(2);
    expect(highest(driver, "mouthSmileLeft")).toBeGreaterThan(0.38);
    expect(highest(driver, "mouthSmileLeft")).toBeLessThan(0.5);
  });

  it("turns heads that look aside back towards the viewer", () => {
    for (const driver of named("nostalgia-left"))
      expect(highest(driver, "headYaw"), driver.name).toBeLessThanOrEqual(2);
    for (const driver of named("nostalgia-right"))
      expect(lowest(driver, "headYaw"), driver.name).toBeGreaterThanOrEqual(-2);
  });

  it("makes no two people move alike", () => {
    const fronts = named("nostalgia-front").map((driver) => column(driver, "headYaw"));
    for (const [i, a] of fronts.entries())
      for (const b of fronts.slice(i + 1)) {
        const apart = a.map((value, frame) => Math.abs(value - (b[frame] ?? 0)));
        expect(Math.max(...apart)).toBeGreaterThan(4);
      }
  });
});

describe("gestures", () => {
  it.each(of("nod").map((driver) => [driver.name, driver] as const))("%s goes down and up twice", (_, driver) => {
    const pitch = column(driver, "headPitch");
    expect(falls(pitch, -5)).toBeGreaterThanOrEqual(2);
    expect(highest(driver, "headPitch")).toBeGreaterThanOrEqual(5);
  });

  it("turn takes a frontal head to both sides by 10 to 13 degrees", () => {
    for (const driver of named("turn-front")) {
      expect(lowest(driver, "headYaw")).toBeLessThan(-10);
      expect(highest(driver, "headYaw")).toBeGreaterThan(10);
      expect(Math.max(...column(driver, "headYaw").map(Math.abs))).toBeLessThan(13);
    }
  });

  it("tilt leans to both sides", () => {
    for (const driver of of("tilt")) {
      expect(lowest(driver, "headRoll")).toBeLessThan(-4);
      expect(highest(driver, "headRoll")).toBeGreaterThan(4);
    }
  });

  it.each(of("smile").map((driver) => [driver.name, driver] as const))("%s smiles on both sides", (_, driver) => {
    for (const channel of ["mouthSmileLeft", "mouthSmileRight"] as const) {
      expect(highest(driver, channel)).toBeGreaterThan(0.65);
      expect(highest(driver, channel)).toBeLessThan(0.9);
    }
  });

  it("wink closes one eye while the other stays open", () => {
    for (const driver of of("wink")) {
      const [left, right] = [column(driver, "eyeBlinkLeft"), column(driver, "eyeBlinkRight")];
      const winking = left.filter((value, frame) => value === 1 && right[frame]! < 0.15);
      expect(winking.length).toBeGreaterThanOrEqual(8);
    }
  });

  it("look goes left, right and up, in jumps", () => {
    for (const driver of of("look")) {
      for (const channel of ["eyeLookOutLeft", "eyeLookInLeft", "eyeLookUpLeft"] as const)
        expect(highest(driver, channel), channel).toBeGreaterThan(0.4);
      const aside = column(driver, "eyeLookOutLeft");
      expect(Math.max(...aside.slice(1).map((value, i) => value - aside[i]!))).toBeGreaterThan(0.15);
    }
  });

  it.each(["smile", "laugh"].flatMap(of).map((driver) => [driver.name, driver] as const))(
    "%s is carried by cheeks and lower lids",
    (_, driver) => {
      const smile = highest(driver, "mouthSmileLeft");
      expect(highest(driver, "cheekSquintLeft") / smile).toBeGreaterThan(0.7);
      expect(highest(driver, "eyeSquintLeft") / smile).toBeGreaterThan(0.4);
    },
  );

  it.each([...of("turn"), ...named("nostalgia-left"), ...named("nostalgia-right")].map((d) => [d.name, d] as const))(
    "the gaze of %s leads the head",
    (_, driver) => {
      const yaw = column(driver, "headYaw");
      const aside = column(driver, "eyeLookOutLeft").map((out, i) => out - column(driver, "eyeLookInLeft")[i]!);
      // Where they look is what the head and the eyes in it do together; an eye turns by 27 degrees at 1.
      const gaze = yaw.map((angle, i) => angle + 27 * aside[i]!);
      const speed = (values: readonly number[]): number[] => values.slice(1).map((value, i) => value - values[i]!);
      const [head, eyes] = [speed(yaw), speed(gaze)];
      const likeness = (lead: number): number => head.reduce((sum, value, i) => sum + value * (eyes[i - lead] ?? 0), 0);
      const leads = Array.from({ length: 21 }, (_lead, k) => k - 10);
      const lead = leads.reduce((best, frames) => (likeness(frames) > likeness(best) ? frames : best), 0);
      expect(lead * 40).toBeGreaterThanOrEqual(40);
      expect(lead * 40).toBeLessThanOrEqual(400);
    },
  );

  it("sigh breathes deeply in, then out beyond rest, and lets the shoulders fall", () => {
    for (const driver of of("sigh")) {
      const [breath, shrug] = [column(driver, "breath"), column(driver, "shrug")];
      expect(Math.max(...breath)).toBe(1);
      expect(Math.min(...breath)).toBeLessThan(-0.2);
      expect(breath.indexOf(Math.max(...breath))).toBeLessThan(breath.indexOf(Math.min(...breath)));
      expect(Math.max(...shrug)).toBeGreaterThan(0.5);
    }
  });

  it("asleep keeps the eyes shut for more than half of its time, while the breath goes on", () => {
    for (const driver of of("asleep")) {
      const shut = column(driver, "eyeBlinkLeft").map((value) => value === 1);
      expect(shut.filter(Boolean).length / shut.length).toBeGreaterThan(0.5);
      const breath = column(driver, "breath").filter((_value, frame) => shut[frame]);
      expect(Math.max(...breath) - Math.min(...breath)).toBeGreaterThan(0.5);
    }
  });
});
