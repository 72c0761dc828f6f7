import sharp from "sharp";
import { expect, it } from "vitest";
import { withNote } from "../../../../src/pipeline/video/webp-note.ts";

/** Two squares, one after the other. */
async function animation(): Promise<Buffer> {
  const frame = async (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = [await frame("#f00"), await frame("#00f")];
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [80, 80], lossless: true })
    .toBuffer();
}

it("tells programs about an animated WebP, and changes nothing of its pictures", async () => {
  const before = await animation();
  // Of an odd and of an even length: chunks lie at even places.
  for (const note of ["Made by <a program> & no camera.", "Made by <a program> & no camera"]) {
    const after = withNote(before, note);
    const facts = await sharp(after, { animated: true }).metadata();
    expect(facts).toMatchObject({ format: "webp", pages: 2, loop: 0, delay: [80, 80] });
    const xmp = facts.xmp?.toString("utf8");
    expect(xmp).toContain("Made by &lt;a program&gt; &amp; no camera");
    expect(xmp).toContain("digitalsourcetype/compositeSynthetic");
    const pixels = async (file: Uint8Array) => sharp(file, { animated: true }).raw().toBuffer();
    expect(await pixels(after)).toEqual(await pixels(before));
  }
});

it("tells them about a clip in which nothing moves, which is a single frame", async () => {
  const still = await sharp({ create: { width: 9, height: 7, channels: 3, background: "#c84" } })
    .webp()
    .toBuffer();
  const after = withNote(still, "Made by a program.");
  const facts = await sharp(after).metadata();
  expect(facts).toMatchObject({ format: "webp", width: 9, height: 7 });
  expect(facts.xmp?.toString("utf8")).toContain("Made by a program.");
  expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(still).raw().toBuffer());
});

it("takes nothing but WebPs", () => {
  expect(() => withNote(new Uint8Array(30), "x")).toThrow("no WebP");
});
