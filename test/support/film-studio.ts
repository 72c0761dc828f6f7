import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { Scene } from "../../src/pipeline/reel/scene.ts";
import type { Clip } from "../../src/pipeline/request.ts";
import type { Box } from "../../src/pipeline/types.ts";
import type { Look, LookOptions, Rendered, RenderOptions, RenderRequest } from "../../src/queue/contract/studio.ts";
import { facesInARow, HeldStudio } from "./held-studio.ts";

const FILM = readFileSync(join(import.meta.dirname, "../../examples/welcome.mp4"));

/** Stands in for the pipeline where a browser shows what comes of it: photos are shown as they are, and every clip is the same film. */
export class FilmStudio extends HeldStudio {
  /** The boxes that somebody has drawn: in each it sees a face. */
  readonly frames: Box[] = [];

  override async look(photo: Uint8Array, options: LookOptions = {}): Promise<Look> {
    const seen = await super.look(photo, options);
    const upright = sharp(photo).rotate();
    const { data, info } = await upright.jpeg().toBuffer({ resolveWithObject: true });
    const { near } = options;
    const faces = near === undefined ? seen.faces : facesInARow(1).map((face) => ({ ...face, box: near }));
    if (near !== undefined) this.frames.push(near);
    const prominent = faces === seen.faces ? seen.prominent : 1;
    return { ...seen, faces, prominent, width: info.width, height: info.height, shown: data };
  }

  override async render(request: RenderRequest, options: RenderOptions): Promise<Rendered> {
    const rendered = await super.render(request, options);
    // No two alike, because one clip is kept once.
    const mp4 = Buffer.concat([
      FILM,
      freeBox(JSON.stringify([request.id, request.face, request.gesture, Math.random()])),
    ]);
    return { ...rendered, clip: { ...rendered.clip, mp4, width: 480, height: 480, seconds: 6.04 } };
  }

  override async reel(scenes: readonly Scene[], options: RenderOptions): Promise<Clip> {
    return { ...(await super.reel(scenes, options)), mp4: FILM, width: 480, height: 480, seconds: 6.04 };
  }
}

/** What players of an MP4 pass over. */
function freeBox(text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write("free", 4);
  return Buffer.concat([head, body]);
}
