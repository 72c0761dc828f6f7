import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { chooseDriver, fittingDrivers } from "../../../../src/pipeline/motion/choose-driver.ts";
import type { DegreeRange, Driver } from "../../../../src/pipeline/motion/drivers.ts";
import { shippedDrivers } from "../../../../src/pipeline/motion/shipped-drivers.ts";
import type { FaceTraits, Pose } from "../../../../src/pipeline/types.ts";

function driver(name: string, yaw: DegreeRange, more: Partial<Driver> = {}): Driver {
  return {
    name,
    gesture: "turn",
    source: "hand-keyed",
    suits: { yaw, pitch: [-20, 20] },
    needs: { openEyes: false, openMouth: false, closedMouth: false },
    seconds: 4,
    tracks: {},
    ...more,
  };
}

const drivers = [
  driver("turn-front", [-12, 12]),
  driver("turn-left", [10, 60]),
  driver("turn-right", [-60, -10]),
  driver("blink", [-60, 60], { gesture: "blink", needs: { openEyes: true, openMouth: false, closedMouth: false } }),
  driver("sing", [-60, 60], { gesture: "sing", needs: { openEyes: false, openMouth: true, closedMouth: false } }),
];

const face = (pose: Partial<Pose> = {}, traits: Partial<FaceTraits> = {}): FaceTraits => ({
  pose: { yaw: 0, pitch: 0, roll: 0, ...pose },
  openEyes: true,
  openMouth: false,
  ...traits,
});

function refusal(gesture: string, traits: FaceTraits): UserError {
  try {
    chooseDriver(drivers, gesture, traits, 0);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("expected a refusal");
}

describe("chooseDriver", () => {
  it.each([
    [0, "turn-front"],
    [30, "turn-left"],
    [-30, "turn-right"],
    [80, "turn-left"],
    [-80, "turn-right"],
  ])("picks for a yaw of %d degrees %s", (yaw, name) => {
    for (let seed = 0; seed < 5; seed++) expect(chooseDriver(drivers, "turn", face({ yaw }), seed).name).toBe(name);
  });

  it("lets the seed decide among those that suit equally well", () => {
    const names = [0, 1, 2, 3].map((seed) => chooseDriver(drivers, "turn", face({ yaw: 11 }), seed).name);
    expect(names).toEqual(["turn-front", "turn-left", "turn-front", "turn-left"]);
  });

  it("counts a pitch outside the range as well", () => {
    const steep = driver("turn-steep", [-12, 12], { suits: { yaw: [-12, 12], pitch: [15, 50] } });
    expect(chooseDriver([...drivers, steep], "turn", face({ pitch: 40 }), 0).name).toBe("turn-steep");
  });

  it("knows what a driver needs", () => {
    expect(chooseDriver(drivers, "blink", face(), 0).name).toBe("blink");
    expect(chooseDriver(drivers, "sing", face({}, { openMouth: true }), 0).name).toBe("sing");
    expect(fittingDrivers(drivers, "sing", face())).toEqual([]);
  });

  it("keeps what needs a closed mouth from an open one", () => {
    const kiss = driver("kiss", [-60, 60], {
      gesture: "kiss",
      needs: { openEyes: false, openMouth: false, closedMouth: true },
    });
    expect(fittingDrivers([kiss], "kiss", face())).toEqual([kiss]);
    expect(fittingDrivers([kiss], "kiss", face({}, { openMouth: true }))).toEqual([]);
  });

  it("refuses a gesture that nobody knows, and tells which there are", () => {
    expect(refusal("fly", face())).toMatchObject({
      code: "noSuchGesture",
      params: { gesture: "fly", gestures: "blink, sing, turn" },
    });
  });

  it("refuses a gesture that the face cannot make", () => {
    expect(refusal("blink", face({}, { openEyes: false }))).toMatchObject({ code: "gestureDoesNotSuit" });
    expect(refusal("sing", face())).toMatchObject({ code: "gestureDoesNotSuit", params: { gesture: "sing" } });
  });

  it.each(["blink", "look", "nod", "nostalgia", "shake", "smile", "surprise", "tilt", "turn", "wink"])(
    "has a shipped driver of %s for every pose of an open-eyed face, whether the mouth is open or not",
    (gesture) => {
      for (let yaw = -60; yaw <= 60; yaw += 10)
        for (const openMouth of [true, false])
          expect(chooseDriver(shippedDrivers(), gesture, face({ yaw }, { openMouth }), yaw + 60).gesture).toBe(gesture);
    },
  );
});
