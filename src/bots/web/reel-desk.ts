import type { Clock } from "../../clock.ts";
import type { Job, JobEvent } from "../../queue/contract/job.ts";
import type { JobQueue } from "../../queue/contract/queue.ts";
import type { Reel, ReelPart } from "../../store/reels.ts";
import type { Lack } from "../../store/room.ts";
import type { Store } from "../../store/store.ts";
import type { Text } from "../../texts/texts.ts";
import { textOf } from "../conversation/gate.ts";
import type { AlbumReel } from "./protocol.ts";

/** Whose jobs reels are: nobody speaks there, the album asks how far they are. */
const PLATFORM = "album";
/** A reel is about so large, in bytes, before it is made. */
const REEL_BYTES = 20_000_000;

export interface ReelDeskParts {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly clock: Clock;
  /** How long reels are kept, in ms; null for ever. */
  readonly keptForMs: number | null;
}

/** Has reels made: in the same line as clips, with the same limits, and after a restart as well. */
export class ReelDesk {
  /** How far the reels in work are, 0..100, by their ids. */
  readonly #percents = new Map<string, number>();
  #stopListening: () => void = () => undefined;

  constructor(private readonly parts: ReelDeskParts) {}

  /** From now on reels that are done are noted as such. */
  open(): void {
    this.#stopListening = this.parts.queue.on(PLATFORM, async (event) => this.#heard(event));
  }

  close(): void {
    this.#stopListening();
  }

  /** Has a reel made; or says why not. */
  async order(owner: string, parts: readonly ReelPart[], locale: string): Promise<Reel | Text> {
    const { store, queue, clock } = this.parts;
    const lack = store.room.lackInAlbum(owner, REEL_BYTES);
    if (lack !== null) return textOfLack(lack);
    const reel = await store.reels.plan(owner, parts);
    const admission = await queue.add(jobOf(reel, locale, clock.now()));
    if (admission.kind === "accepted") return reel;
    await store.reels.delete(owner, reel.id);
    return textOf(admission);
  }

  /** Somebody's reels, as the album shows them. */
  async of(owner: string): Promise<AlbumReel[]> {
    const reels = await this.parts.store.reels.of(owner);
    return Promise.all(reels.map(async (reel) => this.shown(reel)));
  }

  async shown({ id, parts, made, createdAt }: Reel): Promise<AlbumReel> {
    const { queue, keptForMs } = this.parts;
    const isOpen = made === null && (await queue.standingOf(jobId(id))) === "open";
    return {
      id,
      parts,
      state: made !== null ? "ready" : isOpen ? "working" : "failed",
      percent: this.#percents.get(id) ?? null,
      width: made?.width ?? null,
      height: made?.height ?? null,
      url: `/api/reels/${id}`,
      goesAt: keptForMs === null ? null : createdAt + keptForMs,
    };
  }

  /** Deletes a reel, or calls it off. False when there is none. */
  async delete(owner: string, id: string): Promise<boolean> {
    const reel = await this.parts.store.reels.get(id);
    if (reel?.owner !== owner) return false;
    await this.parts.queue.cancel({ id: jobId(id) });
    return this.parts.store.reels.delete(owner, id);
  }

  async #heard(event: JobEvent): Promise<void> {
    const { photo: reel, id } = event.job;
    if (event.kind === "progress") this.#percents.set(reel, event.percent);
    if (event.kind !== "done" && event.kind !== "failed" && event.kind !== "cancelled") return;
    this.#percents.delete(reel);
    if (event.kind !== "cancelled") await this.parts.queue.acknowledge(id);
  }
}

/** What to say when an album cannot take what somebody wants to keep. */
export function textOfLack(lack: Lack): Text {
  return { key: lack === "share" ? "page-album-full" : "refused-no-room", params: {} };
}

function jobId(reel: string): string {
  return `reel-${reel}`;
}

function jobOf({ id, owner }: Reel, locale: string, now: number): Job {
  const whole = { face: null, framing: "photo", gesture: "reel", strength: 1, maxBytes: null, engine: "mesh" } as const;
  const asked = { platform: PLATFORM, user: owner, chat: owner, locale, address: null, createdAt: now };
  return { id: jobId(id), photo: id, reel: true, ...whole, ...asked };
}
