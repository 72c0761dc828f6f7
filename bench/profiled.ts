/**
 * What `profile.ts` has watched: one clip to warm up, then so many as its argument says, each photo seen for the first time. Their
 * frames are drawn once more in this thread, because V8 writes no profile of threads that are ended.
 */
import type * as engine from "../src/pipeline/mesh/engine.ts";
import type * as frame from "../src/pipeline/mesh/render/frame.ts";
import type * as channels from "../src/pipeline/motion/channels.ts";
import type * as pipelineModule from "../src/pipeline/pipeline.ts";
import { built } from "./built.ts";
import { portraitOf } from "./photos.ts";

const { sceneOf } = await built<typeof engine>("pipeline/mesh/engine");
const { makeRenderer } = await built<typeof frame>("pipeline/mesh/render/frame");
const { CHANNELS } = await built<typeof channels>("pipeline/motion/channels");
const { openPipeline } = await built<typeof pipelineModule>("pipeline/pipeline");

const clips = Number(process.argv[2]);
const request = { photo: await portraitOf(2), gesture: "blink" };
const pipeline = openPipeline();
for (let clip = 0; clip <= clips; clip++) await pipeline.animate(request);
const { film, roles } = await pipeline.renderFrames(request, () => undefined);
await pipeline.close();

const renderer = makeRenderer(sceneOf(film));
const out = new Uint8Array(3 * film.width * film.height);
for (let frame = 0; frame < clips * film.count; frame++) {
  const first = (frame % film.count) * CHANNELS.length;
  renderer.render(
    roles.map(({ motion }) => motion.values.subarray(first, first + CHANNELS.length)),
    out,
  );
}
