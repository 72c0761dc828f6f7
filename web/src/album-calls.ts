import type { Album, AlbumClip } from "../../src/bots/web/protocol.ts";
import { call, json } from "./calls.ts";

/** What somebody writes under a clip. */
export type Label = Pick<AlbumClip, "name" | "years">;

/** Reads the whole album. */
export async function readAlbum(): Promise<Album> {
  return (await (await call("/api/album")).json()) as Album;
}

/** Puts a clip that the page shows into the album; `title` is what its photo's file was called. */
export async function keep(clip: string, title: string): Promise<AlbumClip> {
  return (await (await call("/api/album", json({ clip, title }))).json()) as AlbumClip;
}

/** Writes under a kept clip. */
export async function write(id: string, label: Label): Promise<void> {
  await call(`/api/album/${id}/label`, json(label, "PUT"));
}

/** Takes a clip out of the album. */
export async function letGo(id: string): Promise<void> {
  await call(`/api/album/${id}`, { method: "DELETE" });
}

/** A clip's place in a reel, and what is written under it, as a PNG in base64. */
export interface ReelPart {
  readonly kept: string;
  readonly caption: string | null;
}

/** Has a reel made of kept clips. */
export async function makeReel(parts: readonly ReelPart[]): Promise<void> {
  await call("/api/reels", json({ parts }));
}

/** Deletes a reel, or calls it off. */
export async function deleteReel(id: string): Promise<void> {
  await call(`/api/reels/${id}`, { method: "DELETE" });
}
