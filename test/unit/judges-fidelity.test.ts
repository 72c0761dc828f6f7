import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeGesture } from "../../fidelity/achieved.ts";
import { movementAt } from "../../fidelity/flow.ts";
import { backgroundOf, fastestMoment, identityOf, median } from "../../fidelity/measure.ts";
import { type GestureRow, openRows, type ReenactmentRow } from "../../fidelity/rows.ts";
import { reportOf } from "../../fidelity/table.ts";
import { randomFrom } from "../../src/pipeline/motion/vary.ts";
import type { EyeSighting, Sighting } from "../support/judges/panel.ts";

function sighting(frame: number, head: Partial<Sighting["head"]> = {}, x = 0): Sighting {
  return {
    frame,
    landmarks: [{ x, y: 0 }],
    descriptor: Float32Array.of(x, 0),
    head: { roll: 0, noseAcross: 0, noseDown: 0.6, mouthWidth: 1, mouthOpen: 0, browHeight: 0.3, ...head },
  };
}

function eyes(frame: number, closed: readonly [number, number], opening: readonly [number, number]): EyeSighting {
  const lid = (side: 0 | 1) => ({
    centre: { x: 0, y: 0 },
    width: 40,
    opening: opening[side],
    gaze: { across: 0, down: 0 },
  });
  return { ...sighting(frame), closed, lids: [lid(0), lid(1)] };
}

describe("judgeGesture", () => {
  it("wants a turn of the head to be seen against the first frame", () => {
    const turned = [sighting(0), sighting(5, { noseAcross: 0.05 }), sighting(10, { noseAcross: -0.04 })];
    expect(judgeGesture("turn", turned, [], 0).achieved).toBe(true);
    expect(judgeGesture("turn", turned.slice(0, 2), [], 0).achieved).toBe(false);
  });

  it("wants both eyes closed in a blink and one in a wink", () => {
    const open = eyes(0, [0, 0], [0.3, 0.3]);
    const both = [open, eyes(5, [0.9, 0.2], [0.2, 0.1])];
    const one = [open, eyes(5, [0.9, 0.1], [0.1, 0.28]), eyes(9, [0, 0], [0.3, 0.3])];
    expect(judgeGesture("blink", both, both, 0).achieved).toBe(true);
    expect(judgeGesture("wink", both, both, 0).achieved).toBe(false);
    expect(judgeGesture("blink", one, one, 0).achieved).toBe(false);
    expect(judgeGesture("wink", one, one, 0).achieved).toBe(true);
  });

  it("does not judge the blink of eyes that are closed already, nor gestures it does not know", () => {
    const shut = [eyes(0, [1, 1], [0.03, 0.03]), eyes(5, [1, 1], [0.03, 0.03])];
    expect(judgeGesture("blink", shut, shut, 0).achieved).toBeNull();
    expect(judgeGesture("somersault", shut, shut, 0).achieved).toBeNull();
  });

  it("takes a wider mouth or a happier face for a smile", () => {
    expect(judgeGesture("smile", [sighting(0), sighting(9, { mouthWidth: 1.1 })], [], 0).achieved).toBe(true);
    expect(judgeGesture("smile", [sighting(0), sighting(9, { mouthWidth: 1.02 })], [], 0.6).achieved).toBe(true);
    expect(judgeGesture("smile", [sighting(0), sighting(9, { mouthWidth: 1.02 })], [], 0.1).achieved).toBe(false);
  });
});

describe("measures over a clip", () => {
  it("finds the median, the worst identity and the fastest moment", () => {
    const seen = [sighting(0), sighting(5, {}, 1), sighting(10, {}, 4), sighting(15, {}, 4.5)];
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(identityOf(Float32Array.of(0, 0), seen)).toEqual({ median: 2.5, worst: 4.5 });
    expect(fastestMoment(seen)).toBe(5);
  });

  it("counts broad shoulders with the person, and corners and what is beside them with the background", () => {
    const frame = { width: 100, height: 100, rgb: new Uint8Array(30_000) };
    const face = { x: 40, y: 40, width: 20, height: 20, score: 1 };
    const background = backgroundOf(frame, face, (x, y) => y > 70 && x < 20);
    const [corner, middle, chest, arm, besideArm] = [
      [0, 0],
      [50, 50],
      [50, 99],
      [5, 99],
      [95, 99],
    ].map(([x = 0, y = 0]) => background[100 * y + x]);
    expect([corner, besideArm]).toEqual([1, 1]);
    expect([middle, chest, arm]).toEqual([0, 0, 0]);
  });

  it("lets nothing above the face's middle change beyond its head, whoever it belongs to", () => {
    const frame = { width: 100, height: 100, rgb: new Uint8Array(30_000) };
    const background = backgroundOf(frame, { x: 40, y: 40, width: 20, height: 20, score: 1 }, () => true);
    expect(background[0]).toBe(1);
  });
});

