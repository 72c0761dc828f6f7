import sharp from "sharp";
import type { Canvas } from "../../draw/canvas.ts";
import { drawDisc } from "../../draw/stroke.ts";
import { drawText } from "../../draw/text.ts";
import type { Box, Photo } from "../../pipeline/types.ts";
import type { FaceSummary } from "../../store/record-types.ts";

/** Small JPEGs of a photo, made by sharp off the main thread. */

/** How much of a photo a thumbnail shows round a face, in face sizes. */
const ROUND_FACE = 1.7;
const GAP = 6;
const PAPER = { r: 250, g: 250, b: 250 };
const BADGE = [32, 36, 44] as const;
const FADED_BADGE = [150, 150, 150] as const;
const WHITE = [255, 255, 255] as const;
const THUMBNAIL = 320;
const SHOWN_SIDE = 1280;

/** All faces with their numbers. */
export async function stripOf(photo: Photo, faces: readonly FaceSummary[]): Promise<Uint8Array> {
  const { side, columns } = gridFor(faces.length);
  const step = side + GAP;
  const cells = await Promise.all(faces.map(async (face) => drawCell(photo, face, side)));
  const width = GAP + Math.min(columns, faces.length) * step;
  const height = GAP + Math.ceil(faces.length / columns) * step;
  const sheet = sharp({ create: { width, height, channels: 3, background: PAPER } }).composite(
    cells.map((cell, i) => ({
      input: Buffer.from(cell.rgb),
      raw: { width: side, height: side, channels: 3 },
      left: GAP + (i % columns) * step,
      top: GAP + Math.floor(i / columns) * step,
    })),
  );
  return sheet.jpeg({ quality: 85 }).toBuffer();
}

/** Stands for a clip that shows this part of the photo: at most 320 px a side and 200 kB. */
export async function thumbnailOf(photo: Photo, shows: Box): Promise<Uint8Array> {
  return cut(photo, shows, THUMBNAIL).jpeg({ quality: 80 }).toBuffer();
}

/** The photo as a page shows it: its longer side at most 1280 pixels. */
export async function shownOf(photo: Photo): Promise<Uint8Array> {
  return within(photo, SHOWN_SIDE).jpeg({ quality: 82 }).toBuffer();
}

function within({ width, height, rgb }: Photo, side: number) {
  const raw = { width, height, channels: 3 } as const;
  return sharp(rgb, { raw }).resize(side, side, { fit: "inside", withoutEnlargement: true });
}

/** Few faces are shown large; a whole school class still fits on a phone. */
function gridFor(faces: number): { readonly side: number; readonly columns: number } {
  if (faces <= 12) return { side: 180, columns: faces <= 4 ? faces : faces <= 6 ? 3 : 4 };
  return faces <= 30 ? { side: 130, columns: 6 } : { side: 110, columns: 8 };
}

async function drawCell(photo: Photo, face: FaceSummary, side: number): Promise<Canvas> {
  const { box } = face;
  const span = Math.min(ROUND_FACE * Math.max(box.width, box.height), photo.width, photo.height);
  const square = {
    x: clamp(box.x + box.width / 2 - span / 2, photo.width - span),
    y: clamp(box.y + box.height / 2 - span / 2, photo.height - span),
    width: span,
    height: span,
  };
  const picture = cut(photo, square, side);
  // What cannot be animated steps back, but keeps its number: numbers go from left to right through all faces.
  if (face.obstacle !== null) picture.modulate({ saturation: 0.2 }).linear(0.45, 130);
  const rgb = await picture.raw().toBuffer();
  const canvas = { width: side, height: side, rgb: new Uint8Array(rgb.buffer, rgb.byteOffset, rgb.length) };
  const radius = Math.round(side * 0.13);
  const [x, y] = [radius + 5, side - radius - 5];
  drawDisc(canvas, x, y, radius + 2, WHITE);
  drawDisc(canvas, x, y, radius, face.obstacle === null ? BADGE : FADED_BADGE);
  drawText(canvas, String(face.index), x, y, radius * (face.index > 99 ? 0.75 : face.index > 9 ? 0.95 : 1.15), WHITE);
  return canvas;
}

/** A part of the photo with its longer side scaled to `most` pixels, mirrored where it reaches over the photo's edge. */
function cut({ width, height, rgb }: Photo, part: Box, most: number) {
  const scale = most / Math.max(part.width, part.height);
  const x = inside(part.x, part.width, width, scale);
  const y = inside(part.y, part.height, height, scale);
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left: x.start, top: y.start, width: x.length, height: y.length })
    .resize(x.scaled, y.scaled, { fit: "fill" })
    .extend({ left: x.before, top: y.before, right: x.after, bottom: y.after, extendWith: "mirror" });
}

/** What of a stretch lies within 0..total, in photo pixels, and where that goes in the scaled picture. */
function inside(from: number, stretch: number, total: number, scale: number) {
  const start = Math.min(total - 1, Math.max(0, Math.round(from)));
  const end = Math.min(total, Math.max(start + 1, Math.round(from + stretch)));
  const side = Math.round(stretch * scale);
  const before = Math.max(0, Math.round((start - from) * scale));
  const scaled = Math.max(1, Math.min(side - before, Math.round((end - start) * scale)));
  const shift = Math.min(before, side - scaled);
  return { start, length: end - start, before: shift, scaled, after: side - shift - scaled };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, most), Math.max(0, value));
}
