import { describe, expect, it } from "vitest";
import { makeEyeRig } from "../../../../../../src/pipeline/mesh/rig/eye/eye.ts";
import { ALMOND, almondMesh, almondPicture } from "../almond-eye.ts";

const SIDE = 200;

describe("an eye of a photo", () => {
  it("is open where its lids are apart", () => {
    expect(makeEyeRig(almondPicture(ALMOND, SIDE), SIDE, almondMesh(ALMOND), "right").open).toBe(true);
  });

  it("is shut where the model sees it shut, whatever is dark between its lashes and the fold above them", () => {
    const shut = almondMesh({ ...ALMOND, up: 4, down: 2 });
    const { open, contour } = makeEyeRig(almondPicture({ ...ALMOND, up: 12, down: 6 }, SIDE), SIDE, shut, "right");
    expect(contour.opening).toBeGreaterThan(0.15 * ALMOND.width);
    expect(open).toBe(false);
  });
});