const row: GestureRow = {
  kind: "gesture",
  photo: "a.jpg",
  gesture: "blink",
  driver: "blink",
  achieved: true,
  detail: "",
  eyes: [
    { width: 40, openAtStart: true, closedByEyeState: true, closedByLids: false },
    { width: 40, openAtStart: true, closedByEyeState: false, closedByLids: true },
    { width: 10, openAtStart: true, closedByEyeState: false, closedByLids: false },
  ],
  identity: { median: 0.1, worst: 0.5 },
  sharpness: 0.8,
  background: 0,
  jerk: 3,
  closure: 0,
  seconds: 2.5,
};
const video: ReenactmentRow = {
  kind: "reenactment",
  video: "v.mp4",
  frames: 10,
  explained: 0.8,
  clip: { psnr: 30, ssim: 0.9, akd: 1 },
  still: { psnr: 25, ssim: 0.8, akd: 2.5 },
  jerk: { real: 5, clip: 6 },
};

describe("reportOf", () => {
  it("counts eyes, names offenders and says which videos hold", () => {
    const missed = { ...row, photo: "b.jpg", gesture: "tilt", achieved: false, detail: "roll 2.0°", eyes: [] };
    const text = reportOf([row, missed, video, { ...video, video: "w.mp4", clip: { ...video.clip, akd: 1.5 } }]);
    expect(text).toContain("2 of 2 (100 %) by at least one judge, 1 of 2 (50 %) by fr_eye");
    expect(text).toContain("| **all** | 2 | 1 of 2 (50 %) | 0.100 / 0.500 | 0.80 / 0.80 |");
    expect(text).toContain("- b.jpg tilt: roll 2.0°");
    expect(text).toContain("1 of 2 videos");
  });
});

describe("openRows", () => {
  it("gives back what every process has measured", () => {
    const folder = mkdtempSync(join(tmpdir(), "keepsake-rows-"));
    try {
      const file = join(folder, "rows.jsonl");
      openRows(file, 0).add(row);
      openRows(file, 1).add(video);
      expect(openRows(file, 0).rows).toEqual([row, video]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("movementAt", () => {
  /** Soft waves, moved by so many pixels. */
  const frame = (dx: number, dy: number) => {
    const rgb = new Uint8Array(3 * 80 * 80);
    const random = randomFrom(3);
    const waves = Array.from({ length: 8 }, () => [random() - 0.5, random() - 0.5, 6 * random()] as const);
    for (let i = 0; i < 80 * 80; i++) {
      const [x, y] = [(i % 80) - dx, Math.floor(i / 80) - dy];
      const level = waves.reduce((sum, [a, b, c]) => sum + 14 * Math.sin(a * x + b * y + c), 128);
      rgb.fill(level, 3 * i, 3 * i + 3);
    }
    return { width: 80, height: 80, rgb };
  };

  it("finds movements of parts of a pixel and of a few", () => {
    for (const [dx, dy] of [
      [0, 0],
      [0.3, -0.6],
      [-1.5, 2.5],
    ] as const) {
      const moved = movementAt(frame(0, 0), frame(dx, dy), 40, 40);
      expect(moved?.dx).toBeCloseTo(dx, 1);
      expect(moved?.dy).toBeCloseTo(dy, 1);
    }
  });

  it("says nothing of plain surfaces, nor at the frame's edge", () => {
    const plain = { width: 80, height: 80, rgb: new Uint8Array(3 * 80 * 80).fill(90) };
    expect(movementAt(plain, plain, 40, 40)).toBeNull();
    expect(movementAt(frame(0, 0), frame(0, 0), 3, 40)).toBeNull();
  });
});
