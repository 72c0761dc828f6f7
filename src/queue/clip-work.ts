import { UserError } from "../errors.ts";
import { isOwnGesture, isSongGesture } from "../pipeline/motion/gesture-name.ts";
import type { Movement } from "../pipeline/motion/movement.ts";
import type { Song } from "../pipeline/motion/song.ts";
import type { EnhanceMode } from "../pipeline/types.ts";
import type { ClipKey, PhotoRecord } from "../store/record-types.ts";
import type { Store } from "../store/store.ts";
import type { Job } from "./contract/job.ts";
import { type JobWork, PhotoGone, type WorkDone } from "./contract/job-work.ts";
import type { KnownFaces, Rendered, RenderRequest, Studio } from "./contract/studio.ts";

/**
 * The work of every job: from the photo in the store to the clip in the store, rendered unless it is there already. Faces are
 * enhanced first as `enhance` says, except in jobs that want the original. `elapsed` tells milliseconds and never jumps.
 */
export function clipWork(
  store: Pick<Store, "photos" | "clips" | "movements" | "songs">,
  studio: Pick<Studio, "render" | "settled">,
  enhance: EnhanceMode = "auto",
  elapsed: () => number = () => performance.now(),
): JobWork {
  return async (job, { signal, onProgress }) => {
    const record = await store.photos.get(job.photo);
    if (record === null) throw new PhotoGone();
    const made = await findClip(store, job, record);
    if (made !== null) return made;
    const photo = await store.photos.bytes(job.photo);
    if (photo === null) throw new PhotoGone();
    const began = elapsed();
    const known = await knownFaces(store, record);
    const shown = await shownBy(store, job);
    const request = requestOf(job, { photo, known, ...shown }, job.original ? "off" : enhance);
    const { maxBytes } = job;
    const rendered = await studio.render(maxBytes === null ? request : { ...request, maxBytes }, {
      job: job.id,
      signal,
      onProgress: (stage, done) => {
        onProgress(stage, Math.round(done * 100));
      },
    });
    const renderMs = Math.round(elapsed() - began);
    signal.throwIfAborted();
    const clip = await keep(store, job, rendered, signal);
    if (shown.song !== undefined) await store.songs.settle(job.gesture);
    studio.settled?.(job.id);
    return { result: { clip, face: rendered.face, faces: rendered.faces }, renderMs };
  };
}

/** The clip from an earlier job, or from this one before the process died. */
async function findClip(
  { clips }: Pick<Store, "clips">,
  job: Job,
  { faces, prominent }: PhotoRecord,
): Promise<WorkDone | null> {
  const face = job.face ?? prominent;
  if (face === null || faces === null) return null;
  const clip = await clips.find(keyOf(job, face));
  return clip === null ? null : { result: { clip: clip.id, face, faces }, renderMs: null };
}

async function keep(
  store: Pick<Store, "photos" | "clips">,
  job: Job,
  rendered: Rendered,
  signal: AbortSignal,
): Promise<string> {
  const prominent = job.face === null && rendered.face !== "all" ? rendered.face : null;
  await store.photos.setFaces(job.photo, rendered.faces, prominent);
  const { width, height, fps, frames, seconds, mp4 } = rendered.clip;
  const driver = rendered.animated.map((moving) => moving.driver).join(" ");
  const facts = { owner: job.user, enhanced: rendered.enhanced, driver, width, height, fps, frames, seconds };
  try {
    const { thumbnail } = rendered;
    const clip = { ...keyOf(job, rendered.face), ...facts };
    return (await store.clips.put(clip, mp4, { thumbnail, signal })).id;
  } catch (error) {
    signal.throwIfAborted();
    if ((await store.photos.get(job.photo)) === null) throw new PhotoGone();
    throw error;
  }
}

function keyOf({ photo, framing, original, gesture, strength, maxBytes, engine }: Job, face: number | "all"): ClipKey {
  return { photo, face, framing, original, gesture, strength, maxBytes, engine };
}

/** What a look told of the photo's faces; photos from before looks were kept have nothing of it. */
async function knownFaces({ photos }: Pick<Store, "photos">, { id, faces }: PhotoRecord): Promise<KnownFaces | null> {
  const meshes = faces === null ? null : await photos.meshes(id);
  return faces === null || meshes === null ? null : { faces, meshes };
}

/** What a clip was rendered from, to have something else made of it; null where its photo is gone. */
export async function renderRequestOf(
  store: Pick<Store, "photos" | "movements" | "songs">,
  clip: ClipKey & { readonly enhanced: boolean },
  record: PhotoRecord,
): Promise<RenderRequest | null> {
  const photo = await store.photos.bytes(clip.photo);
  if (photo === null) return null;
  const known = await knownFaces(store, record);
  return requestOf(clip, { photo, known, ...(await shownBy(store, clip)) }, clip.enhanced ? "auto" : "off");
}

/** What the store has for a clip. */
interface Found {
  readonly photo: Uint8Array;
  readonly known: KnownFaces | null;
  readonly movement?: Movement;
  readonly song?: Song;
}

/** The movement or the song that somebody sent for a face to follow; nothing for a gesture of ours. Throws `UserError` `noSuchGesture` when it is not kept any more. */
async function shownBy(
  { movements, songs }: Pick<Store, "movements" | "songs">,
  { gesture }: { readonly gesture: string },
): Promise<Pick<Found, "movement" | "song">> {
  const movement = isOwnGesture(gesture) ? await movements.get(gesture) : undefined;
  const song = isSongGesture(gesture) ? await songs.get(gesture) : undefined;
  if (movement === null || song === null) throw new UserError("noSuchGesture");
  return { ...(movement && { movement }), ...(song && { song }) };
}

/** How a clip is asked for, or was. */
type Wish = Pick<Job | ClipKey, "photo" | "face" | "framing" | "gesture" | "strength" | "engine">;

function requestOf(
  { photo: id, face, framing, gesture, strength, engine }: Wish,
  { photo, known, ...shown }: Found,
  enhance: EnhanceMode,
): RenderRequest {
  return {
    id,
    photo,
    ...(known === null ? {} : { known }),
    ...shown,
    ...(face === null ? {} : { face }),
    framing,
    gesture,
    strength,
    engine,
    enhance,
  };
}
