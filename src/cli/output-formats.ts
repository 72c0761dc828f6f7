import { CLIP_FORMATS, type ClipFormat } from "../pipeline/video/formats.ts";

/** What `animate` can write: clips, and as `png` a sheet of a clip's frames. */
export const OUTPUT_FORMATS = [...CLIP_FORMATS, "png"] as const satisfies readonly (ClipFormat | "png")[];
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
