import { z } from "zod";
import { type Music, musicSchema, type Song } from "../pipeline/motion/song.ts";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";
import { idRow } from "./rows.ts";

/** The music of a song that somebody sent, and the bars of it that are to be heard. */
export interface NewSong {
  /** The gesture under which faces move to it. */
  readonly gesture: string;
  /** Who sent it. */
  readonly owner: string;
  readonly song: Song;
}

const songRow = z.object({ music: json(musicSchema), sound: z.string().nullable() });

/** The music that faces move to. Its beats go as photos do; what is heard of it is kept in clips, and only until there is one besides. */
export type Songs = Omit<DiskSongs, "sweep" | "dropOf">;

/** Where the sound of a song is found once there is a clip of it. */
interface Clips {
  bytes(id: string): Promise<Uint8Array | null>;
}

/** Songs among the other records. */
export class DiskSongs {
  constructor(
    private readonly records: Records,
    private readonly clips: Clips,
    private readonly now: () => number,
  ) {}

  /** Keeps a song until there is a clip of it. */
  async put({ gesture, owner, song }: NewSong): Promise<void> {
    const { sound, ...music } = song;
    const sql = `INSERT INTO songs (gesture, owner, music, sound, usedAt) VALUES (:gesture, :owner, :music, :sound, :now)
      ON CONFLICT (gesture) DO UPDATE SET sound = :sound, usedAt = :now`;
    const values = { music: JSON.stringify(music), sound: Buffer.from(sound).toString("base64") };
    this.records.run(sql, { gesture, owner, ...values, now: this.now() });
  }

  /** A song with its sound, or null when neither it nor a clip of it is kept (any more). */
  async get(gesture: string): Promise<Song | null> {
    const row = this.records.get(songRow, "SELECT music, sound FROM songs WHERE gesture = :gesture", { gesture });
    if (row === null) return null;
    return row.sound === null
      ? this.#inClip(gesture, row.music)
      : { ...row.music, sound: Buffer.from(row.sound, "base64") };
  }

  /** There is a clip of it: from now on its sound is nowhere else. */
  async settle(gesture: string): Promise<void> {
    this.records.run("UPDATE songs SET usedAt = :now WHERE gesture = :gesture", { gesture, now: this.now() });
    const sql = "UPDATE songs SET sound = NULL WHERE gesture = :gesture AND sound IS NOT NULL";
    if (this.records.run(sql, { gesture }).changes > 0) this.records.scrub();
  }

  /** Removes all of somebody's. */
  dropOf(owner: string): void {
    this.records.run("DELETE FROM songs WHERE owner = :owner", { owner });
  }

  /** Removes those whose last clip was made before a time, ms since 1970. */
  sweep(before: number): void {
    this.records.run("DELETE FROM songs WHERE usedAt <= :before", { before });
  }

  async #inClip(gesture: string, music: Music): Promise<Song | null> {
    const sql = "SELECT id FROM clips WHERE gesture = :gesture ORDER BY rowid LIMIT 1";
    const clip = this.records.get(idRow, sql, { gesture });
    const sound = clip === null ? null : await this.clips.bytes(clip.id);
    return sound === null ? null : { ...music, sound };
  }
}
