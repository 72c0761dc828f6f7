import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openPipeline } from "../../src/pipeline/index.ts";
import { findFfmpeg } from "../../src/pipeline/video/ffmpeg-binary.ts";

const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");
const SIDE = 512;

it("a sticker shows the person and the mark, and nothing of what is behind them", async () => {
  const pipeline = openPipeline();
  onTestFinished(async () => pipeline.close());
  const photo = readFileSync(PORTRAIT);
  const { bytes, ...facts } = await pipeline.sticker({ photo, gesture: "blink", enhance: "off" });
  expect(facts).toMatchObject({ format: "sticker", width: SIDE, height: SIDE });
  expect(bytes.length).toBeLessThanOrEqual(256 * 1024);
  const frames = await transparencyOf(bytes);
  expect(frames.length / facts.fps).toBeLessThanOrEqual(3);
  for (const alpha of frames) {
    const at = (x: number, y: number): number => alpha[Math.round(y * SIDE) * SIDE + Math.round(x * SIDE)]!;
    // The face in the middle, what is beside the head, and the mark in the upper right corner.
    expect(at(0.5, 0.45)).toBeGreaterThan(250);
    expect(Math.max(at(0.02, 0.02), at(0.8, 0.02))).toBeLessThan(10);
    expect(at(0.955, 0.035)).toBeGreaterThan(80);
  }
}, 180_000);

/** How much is seen of each frame's pixels, 0..255. */
async function transparencyOf(webm: Uint8Array): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), "keepsake-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "a.webm"), webm);
  // Only this decoder reads the second picture, in which the transparency is.
  const read = ["-v", "error", "-c:v", "libvpx-vp9", "-i", join(folder, "a.webm")];
  const write = ["-vf", "alphaextract", "-pix_fmt", "gray", "-f", "rawvideo", join(folder, "alpha")];
  expect(spawnSync(await findFfmpeg(), [...read, ...write]).stderr.toString()).toBe("");
  const alpha = readFileSync(join(folder, "alpha"));
  const count = alpha.length / SIDE ** 2;
  return Array.from({ length: count }, (_, k) => alpha.subarray(k * SIDE ** 2, (k + 1) * SIDE ** 2));
}
