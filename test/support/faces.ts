import { readFileSync } from "node:fs";
import { detectFaces } from "../../src/pipeline/perceive/detect.ts";
import { measureFaces } from "../../src/pipeline/perceive/faces.ts";
import { mostProminent } from "../../src/pipeline/perceive/prominence.ts";
import { decodePhoto } from "../../src/pipeline/photo/decode.ts";
import type { Face, Photo } from "../../src/pipeline/types.ts";

/** The face that a photo is most about. Throws where there is none. */
export async function prominentFace(path: string): Promise<{ photo: Photo; face: Face }> {
  const photo = await decodePhoto(readFileSync(path));
  const face = mostProminent(photo, await measureFaces(photo, await detectFaces(photo)));
  if (face === null) throw new Error("no face");
  return { photo, face };
}
