import sharp from "sharp";
import type { Canvas, Colour } from "../draw/canvas.ts";
import { drawLabel, labelSize } from "../draw/label.ts";
import { blankCanvas, place, type Rectangle } from "../draw/rectangle.ts";
import { FACE_OVAL, LEFT_EYE_CONTOUR, LIPS, RIGHT_EYE_CONTOUR } from "../pipeline/perceive/mesh-parts.ts";
import type { Mesh } from "../pipeline/types.ts";

/** Width of one column of the sheet, and the heights of eyes and mouth in it. */
const COLUMN = 240;
const EYES_HEIGHT = 96;
const MOUTH_HEIGHT = 128;
const GAP = 4;
const COLUMNS = 8;
const PAPER: Colour = [32, 32, 32];
const LABEL_HEIGHT = 14;
const LABEL: readonly [Colour, Colour] = [
  [255, 255, 255],
  [0, 0, 0],
];

/** A part of every frame that the sheet shows enlarged: where it is in the clip's pixels, and its height on the sheet. */
export interface Area {
  readonly place: Rectangle;
  readonly height: number;
}

/** One frame as the sheet shows it: scaled down whole, and below it the enlarged parts. */
export interface Tile {
  readonly seconds: number;
  readonly pictures: readonly Canvas[];
}

/** What of a photo a clip shows: clip = (photo - origin) * scale. */
export interface ClipView {
  readonly width: number;
  readonly height: number;
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
}

/** The areas round the eyes and the mouth of a face at rest, with room for what moves. */
export function zoomAreas(mesh: Mesh, clip: ClipView): readonly [eyes: Area, mouth: Area] {
  const eyes = [...RIGHT_EYE_CONTOUR, ...LEFT_EYE_CONTOUR];
  return [areaAround(mesh, eyes, clip, 1.35, EYES_HEIGHT), areaAround(mesh, LIPS, clip, 1.7, MOUTH_HEIGHT)];
}

/** The area round a whole head. */
export function headArea(mesh: Mesh, clip: ClipView): Area {
  return areaAround(mesh, FACE_OVAL, clip, 2, COLUMN);
}

function areaAround(mesh: Mesh, points: readonly number[], clip: ClipView, room: number, height: number): Area {
  const aspect = COLUMN / height;
  const xs = points.map((point) => ((mesh[point * 3] ?? 0) - clip.originX) * clip.scale);
  const ys = points.map((point) => ((mesh[point * 3 + 1] ?? 0) - clip.originY) * clip.scale);
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  const spread = Math.max(Math.max(...xs) - Math.min(...xs), (Math.max(...ys) - Math.min(...ys)) * aspect);
  const wide = Math.min(clip.width, Math.max(8, Math.round(spread * room)));
  const high = Math.min(clip.height, Math.max(4, Math.round(wide / aspect)));
  const inside = (start: number, length: number, total: number): number =>
    Math.round(Math.max(0, Math.min(total - length, start)));
  const x = inside(middle(xs) - wide / 2, wide, clip.width);
  const y = inside(middle(ys) - high / 2, high, clip.height);
  return { place: { x, y, width: wide, height: high }, height };
}

/** Makes a frame's part of the sheet; the frame may be overwritten afterwards. */
export async function makeTile(frame: Canvas, seconds: number, areas: readonly Area[]): Promise<Tile> {
  const { width, height } = frame;
  const whole = { place: { x: 0, y: 0, width, height }, height: Math.round((COLUMN * height) / width) };
  const pictures = await Promise.all(
    [whole, ...areas].map(async (area) => cut(frame, area.place, COLUMN, area.height)),
  );
  return { seconds, pictures };
}

async function cut(frame: Canvas, area: Rectangle, width: number, height: number): Promise<Canvas> {
  const pixels = await sharp(frame.rgb, { raw: { width: frame.width, height: frame.height, channels: 3 } })
    .extract({ left: area.x, top: area.y, width: area.width, height: area.height })
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
  return { width, height, rgb: pixels };
}

/** Lays the frames out in rows of eight, each with its time, its enlarged parts below it. */
export function layOutSheet(tiles: readonly Tile[]): Canvas {
  const columns = Math.min(COLUMNS, tiles.length);
  const blocks = Math.ceil(tiles.length / columns);
  const heights = tiles[0]?.pictures.map(({ height }) => height) ?? [];
  const blockHeight = heights.reduce((sum, height) => sum + height, 0);
  const sheet = blankCanvas(columns * (COLUMN + GAP) - GAP, blocks * (blockHeight + GAP) - GAP, PAPER);
  tiles.forEach(({ seconds, pictures }, i) => {
    const x = (i % columns) * (COLUMN + GAP);
    let y = Math.floor(i / columns) * (blockHeight + GAP);
    drawTile(sheet, pictures, x, y);
    const time = `${seconds.toFixed(2)} s`;
    y += (heights[0] ?? 0) - labelSize(time, LABEL_HEIGHT).height;
    drawLabel(sheet, time, x, y, LABEL_HEIGHT, LABEL);
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
