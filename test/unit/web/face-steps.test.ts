import { expect, it } from "vitest";
import { stepFrom } from "../../../web/src/card/face-steps.ts";

/** Two rows of three, numbered from left to right over both, as photos of groups are. */
const FACES = [
  [0, 0],
  [50, 100],
  [100, 5],
  [150, 95],
  [200, 0],
  [250, 100],
].map(([x = 0, y = 0], i) => ({ label: String(i + 1), box: { x, y, width: 40, height: 40 } }));

it.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 5, 0],
  ["ArrowLeft", 0, 5],
  ["ArrowDown", 0, 1],
  ["ArrowDown", 4, 3],
  ["ArrowUp", 3, 2],
  ["ArrowUp", 5, 4],
  ["ArrowUp", 2, undefined],
  ["ArrowDown", 1, undefined],
  ["Enter", 1, undefined],
])("%s leads from face %i to %s", (key, from, to) => {
  expect(stepFrom(FACES, from, key)).toBe(to);
});
