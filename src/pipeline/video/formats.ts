/** The formats in which a clip can be saved. All but the first are made from it. */
export const CLIP_FORMATS = ["mp4", "gif", "webp", "webm"] as const;
export type ClipFormat = (typeof CLIP_FORMATS)[number];

/** What else can be made of a clip: the still with which it begins. */
export type ExportFormat = ClipFormat | "jpg";

/** Everything that can be made, and the encoder of ffmpeg's without which it cannot. */
export const ENCODERS = {
  mp4: "libx264",
  gif: "gif",
  webp: "libwebp_anim",
  webm: "libvpx-vp9",
  jpg: "mjpeg",
  sticker: "libvpx-vp9",
} as const satisfies Record<ExportFormat | "sticker", string>;

export type Product = keyof typeof ENCODERS;
