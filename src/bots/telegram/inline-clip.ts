/** A clip that Telegram has a copy of, to be offered or shown in any chat. */
export interface KnownClip {
  readonly id: string;
  /** Telegram's id of its copy. */
  readonly sent: string;
  readonly title: string;
  /** It can be heard, so it was sent as a video. */
  readonly sounds: boolean;
}

/** A clip as an answer to an inline query; `caption` stands under it. */
export function inlineClip({ id, sent, title, sounds }: KnownClip, caption?: string) {
  const under = caption === undefined ? {} : { caption };
  return sounds
    ? ({ type: "video", id, video_file_id: sent, title, ...under } as const)
    : ({ type: "mpeg4_gif", id, mpeg4_file_id: sent, title, ...under } as const);
}
