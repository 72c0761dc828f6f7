import { expect, it, onTestFinished } from "vitest";
import { openMeshEngine } from "../../../../src/pipeline/mesh/engine.ts";
import { openPipeline } from "../../../../src/pipeline/pipeline.ts";
import { openWork } from "../../../../src/queue/render/work.ts";
import { openFadingEngine } from "../../../support/fading-engine.ts";
import { startRig } from "../../../support/fake-telegram/rig.ts";
import type { Seen } from "../../../support/fake-telegram/seen.ts";
import { anotherPortrait } from "../../../support/photos.ts";

it("draws with the engine that the operator named, from a photo over a button to the stored clip", async () => {
  const pipeline = openPipeline({ engines: [openMeshEngine, openFadingEngine] });
  onTestFinished(async () => pipeline.close());
  const draws = { ...openWork(pipeline), close: async () => Promise.resolve() };
  const rig = await startRig({ draws, policy: { engine: "fade" } });
  const user = rig.user();
  const chat = user.private();
  chat.sendsPhoto(await anotherPortrait());
  const isClip = ({ kind, text }: Seen): boolean => kind === "clip" && !text.startsWith("Making");
  const clip = await chat.next("a clip", isClip, 60_000);
  await chat.taps(clip, "Smile");
  await chat.becomes(clip, "a smile", ({ text }) => text === "Smile", 60_000);
  const kept = await rig.store.clips.recentOf(`telegram:${user.id}`, 10);
  expect(kept.map(({ gesture, engine }) => [gesture, engine])).toEqual([
    ["smile", "fade"],
    ["nostalgia", "fade"],
  ]);
  const [newest] = kept;
  expect(await rig.store.clips.find(newest!)).toMatchObject({ id: newest!.id });
  expect(await rig.store.clips.find({ ...newest!, engine: "mesh" })).toBeNull();
}, 120_000);
