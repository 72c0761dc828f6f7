/** Largest video file that is measured, in bytes. */
export const MAX_VIDEO_BYTES = 50_000_000;
