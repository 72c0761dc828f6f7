import sharp from "sharp";
import { LEFT_EYE_CONTOUR, LIPS, RIGHT_EYE_CONTOUR } from "../pipeline/mesh-parts.ts";
import type { Mesh } from "../pipeline/types.ts";
import { blankCanvas, type Canvas, type Colour, drawLabel, place, type Rectangle } from "./raster.ts";

/** Width of one column of the sheet, and the heights of its three pictures: whole frame, eyes, mouth. */
const COLUMN = 240;
const EYES_HEIGHT = 96;
const MOUTH_HEIGHT = 128;
const BLOCK_HEIGHT = COLUMN + EYES_HEIGHT + MOUTH_HEIGHT;
const GAP = 4;
const COLUMNS = 8;
const PAPER: Colour = [32, 32, 32];
const LABEL: readonly [Colour, Colour] = [
  [255, 255, 255],
  [0, 0, 0],
];

/** Where eyes and mouth are in every frame, in the clip's pixels. */
export interface ZoomAreas {
  readonly eyes: Rectangle;
  readonly mouth: Rectangle;
}

/** One frame as the sheet shows it: scaled down whole, and its eyes and mouth large. */
export interface Tile {
  readonly seconds: number;
  readonly pictures: readonly [whole: Canvas, eyes: Canvas, mouth: Canvas];
}

/** How a photo's points become the clip's: clip = (photo - origin) * scale - pad. */
export interface ClipPlacement {
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
  readonly pad: number;
  readonly size: number;
}

/** The areas round the eyes and the mouth of a face at rest, with room for what moves. */
export function zoomAreas(mesh: Mesh, clip: ClipPlacement): ZoomAreas {
  const eyes = [...RIGHT_EYE_CONTOUR, ...LEFT_EYE_CONTOUR];
  return {
    eyes: areaAround(mesh, eyes, clip, 1.35, COLUMN / EYES_HEIGHT),
    mouth: areaAround(mesh, LIPS, clip, 1.7, COLUMN / MOUTH_HEIGHT),
  };
}

function areaAround(
  mesh: Mesh,
  points: readonly number[],
  clip: ClipPlacement,
  room: number,
  aspect: number,
): Rectangle {
  const xs = points.map((point) => ((mesh[point * 3] ?? 0) - clip.originX) * clip.scale - clip.pad);
  const ys = points.map((point) => ((mesh[point * 3 + 1] ?? 0) - clip.originY) * clip.scale - clip.pad);
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const spread = Math.max(Math.max(...xs) - Math.min(...xs), (Math.max(...ys) - Math.min(...ys)) * aspect);
  const width = Math.min(clip.size, Math.max(8, Math.round(spread * room)));
  const height = Math.min(clip.size, Math.max(4, Math.round(width / aspect)));
  const inside = (start: number, length: number): number =>
    Math.round(Math.max(0, Math.min(clip.size - length, start)));
  return { x: inside(middle(xs) - width / 2, width), y: inside(middle(ys) - height / 2, height), width, height };
}

/** Makes a frame's part of the sheet; the frame may be overwritten afterwards. */
export async function makeTile(frame: Canvas, seconds: number, areas: ZoomAreas): Promise<Tile> {
  const whole = { x: 0, y: 0, width: frame.width, height: frame.height };
  return {
    seconds,
    pictures: [
      await cut(frame, whole, COLUMN, COLUMN),
      await cut(frame, areas.eyes, COLUMN, EYES_HEIGHT),
      await cut(frame, areas.mouth, COLUMN, MOUTH_HEIGHT),
    ],
  };
}

async function cut(frame: Canvas, area: Rectangle, width: number, height: number): Promise<Canvas> {
  const pixels = await sharp(frame.rgb, { raw: { width: frame.width, height: frame.height, channels: 3 } })
    .extract({ left: area.x, top: area.y, width: area.width, height: area.height })
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
  return { width, height, rgb: pixels };
}

/** Lays the frames out in rows of eight, each with its time, its eyes and its mouth below it. */
export function layOutSheet(tiles: readonly Tile[]): Canvas {
  const columns = Math.min(COLUMNS, tiles.length);
  const blocks = Math.ceil(tiles.length / columns);
  const sheet = blankCanvas(columns * (COLUMN + GAP) - GAP, blocks * (BLOCK_HEIGHT + GAP) - GAP, PAPER);
  tiles.forEach(({ seconds, pictures }, i) => {
    const x = (i % columns) * (COLUMN + GAP);
    let y = Math.floor(i / columns) * (BLOCK_HEIGHT + GAP);
    drawTile(sheet, pictures, x, y);
    y += COLUMN - 22;
    drawLabel(sheet, `${seconds.toFixed(2)} s`, x, y, 2, LABEL);
  });
  return sheet;
}

function drawTile(sheet: Canvas, pictures: readonly Canvas[], x: number, y: number): void {
  let top = y;
  for (const picture of pictures) {
    place(sheet, picture, x, top);
    top += picture.height;
  }
}
