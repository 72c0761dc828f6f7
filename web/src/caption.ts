import type { AlbumClip } from "../../src/bots/web/protocol.ts";
import { canvasOf } from "./canvas.ts";

/** Pixels of a caption as wide as the reel is; the reel's maker brings it to the reel's own width. */
const WIDTH = 1000;
const MARGIN = 70;
const NAME = 50;
const YEARS = 32;
const FONT = 'Georgia, "Iowan Old Style", "Noto Serif", "Noto Serif CJK JP", serif';

/**
 * What is written under a clip, drawn on nothing: a PNG in base64, or null where there is nothing to write. It is drawn here,
 * because this machine has the letters of whoever wrote it.
 */
export async function captionOf({ name, years }: Pick<AlbumClip, "name" | "years">): Promise<string | null> {
  const lines = [
    { text: name, size: NAME },
    { text: years, size: YEARS },
  ].filter(({ text }) => text !== "");
  if (lines.length === 0) return null;
  const height = lines.reduce((sum, { size }) => sum + Math.round(size * 1.35), 24);
  const canvas = canvasOf(WIDTH, height);
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = "#fff";
  pen.shadowColor = "rgb(0 0 0 / 75%)";
  pen.shadowBlur = 12;
  let y = 12;
  for (const { text, size } of lines) {
    pen.font = `${size}px ${FONT}`;
    const fitting = Math.min(1, (WIDTH - 2 * MARGIN) / pen.measureText(text).width);
    pen.font = `${size * fitting}px ${FONT}`;
    pen.fillText(text, WIDTH / 2, y + size * 0.675);
    y += Math.round(size * 1.35);
  }
  return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
}
