import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenTo } from "../../../../src/pipeline/listen/listen.ts";
import { encodeClip } from "../../../../src/pipeline/video/encode.ts";
import { exportClip } from "../../../../src/pipeline/video/export.ts";
import { findFfmpeg } from "../../../../src/pipeline/video/ffmpeg-binary.ts";
import { readSound, SAMPLE_BYTES, SOUND_RATE } from "../../../../src/pipeline/video/ffmpeg-sound.ts";
import { userErrorOf } from "../../../support/errors.ts";
import { play, talk, wavOf } from "../../../support/music.ts";

const run = promisify(execFile);
const SIDE = 64;

let ffmpeg = "";
let folder = "";

beforeAll(async () => {
  ffmpeg = await findFfmpeg();
  folder = await mkdtemp(join(tmpdir(), "keepsake-listen-"));
});

afterAll(async () => rm(folder, { recursive: true }));

/** What ffmpeg says of a file. */
async function saidOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, "asked");
  await writeFile(file, bytes);
  return run(ffmpeg, ["-hide_banner", "-i", file]).then(
    () => "",
    (error: { readonly stderr: string }) => error.stderr,
  );
}

/** A song as phones send it: MP3, with names and a cover. */
async function tagged(): Promise<Uint8Array> {
  const [wav, mp3] = [join(folder, "song.wav"), join(folder, "song.mp3")];
  await writeFile(wav, wavOf(play({ bpm: 100, seconds: 20 })));
  const cover = ["-f", "lavfi", "-i", "color=red:s=32x32:d=0.04"];
  const named = ["-metadata", "title=A name", "-metadata", "artist=Another name"];
  const maps = ["-map", "0:a", "-map", "1:v", "-c:v", "mjpeg", "-disposition:v", "attached_pic"];
  await run(ffmpeg, ["-v", "error", "-y", "-i", wav, ...cover, ...maps, ...named, mp3]);
  return readFile(mp3);
}

async function* frames(count: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i++) yield await Promise.resolve(new Uint8Array(3 * SIDE * SIDE).fill(i % 200));
}

describe("a song", () => {
  it("is heard in a clip as long as its frames, whole bars of it and no name, also where that is made smaller", async () => {
    const song = await listenTo(await tagged(), { ffmpeg });
    const clip = { width: SIDE, height: SIDE, fps: 25, frames: song.frames };
    const mp4 = await encodeClip(frames(song.frames), { ...clip, sound: song.sound, ffmpeg });
    const smaller = await exportClip({ ...clip, mp4 }, { format: "mp4", longSide: 32, ffmpeg });
    for (const bytes of [mp4, smaller.bytes]) {
      const said = await saidOf(bytes);
      expect(said).toMatch(/Video: h264/);
      expect(said).toMatch(/Audio: aac/);
      expect(said.match(/Stream #/g)).toHaveLength(2);
      expect(said).toContain("Synthetic motion");
      expect(said).not.toMatch(/A name|Another name/);
      const { length } = await readSound(join(folder, "asked"), 60, { ffmpeg });
      // An encoder writes sound in packets of 23 ms, one more at the end.
      expect(Math.abs(length / SAMPLE_BYTES / SOUND_RATE - song.frames / 25)).toBeLessThan(0.05);
    }
    expect(song.frames / 25 / 2.4).toBeCloseTo(Math.round(song.frames / 25 / 2.4), 1);
    const gif = await exportClip({ ...clip, mp4 }, { format: "gif", ffmpeg });
    expect(await saidOf(gif.bytes)).not.toContain("Audio");
  });

  it.each([
    ["a text", new TextEncoder().encode("la la la ".repeat(500)), "soundUnreadable"],
    ["a playlist", new TextEncoder().encode("#EXTM3U\n#EXTINF:10,\nfile:///etc/hostname\n"), "soundUnreadable"],
    ["a second", wavOf(play({ bpm: 120, seconds: 1 })), "soundTooShort"],
    ["silence", wavOf(new Float32Array(220_500)), "soundNoBeat"],
    ["somebody who talks", wavOf(talk(12)), "soundNoBeat"],
    ["too large a file", new Uint8Array(50_000_001), "soundTooLarge"],
  ] as const)("is not %s", async (_, bytes, code) => {
    expect(await userErrorOf(listenTo(bytes, { ffmpeg }))).toMatchObject({ code });
  });
});
