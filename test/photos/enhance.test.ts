import { expect, it } from "vitest";
import { enhanceFace } from "../../src/pipeline/enhance/enhance.ts";
import { prominentFace } from "../support/faces.ts";
import { collected } from "../support/photos.ts";

it("fills the crack that runs across a face", async () => {
  const { photo, face } = await prominentFace(collected("old/scratch_boy_256.png"));
  expect((await enhanceFace(photo, face)).report).toMatchObject({ enlarged: true, mended: true });
});

it.each(["modern/biden_official.jpg", "old/douglass_1879_bw.jpg"])("leaves %s alone, bit for bit", async (name) => {
  const { photo, face } = await prominentFace(collected(name));
  const result = await enhanceFace(photo, face);
  expect(result.report).toMatchObject({ enlarged: false, mended: false });
  expect(result.photo).toBe(photo);
});
