/**
 * Makes the clips of docs/clips, which the README shows: `npm run clips`. Look at them before they are committed.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { type AnimateRequest, openPipeline } from "../../src/pipeline/index.ts";
import { album, PORTRAIT } from "../support/photos.ts";

const CLIPS = join(import.meta.dirname, "../../docs/clips");

/** Pixels of a clip's shorter side: a quarter of a README's width on a screen with fine pixels. */
const SIDE = 320;
/** Every second frame of a clip, as its GIF shows it. */
const MILLISECONDS_A_FRAME = 80;

const pipeline = openPipeline();
// The pipeline reads no drawings, since strangers could send some; the cracks are our own.
sharp.unblock({ operation: ["VipsForeignLoadSvg"] });

/** The frames of a clip, every second one, reduced; `finish` may put something beside each. */
async function record(
  request: AnimateRequest,
  { width, finish = (frame) => frame }: { readonly width: number; readonly finish?: (frame: Sharp) => Sharp },
): Promise<Buffer[]> {
  const frames: Promise<Buffer>[] = [];
  await pipeline.renderFrames(request, (rgb, frame, { film }) => {
    if (frame % 2 === 1) return;
    const raw = { width: film.width, height: film.height, channels: 3 as const };
    const small = sharp(Buffer.from(rgb), { raw }).resize(width, SIDE).png().toBuffer();
    frames.push(small.then(async (png) => finish(sharp(png)).png().toBuffer()));
  });
  return Promise.all(frames);
}

async function save(name: string, frames: readonly Buffer[]): Promise<void> {
  const delay = frames.map(() => MILLISECONDS_A_FRAME);
  const film = sharp([...frames], { join: { animated: true } }).webp({ quality: 50, effort: 4, loop: 0, delay });
  await writeFile(join(CLIPS, `${name}.webp`), await film.toBuffer());
}

/** A square of a photo, so that its face is large in a small clip. */
interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

async function cut(photo: string, { left, top, side }: Square): Promise<Buffer> {
  return sharp(photo).extract({ left, top, width: side, height: side }).png().toBuffer();
}

async function saveClip(name: string, photo: Buffer, gesture: string): Promise<void> {
  await save(name, await record({ photo, gesture }, { width: SIDE }));
}

/** White cracks over the whole of a square print, as they come when it was folded. */
const CRACKS = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="360" fill="none" stroke="#f2eee4">
  <path stroke-width="2.6" d="M0 18 L41 47 L80 84 L124 131 L161 150 L200 192 L248 236 L281 262 L360 338"/>
  <path stroke-width="1.8" d="M271 0 L258 62 L252 118 L241 170 L248 236"/>
  <path stroke-width="1.4" d="M124 131 L112 176 L116 221 L98 269"/>
</svg>`;

/** A cracked print on the left, its clip on the right. */
async function saveMended(print: Buffer): Promise<void> {
  const photo = await sharp(print)
    .composite([{ input: Buffer.from(CRACKS) }])
    .png()
    .toBuffer();
  const before = await sharp(photo).resize(SIDE, SIDE).png().toBuffer();
  const finish = (frame: Sharp): Sharp => frame.extend({ left: SIDE }).composite([{ input: before, left: 0, top: 0 }]);
  await save("mended", await record({ photo, gesture: "nostalgia" }, { width: SIDE, finish }));
}

/** A page of an album with three portraits, in which everyone moves. */
async function saveEveryone(photos: readonly string[]): Promise<void> {
  const [width, height] = [1280, 640];
  const prints = photos.map(async (photo, i) => ({
    input: await sharp(photo)
      .resize(364, 484, { position: "top" })
      .extend({ top: 12, bottom: 12, left: 12, right: 12, background: "#f1ead9" })
      .png()
      .toBuffer(),
    left: 51 + 404 * i,
    top: 66,
  }));
  const page = sharp({ create: { width, height, channels: 3, background: "#4b3d2c" } });
  const photo = await page
    .composite(await Promise.all(prints))
    .png()
    .toBuffer();
  await save("everyone", await record({ photo, face: "all", framing: "photo" }, { width: 2 * SIDE }));
}

const andersson = await cut(album("andersson.jpg"), { left: 90, top: 10, side: 360 });
await saveClip("look-about", andersson, "look");
await saveClip("blink", await cut(album("dahlgren.jpg"), { left: 200, top: 30, side: 360 }), "blink");
await saveClip("laugh", await cut(PORTRAIT, { left: 60, top: 0, side: 330 }), "laugh");
await saveClip("engraving", await cut(album("engraving.jpg"), { left: 45, top: 0, side: 350 }), "nostalgia");
await saveMended(andersson);
await saveEveryone([album("andersson.jpg"), PORTRAIT, album("dahlgren.jpg")]);
await pipeline.close();
