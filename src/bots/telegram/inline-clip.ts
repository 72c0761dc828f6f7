import type { KnownClip } from "../conversation/known-clips.ts";

/** A clip as an answer to an inline query; `caption` stands under it. */
export function inlineClip({ id, sent, title, sounds }: KnownClip, caption?: string) {
  const under = caption === undefined ? {} : { caption };
  return sounds
    ? ({ type: "video", id, video_file_id: sent, title, ...under } as const)
    : ({ type: "mpeg4_gif", id, mpeg4_file_id: sent, title, ...under } as const);
}
