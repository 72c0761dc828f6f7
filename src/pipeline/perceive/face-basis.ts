import { readFileSync } from "node:fs";
import { z } from "zod";

/** Three numbers. A function of our own, because there are ten thousand of them, and every start would wait for a schema's. */
const isPoint = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length === 3 && value.every((number) => typeof number === "number");
const points = z.custom<number[][]>((value) => Array.isArray(value) && value.every(isPoint));
const moves = z.custom<Record<string, number[]>>(
  (value) => typeof value === "object" && value !== null && Object.values(value).every(isPoint),
);
const schema = z.object({
  vertices: points.refine(({ length }) => length === 468),
  triangles: points,
  shapes: z.record(z.string(), moves),
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
