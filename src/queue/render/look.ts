import { overlap } from "../../pipeline/perceive/boxes.ts";
import { mostProminent } from "../../pipeline/perceive/prominence.ts";
import type { Pipeline } from "../../pipeline/pipeline.ts";
import type { Box } from "../../pipeline/types.ts";
import type { FaceSummary } from "../../store/record-types.ts";
import { type Look, type LookOptions, MAX_PHOTO_BYTES } from "../contract/studio.ts";
import { meshesOf, summaryOf } from "./face-summary.ts";
import { reducePicture } from "./reduce-picture.ts";
import { shownOf, stripOf } from "./small-pictures.ts";

/** Looks at a picture file as it was sent: what it shows, and the small pictures of it. Throws `UserError`s. */
export async function look(pipeline: Pick<Pipeline, "lookAt">, file: Uint8Array, options: LookOptions): Promise<Look> {
  const reduced = file.length > MAX_PHOTO_BYTES ? await reducePicture(file) : null;
  const seen = await pipeline.lookAt(reduced ?? file, options);
  const { photo } = seen;
  const faces = seen.faces.map(summaryOf);
  const meant = options.near === undefined ? undefined : faceIn(faces, options.near);
  const several = faces.filter(({ obstacle }) => obstacle === null).length > 1;
  const numbered = several && options.strip === true;
  const [shown, strip] = await Promise.all([shownOf(photo), numbered ? stripOf(photo, faces) : null]);
  return {
    width: photo.width,
    height: photo.height,
    damaged: photo.damaged,
    faces,
    prominent: (meant ?? mostProminent(photo, seen.faces))?.index ?? null,
    meshes: meshesOf(seen.faces),
    shown,
    strip,
    reduced,
  };
}

/** The face that lies in a box most. */
function faceIn(faces: readonly FaceSummary[], box: Box): FaceSummary | undefined {
  const inside = (face: FaceSummary): number => overlap(face.box, box);
  return faces.filter((face) => inside(face) > 0).sort((a, b) => inside(b) - inside(a))[0];
}
