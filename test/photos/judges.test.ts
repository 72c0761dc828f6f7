import { expect, it } from "vitest";
import { decodeClip, readClipFacts } from "../support/judges/clip.ts";
import { openFrame } from "../support/judges/open-frame.ts";
import { judgeBlink, loadPanel, watchEyes } from "../support/judges/panel.ts";
import { collected } from "../support/photos.ts";

it("both eye judges know shut eyes from open ones", async () => {
  const panel = await loadPanel();
  const seen = await Promise.all(
    ["closed/eyes_shut_dark.jpg", "closed/eyes_shut_toothy.jpg", "modern/obama_official.jpg"].map(async (name) => {
      const [sighting] = await watchEyes(panel, [await openFrame(collected(name))]);
      return { closed: sighting?.closed ?? [], lids: sighting?.lids.map((lid) => lid.opening) ?? [] };
    }),
  );
  for (const { closed, lids } of seen.slice(0, 2)) {
    expect(Math.min(...closed)).toBeGreaterThan(0.9);
    expect(Math.max(...lids)).toBeLessThan(0.08);
  }
  expect(Math.max(...(seen[2]?.closed ?? [1]))).toBeLessThan(0.1);
  expect(Math.min(...(seen[2]?.lids ?? [0]))).toBeGreaterThan(0.12);
});

it("both eye judges see a real blink from open to closed to open", async () => {
  const file = collected("video/d1_blink_16frames.mp4");
  expect(await readClipFacts(file)).toMatchObject({ codec: "h264", width: 512, height: 512, fps: 30, audio: true });
  const frames = await decodeClip(file);
  expect(frames).toHaveLength(16);
  const sightings = await watchEyes(await loadPanel(), frames, { every: 1 });
  for (const side of [0, 1] as const) {
    const verdict = judgeBlink(sightings, side);
    expect(verdict).toMatchObject({ openAtStart: true, closedByEyeState: true, closedByLids: true });
    expect(verdict.eyeState.end).toBeLessThan(0.2);
    expect(verdict.lids.end).toBeGreaterThan(0.7);
  }
});
