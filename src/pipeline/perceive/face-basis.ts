import { readFileSync } from "node:fs";
import { z } from "zod";

const point = z.array(z.number()).length(3);
const schema = z.object({
  vertices: z.array(point).length(468),
  triangles: z.array(point),
  shapes: z.record(z.string(), z.record(z.string(), point)),
});

/** The canonical face and how each blendshape moves it; see NOTICE.md for where the figures come from. */
export type FaceBasis = Readonly<z.infer<typeof schema>>;

let cached: FaceBasis | undefined;

/** Reads `models/face-basis.json` once. Frame: cm, x to the subject's left, y up, z towards the viewer. */
export function faceBasis(): FaceBasis {
  cached ??= schema.parse(
    JSON.parse(readFileSync(new URL("../../../models/face-basis.json", import.meta.url), "utf8")),
  );
  return cached;
}
