import { median, ScaleRig } from "./rig.ts";
import { SimulatedStudio } from "./simulated-studio.ts";

const CLIPS = 40;
const PHOTO_BYTES = 2_000_000;

/** What the way over Redis adds to a clip, in ms: the same clips here and there, in turns. */
export async function costOfTheWay(): Promise<{ readonly here: number; readonly there: number }> {
  const rig = await ScaleRig.open();
  try {
    await rig.startWorkers({ renderMs: 1 });
    const local = new SimulatedStudio(1);
    const remote = await rig.openRemote();
    const photo = Buffer.alloc(PHOTO_BYTES, 3);
    const times = { here: [] as number[], there: [] as number[] };
    for (let i = 0; i < CLIPS; i += 1) {
      for (const [where, studio] of [
        ["here", local],
        ["there", remote.studio],
      ] as const) {
        const began = performance.now();
        await studio.render({ photo }, { job: `cost-${i}` });
        times[where].push(performance.now() - began);
        studio.settled(`cost-${i}`);
      }
    }
    await remote.close();
    return { here: median(times.here), there: median(times.there) };
  } finally {
    await rig.close();
  }
}
