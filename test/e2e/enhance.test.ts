import { beforeAll, describe, expect, it } from "vitest";
import { type Enhanced, enhanceFace } from "../../src/pipeline/enhance/enhance.ts";
import { cropTexture } from "../../src/pipeline/mesh/rig/crop-texture.ts";
import { chooseFraming, textureSize } from "../../src/pipeline/mesh/rig/framing.ts";
import type { Face, Photo } from "../../src/pipeline/types.ts";
import { prominentFace } from "../support/faces.ts";
import { type FaceBox, loadFaceJudge } from "../support/judges/face-api.ts";
import type { Frame } from "../support/judges/frame.ts";
import { sharpnessOf } from "../support/judges/sharpness.ts";
import { album, PORTRAIT } from "../support/photos.ts";

/** The face as its clip shows it, in the framing of `photo`. */
async function shown(photo: Photo, framed: Photo, face: Face): Promise<{ frame: Frame; box: FaceBox }> {
  const framing = chooseFraming(framed, face.box);
  const side = textureSize(framing);
  const { x, y, width, height } = face.box;
  const { originX, originY, scale } = framing;
  const box = { x: (x - originX) * scale, y: (y - originY) * scale, width: width * scale, height: height * scale };
  return { frame: { width: side, height: side, rgb: await cropTexture(photo, framing) }, box: { ...box, score: 1 } };
}

describe("enhanceFace", () => {
  let portrait: { photo: Photo; face: Face };
  let enhanced: Enhanced;
  beforeAll(async () => {
    portrait = await prominentFace(PORTRAIT);
    enhanced = await enhanceFace(portrait.photo, portrait.face);
  });

  it("makes a small face sharper and larger, and leaves it the same person", async () => {
    const { photo, face } = portrait;
    expect(enhanced.report).toMatchObject({ enlarged: true, mended: false });
    const before = await shown(photo, enhanced.photo, face);
    const after = await shown(enhanced.photo, enhanced.photo, face);
    expect(sharpnessOf(after.frame, after.box)).toBeGreaterThan(1.1 * sharpnessOf(before.frame, before.box));
    const judge = await loadFaceJudge();
    const [one, other] = await Promise.all([before, after].map(async ({ frame, box }) => judge.read(frame, box)));
    expect(Math.hypot(...one!.descriptor.map((value, i) => value - other!.descriptor[i]!))).toBeLessThan(0.3);
  });

  it("changes nothing beyond the head, and nothing at all when it is off", async () => {
    const { photo, face } = portrait;
    expect((await enhanceFace(photo, face, { mode: "off" })).photo).toBe(photo);
    const patch = enhanced.photo.patches?.[0];
    for (const at of [0, patch!.width - 1, patch!.weight.length - 1]) expect(patch!.weight[at]).toBe(0);
    expect(enhanced.photo.rgb).toBe(photo.rgb);
  });

  it("leaves a face without room for it as it is", async () => {
    const { photo, face } = portrait;
    expect((await enhanceFace(photo, face, { room: 5000 })).photo).toBe(photo);
  });

  it("keeps black and white exactly neutral", async () => {
    const { photo, face } = portrait;
    const rgb = photo.rgb.map((_, i) => photo.rgb[3 * Math.floor(i / 3) + 1]!);
    const grey = await enhanceFace({ ...photo, rgb }, face);
    const { frame } = await shown(grey.photo, grey.photo, face);
    expect(frame.rgb.every((value, i) => value === frame.rgb[3 * Math.floor(i / 3)])).toBe(true);
  });
});

describe("enhanceFace on other photos", () => {
  it("fills the crack that runs across a face", async () => {
    const { photo, face } = await prominentFace(album("cracked.jpg"));
    expect((await enhanceFace(photo, face)).report).toMatchObject({ enlarged: true, mended: true });
  });

  it.each(["obama.jpg", "andersson.jpg", "dahlgren.jpg"])("leaves %s alone, bit for bit", async (name) => {
    const { photo, face } = await prominentFace(album(name));
    const result = await enhanceFace(photo, face);
    expect(result.report).toMatchObject({ enlarged: false, mended: false });
    expect(result.photo).toBe(photo);
  });
});
