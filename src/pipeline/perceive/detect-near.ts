import sharp from "sharp";
import type { ModelOptions } from "../models/onnx.ts";
import type { Box, Detection, Photo } from "../types.ts";
import { detectFaces } from "./detect.ts";
import { SURE_SCORE } from "./find-mesh.ts";

/** People draw closely round a face; detectors want its surroundings, too. */
const ROOM = 0.6;
/** A small part is enlarged to this longer side, so that it is searched as a whole photo is. */
const LEAST_SIDE = 192;

/**
 * What looks like a face in a part of a photo that somebody has drawn a box round, best first; in photo pixels. The part is searched
 * by itself, as large as a photo: there a face stands out that is lost in the whole. Last comes the box itself, whose person is sure
 * of it: whether it shows a face is then for the mesh to say.
 */
export async function detectNear(photo: Photo, box: Box, options: ModelOptions = {}): Promise<Detection[]> {
  const part = roundPart(photo, box);
  const { width, height } = part;
  const scale = Math.max(1, LEAST_SIDE / Math.max(width, height));
  const { data, info } = await sharp(photo.rgb, { raw: { width: photo.width, height: photo.height, channels: 3 } })
    .extract({ left: part.x, top: part.y, width, height })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const seen = await detectFaces(
    { width: info.width, height: info.height, rgb: data, damaged: photo.damaged },
    options,
  );
  const found = seen.map((face) => ({
    ...face,
    box: {
      x: part.x + face.box.x / scale,
      y: part.y + face.box.y / scale,
      width: face.box.width / scale,
      height: face.box.height / scale,
    },
  }));
  return [...found, { box, score: SURE_SCORE, roll: 0 }];
}

/** The box with some room round it, in whole pixels within the photo. */
function roundPart(photo: Pick<Photo, "width" | "height">, box: Box): Box {
  const [roomX, roomY] = [box.width * ROOM, box.height * ROOM];
  const x = Math.max(0, Math.floor(box.x - roomX));
  const y = Math.max(0, Math.floor(box.y - roomY));
  const right = Math.min(photo.width, Math.ceil(box.x + box.width + roomX));
  const bottom = Math.min(photo.height, Math.ceil(box.y + box.height + roomY));
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}
