import { UserError } from "../errors.ts";
import { mostProminent } from "../pipeline/perceive/prominence.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import type { Face, FaceObstacle, Photo, SeenPhoto } from "../pipeline/types.ts";
import { type CommandContext, printJson, rounded } from "./context.ts";
import { readPhoto, requireNew, requireWritable } from "./files.ts";
import { DAMAGED_WARNING } from "./messages.ts";
import { pictureFormatOf, writePicture } from "./picture-file.ts";
import { drawPreview } from "./preview.ts";

export interface FacesOptions {
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
}

const OBSTACLES: Readonly<Record<FaceObstacle, string>> = {
  faceTooSmall: "too small to animate",
  faceTurnedAway: "turned away too far to animate",
};

/** `keepsake faces`: every face with its number, box and pose, and what keeps it from being animated. */
export async function showFaces(path: string, options: FacesOptions, context: CommandContext): Promise<void> {
  const bytes = await readPhoto(path);
  if (options.out !== undefined) {
    pictureFormatOf(options.out);
    requireWritable(options.out, path);
    if (!options.force) requireNew(options.out);
  }
  const { photo, faces } = await look(bytes, context.signal);
  if (photo.damaged) context.stderr.write(`${DAMAGED_WARNING}\n`);
  if (faces.length === 0) throw new UserError(photo.damaged ? "damaged" : "noFace");
  context.signal.throwIfAborted();
  if (options.out !== undefined)
    await writePicture(options.out, drawPreview(photo, faces), pictureFormatOf(options.out));
  if (options.json) printJson(context.stdout, facesReport(photo, faces));
  else context.stdout.write(asText(photo, faces, options.out));
}

async function look(bytes: Uint8Array, signal: AbortSignal): Promise<SeenPhoto> {
  const pipeline = openPipeline();
  try {
    return await pipeline.lookAt(bytes, { signal });
  } finally {
    await pipeline.close();
  }
}

/** A face as `--json` shows it, in pixels of the photo and degrees. */
export interface PrintedFace {
  readonly index: number;
  readonly box: Face["box"];
  readonly score: number;
  readonly pose: Face["pose"];
}

/** The part of a face that people may want to see: not its mesh. */
export function reportFace({ index, box, score, pose }: Face): PrintedFace {
  return {
    index,
    box: { x: rounded(box.x), y: rounded(box.y), width: rounded(box.width), height: rounded(box.height) },
    score: rounded(score),
    pose: { yaw: rounded(pose.yaw), pitch: rounded(pose.pitch), roll: rounded(pose.roll) },
  };
}

function facesReport(photo: Photo, faces: readonly Face[]): object {
  return {
    photo: { width: photo.width, height: photo.height },
    mostProminent: mostProminent(photo, faces)?.index ?? null,
    faces: faces.map((face) => ({ ...reportFace(face), size: size(face), obstacle: face.obstacle })),
  };
}

/** A face's size is the width of its box in pixels. */
function size({ box }: Face): number {
  return Math.round(box.width);
}

/** Rounded, and never -0. */
function whole(value: number): number {
  return Math.round(value) + 0;
}

function asText(photo: Photo, faces: readonly Face[], preview: string | undefined): string {
  const prominent = mostProminent(photo, faces)?.index;
  const lines = faces.map((face) => {
    const { index, box, pose, obstacle } = face;
    const place = `${whole(box.width)} x ${whole(box.height)} pixels at ${whole(box.x)}, ${whole(box.y)}`;
    const turn = `turned ${whole(pose.yaw)}°, nodding ${whole(pose.pitch)}°, tilted ${whole(pose.roll)}°`;
    const remark = obstacle !== null ? OBSTACLES[obstacle] : index === prominent ? "ok, most prominent" : "ok";
    return `Face ${index}: ${remark}; ${place}; ${turn}\n`;
  });
  return lines.join("") + (preview === undefined ? "" : `${preview} shows them.\n`);
}
