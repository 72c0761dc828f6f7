import { describe, expect, it } from "vitest";
import { ownPerson } from "../../../../../../src/pipeline/mesh/rig/cutout/own-person.ts";
import { MASK_SIZE } from "../../../../../../src/pipeline/perceive/segment.ts";
import { canonicalMesh } from "../canonical-face.ts";

const SIDE = MASK_SIZE;
const everywhere = new Float32Array(SIDE * SIDE).fill(1);
/** The own head in front of a neighbour's jacket, which fills the right half; the neighbour's head looks over the shoulder. */
const own = canonicalMesh({ scale: 4, x: 100, y: 130 });
const neighbour = canonicalMesh({ scale: 4, x: 185, y: 60 });

/** Grey to the left of the line x = 150, and to the right of it another grey. */
function twoColours(): Uint8Array {
  return Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, k) => (Math.floor(k / 3) % SIDE < 150 ? 90 : 190));
}

const at = (mask: Float32Array, x: number, y: number): number => mask[y * SIDE + x]!;

describe("ownPerson", () => {
  it("leaves the mask of somebody who is alone as it is", () => {
    expect(ownPerson(everywhere, twoColours(), SIDE, own, [])).toBe(everywhere);
  });

  it("keeps the own head and trunk, and takes out the neighbour's up to where the colours change", () => {
    const mask = ownPerson(everywhere, twoColours(), SIDE, own, [{ mesh: neighbour, takenOff: false }]);
    for (const [x, y] of [
      [100, 130],
      [70, 130],
      [100, 90],
      [100, 200],
      [140, 150],
    ] as const)
      expect(at(mask, x, y)).toBe(1);
    for (const [x, y] of [
      [185, 60],
      [185, 120],
      [160, 150],
      [240, 150],
    ] as const)
      expect(at(mask, x, y)).toBe(0);
  });

  it("finds the neighbour's jacket where the head has been taken off already", () => {
    const mask = ownPerson(everywhere, twoColours(), SIDE, own, [{ mesh: neighbour, takenOff: true }]);
    expect(at(mask, 185, 120)).toBe(0);
    expect(at(mask, 100, 130)).toBe(1);
  });

  it("does not take the own hair for the body of somebody who stands behind", () => {
    const behind = canonicalMesh({ scale: 4, x: 135, y: 40 });
    const plain = new Uint8Array(3 * SIDE * SIDE).fill(120);
    const mask = ownPerson(everywhere, plain, SIDE, own, [{ mesh: behind, takenOff: false }]);
    expect(at(mask, 138, 130)).toBe(1);
    expect(at(mask, 135, 40)).toBe(0);
  });

  it("leaves to the colours whose a face is that the own hair may hide", () => {
    const behind = canonicalMesh({ scale: 4, x: 100, y: 75 });
    // The own head ends at y = 95: above it everything is of another colour.
    const texture = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, k) => (Math.floor(k / 3 / SIDE) < 95 ? 200 : 90));
    const mask = ownPerson(everywhere, texture, SIDE, own, [{ mesh: behind, takenOff: false }]);
    expect(at(mask, 100, 90)).toBe(0);
    expect(at(mask, 100, 99)).toBe(1);
  });

  it("looks for the body beside the head of somebody who lies", () => {
    const lying = canonicalMesh({ scale: 4, x: 60, y: 128, roll: 90 });
    const other = canonicalMesh({ scale: 4, x: 200, y: 30 });
    const plain = new Uint8Array(3 * SIDE * SIDE).fill(120);
    const roll = ownPerson(everywhere, plain, SIDE, lying, [{ mesh: other, takenOff: false }]);
    // Leaning clockwise by 90 degrees the chin points to the image's left.
    expect(at(roll, 10, 128)).toBe(1);
    expect(at(roll, 200, 30)).toBe(0);
  });

  it("does not call anybody what the mask calls background", () => {
    const half = everywhere.map((_, i) => (i % SIDE < 110 ? 1 : 0));
    const mask = ownPerson(half, twoColours(), SIDE, own, [{ mesh: neighbour, takenOff: false }]);
    expect(at(mask, 118, 130)).toBe(0);
    expect(at(mask, 100, 130)).toBe(1);
  });
});
