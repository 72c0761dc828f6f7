import type { Scene } from "../pipeline/reel/scene.ts";
import type { Reel } from "../store/reels.ts";
import type { Store } from "../store/store.ts";
import { type JobWork, PhotoGone, type WorkDone } from "./contract/job-work.ts";
import type { Studio } from "./contract/studio.ts";

/** The work of a job that makes a reel: from the kept clips to the reel in the store. */
export function reelWork(store: Pick<Store, "kept" | "reels">, studio: Pick<Studio, "reel" | "settled">): JobWork {
  return async ({ id: job, photo: id }, { signal, onProgress }) => {
    const reel = await store.reels.get(id);
    if (reel === null) throw new PhotoGone();
    if (reel.made !== null) return done(id);
    const scenes = await scenesOf(store, reel);
    const { mp4, width, height, seconds } = await studio.reel(scenes, {
      job,
      signal,
      onProgress: (stage, share) => {
        onProgress(stage, Math.round(share * 100));
      },
    });
    signal.throwIfAborted();
    if (!(await store.reels.keep(id, { width, height, seconds }, mp4))) throw new PhotoGone();
    studio.settled?.(job);
    return done(id);
  };
}

/** Jobs for reels are done by the one, all others by the other. */
export function eitherWork(reels: JobWork, clips: JobWork): JobWork {
  return async (job, hooks) => (job.reel === true ? reels(job, hooks) : clips(job, hooks));
}

/** Throws `PhotoGone` when a clip is no longer in the album. */
async function scenesOf(store: Pick<Store, "kept" | "reels">, { id, owner, parts }: Reel): Promise<Scene[]> {
  const captions = await store.reels.captions(id);
  return Promise.all(
    parts.map(async (part, i) => {
      const clip = await store.kept.get(owner, part);
      const mp4 = await store.kept.bytes(owner, part);
      if (clip === null || mp4 === null) throw new PhotoGone();
      const { width, height, seconds } = clip;
      const caption = captions[i] ?? null;
      return { mp4, width, height, seconds, caption: caption === null ? null : Buffer.from(caption, "base64") };
    }),
  );
}

/** How long a reel took says nothing of how long a clip takes, so it is not told. */
function done(id: string): WorkDone {
  return { result: { clip: id, face: "all", faces: [] }, renderMs: null };
}
