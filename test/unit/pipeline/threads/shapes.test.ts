import { describe, expect, it } from "vitest";
import { hollow } from "../../../../src/pipeline/threads/shapes.ts";

describe("the shape of data", () => {
  it("has the same keys in the same order, and says nothing of what it was", () => {
    const face = {
      mesh: new Float32Array(3),
      size: 720,
      turn: 2.5,
      name: "Ada",
      lips: null,
      eyes: [{ rgb: new Uint8Array(9) }],
    };
    const empty = hollow(face);
    const nothing = {
      mesh: new Float32Array(0),
      size: 0,
      turn: 0.5,
      name: "",
      lips: null,
      eyes: [{ rgb: new Uint8Array(0) }],
    };
    expect(empty).toEqual(nothing);
    expect(Object.keys(empty as object)).toEqual(Object.keys(face));
  });

  it("keeps few of the items of a list, for they are alike", () => {
    expect(hollow(Array.from({ length: 100 }, () => ({ weight: 1 })))).toHaveLength(4);
  });

  it("keeps nothing of memory that threads share", () => {
    const { byteLength, constructor } = hollow(new Uint8Array(new SharedArrayBuffer(64))) as Uint8Array;
    expect([byteLength, constructor]).toEqual([0, Uint8Array]);
  });
});
