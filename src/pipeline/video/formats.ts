/** The formats in which a clip can be saved. All but the first are made from it. */
export const CLIP_FORMATS = ["mp4", "gif", "webp", "webm"] as const;
export type ClipFormat = (typeof CLIP_FORMATS)[number];
