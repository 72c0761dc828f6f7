import { expect, it } from "vitest";
import { sightOf } from "../../../../src/bots/web/sights.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const FRAME = { width: 320, height: 180 };

function faces(...widths: readonly number[]) {
  const [face] = facesInARow(1);
  if (face === undefined) throw new Error("no face");
  return widths.map((width, i) => ({ ...face, index: i + 1, box: { x: 0, y: 0, width, height: 1.3 * width } }));
}

it.each([
  ["nobody", []],
  ["far", [30]],
  ["good", [40]],
  ["good", [20, 60]],
  ["several", [60, 50]],
  ["far", [30, 20]],
] as const)("a camera sees %s: faces as wide as %j pixels of a small frame", (sight, widths) => {
  expect(sightOf({ ...FRAME, faces: faces(...widths) })).toBe(sight);
});
