import { describe, expect, it } from "vitest";
import { cutSquare, type Frame } from "../support/judges/frame.ts";
import { identityDistance, readHead } from "../support/judges/measures.ts";
import { openFrame } from "../support/judges/open-frame.ts";
import { loadPanel } from "../support/judges/panel.ts";
import { faceMask, laplacianVariance, largestChange, psnr, ssim } from "../support/judges/pictures.ts";
import { album } from "../support/photos.ts";

function striped(width: number, height: number, level: (x: number, y: number) => number): Frame {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.fill(level(i % width, Math.floor(i / width)), i * 3, i * 3 + 3);
  return { width, height, rgb };
}

/** 68 points of a made-up face: eyes 100 px apart round (200, 200), nose tip and mouth below. */
function madeUpFace(turn: number): { x: number; y: number }[] {
  const points = Array.from({ length: 68 }, () => ({ x: 200, y: 260 }));
  for (let i = 36; i < 42; i++) points[i] = { x: 150, y: 200 };
  for (let i = 42; i < 48; i++) points[i] = { x: 250, y: 200 };
  for (let i = 17; i < 27; i++) points[i] = { x: 200, y: 170 };
  points[30] = { x: 210, y: 250 };
  points[48] = { x: 160, y: 300 };
  points[54] = { x: 240, y: 300 };
  const angle = (turn * Math.PI) / 180;
  return points.map(({ x, y }) => ({
    x: 200 + (x - 200) * Math.cos(angle) - (y - 200) * Math.sin(angle),
    y: 200 + (x - 200) * Math.sin(angle) + (y - 200) * Math.cos(angle),
  }));
}

describe("measures of 68 landmarks", () => {
  it.each([0, 12, -30])("reads nose and mouth in eye distances whatever the roll (%i°)", (roll) => {
    const head = readHead(madeUpFace(roll));
    expect(head.roll).toBeCloseTo(roll, 4);
    expect(head.noseAcross).toBeCloseTo(0.1, 6);
    expect(head.noseDown).toBeCloseTo(0.5, 6);
    expect(head.mouthWidth).toBeCloseTo(0.8, 6);
    expect(head.browHeight).toBeCloseTo(0.3, 6);
  });
});

describe("measures of pictures", () => {
  const face = madeUpFace(0).map((p) => ({ x: p.x / 4, y: p.y / 4 }));

  it("finds equal pictures equal and noise less alike", () => {
    const a = striped(100, 100, (x, y) => (x * 7 + y * 13) % 256);
    const b = striped(100, 100, (x, y) => ((x * 7 + y * 13) % 256) ^ 8);
    const all = new Uint8Array(100 * 100).fill(1);
    expect(psnr(a, a, all)).toBe(Number.POSITIVE_INFINITY);
    expect(ssim(a, a, all)).toBeCloseTo(1, 9);
    expect(psnr(a, b, all)).toBeCloseTo(20 * Math.log10(255 / 8), 6);
    expect(ssim(a, b, all)).toBeLessThan(0.999);
    expect(largestChange(a, b)).toBe(8);
  });

  it("calls a blurred picture less sharp", () => {
    const sharpEdges = striped(100, 100, (x) => (x % 8 < 4 ? 0 : 200));
    const ramps = striped(100, 100, (x) => Math.abs((x % 8) - 4) * 50);
    const mask = faceMask(sharpEdges, face);
    expect(mask.some((value) => value === 1)).toBe(true);
    expect(laplacianVariance(ramps, mask)).toBeLessThan(0.5 * laplacianVariance(sharpEdges, mask));
  });

  it("cuts turned squares", () => {
    const frame = striped(40, 40, (x, y) => (y < 20 ? 0 : 255) + (x < 0 ? 1 : 0));
    const upright = cutSquare(frame, { centre: { x: 20, y: 20 }, side: 20, roll: 0 }, 10);
    const onItsSide = cutSquare(frame, { centre: { x: 20, y: 20 }, side: 20, roll: 90 }, 10);
    expect([upright[0], upright[9 * 10 * 3]]).toEqual([0, 1]);
    // Its "up" points to the right, so that its lower left corner lies at the upper left of the frame.
    expect([onItsSide[0], onItsSide[9 * 3]]).toEqual([0, 1]);
  });
});

describe("judges on real pictures", { timeout: 120_000 }, () => {
  it("face-api tells people apart and the same picture from none", async () => {
    const { face } = await loadPanel();
    const readings = await Promise.all(
      ["hopper.jpg", "dahlgren.jpg"].map(async (name) => {
        const frame = await openFrame(album(name), 800);
        const boxes = await face.find(frame);
        return boxes[0] === undefined ? null : face.read(frame, boxes[0]);
      }),
    );
    const [a, b] = readings;
    if (!a || !b) throw new Error("face-api found no face");
    expect(identityDistance(a.descriptor, a.descriptor)).toBe(0);
    expect(identityDistance(a.descriptor, b.descriptor)).toBeGreaterThan(0.4);
  });
});
