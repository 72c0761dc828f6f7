import { expect, it } from "vitest";
import { type Face, MESH_POINTS } from "../../../../src/pipeline/types.ts";
import { facesOf, meshesOf, summaryOf } from "../../../../src/queue/render/face-summary.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const FACES: Face[] = facesInARow(3, [2]).map((face) => ({
  ...face,
  score: face.index / 4,
  mesh: Float32Array.from({ length: 3 * MESH_POINTS }, (_, i) => face.index * 1000 + i / 8),
}));

it("faces are the same again after their way through the records, wherever their bytes lie", () => {
  const faces = FACES.map(summaryOf);
  const meshes = Buffer.concat([Buffer.from("x"), meshesOf(FACES)]).subarray(1);
  expect(facesOf({ faces, meshes })).toEqual(FACES);
});

it("meshes that are not these faces' are not believed", () => {
  const faces = FACES.map(summaryOf);
  expect(facesOf({ faces: faces.slice(1), meshes: meshesOf(FACES) })).toBeNull();
  expect(facesOf({ faces, meshes: new Uint8Array(0) })).toBeNull();
});
