import { pause, systemClock } from "../src/clock.ts";
import type { Movement } from "../src/pipeline/motion/movement.ts";
import type { Song } from "../src/pipeline/motion/song.ts";
import type { Clip } from "../src/pipeline/request.ts";
import type { Sticker } from "../src/pipeline/sticker/sticker.ts";
import type { Marks } from "../src/pipeline/verify/marks.ts";
import type { ExportedClip } from "../src/pipeline/video/export.ts";
import type { Look, Rendered, RenderOptions, RenderRequest, Studio } from "../src/queue/contract/studio.ts";
import { headTurn } from "../test/support/head-turn.ts";
import { madeUpSong } from "../test/support/made-up-song.ts";

const FACE = {
  index: 1,
  box: { x: 10, y: 10, width: 50, height: 60 },
  pose: { yaw: 0, pitch: 0, roll: 0 },
  openEyes: true,
  openMouth: false,
  obstacle: null,
} as const;

/** A file that begins as such files do. */
function fileOf(beginning: string, bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes, 7);
  file.write(beginning, "latin1");
  return file;
}

/** A studio whose clips take a given time by the clock, and no work: what is measured is everything round them. */
export class SimulatedStudio implements Studio {
  constructor(
    private readonly renderMs: number,
    private readonly clipBytes = 450_000,
  ) {}

  async look(): Promise<Look> {
    const shown = fileOf("\xff\xd8", 120_000);
    const size = { width: 1600, height: 1200, damaged: false };
    return { ...size, faces: [FACE], prominent: 1, meshes: new Uint8Array(5740), shown, strip: null, reduced: null };
  }

  async render({ gesture = "nostalgia" }: RenderRequest, { signal, onProgress }: RenderOptions): Promise<Rendered> {
    onProgress?.("decode", 0);
    await pause(systemClock, this.renderMs, signal);
    signal?.throwIfAborted();
    return {
      photo: { width: 1600, height: 1200, damaged: false },
      faces: [FACE],
      face: 1,
      gesture,
      animated: [{ face: 1, gesture, driver: "simulated" }],
      enhanced: false,
      changes: [],
      engine: "mesh",
      shows: FACE.box,
      thumbnail: fileOf("\xff\xd8", 20_000),
      clip: {
        mp4: fileOf("\0\0\0\x20ftypisom", this.clipBytes),
        width: 720,
        height: 720,
        fps: 25,
        frames: 100,
        seconds: 4,
      },
      timings: { decode: 0, detect: 0, landmarks: 0, enhance: 0, rig: 0, render: 0, encode: 0, total: this.renderMs },
    };
  }

  async convert(): Promise<ExportedClip> {
    throw new Error("Nothing is converted here");
  }

  async sticker(): Promise<Sticker> {
    throw new Error("No stickers are made here");
  }

  async reel(): Promise<Clip> {
    throw new Error("No reels are made here");
  }

  async verify(): Promise<Marks> {
    return Promise.resolve({ type: null, watermark: null, credentials: null, note: false, sourceTypes: [] });
  }

  async measure(): Promise<Movement> {
    return Promise.resolve(headTurn());
  }

  async listen(): Promise<Song> {
    return Promise.resolve(madeUpSong(new Uint8Array(8)));
  }

  async products(): Promise<readonly []> {
    return [];
  }

  settled(): void {
    // Nothing is held.
  }

  forget(): void {
    // Nothing is kept.
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}
