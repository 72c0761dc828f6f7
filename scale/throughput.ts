import { serve } from "./crowd.ts";
import { ScaleRig } from "./rig.ts";

/** Clips take so long by the clock. */
const RENDER_MS = 3000;
const PLACES_EACH = 10;

/** How many clips come in a second from so many places, of how many that could; and what the bot's process needs of one core. */
export async function throughput(
  places: number,
): Promise<{ readonly clips: number; readonly share: number; readonly core: number }> {
  const rig = await ScaleRig.open();
  try {
    for (let workers = Math.ceil(places / PLACES_EACH); workers > 0; workers -= 10) {
      await rig.startWorkers({
        workers: Math.min(10, workers),
        places: Math.min(PLACES_EACH, places),
        renderMs: RENDER_MS,
      });
    }
    const remote = await rig.openRemote();
    const line = await rig.openLine(remote);
    const before = process.cpuUsage();
    // Each place makes eight clips, and nobody has two at once.
    const { seconds, answers, failed } = await serve(line, places * 4, 2);
    const { user, system } = process.cpuUsage(before);
    if (failed > 0) throw new Error(`${failed} clips failed`);
    await line.queue.close();
    await remote.close();
    await line.store.close();
    const clips = answers.size / seconds;
    return { clips, share: clips / (places / (RENDER_MS / 1000)), core: (user + system) / 1e6 / seconds };
  } finally {
    await rig.close();
  }
}
