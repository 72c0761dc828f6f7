import { isSongGesture } from "../../pipeline/motion/gesture-name.ts";
import { personKey } from "../port/chat-port.ts";
import { type Context, textsOf } from "./context.ts";
import type { Speaker } from "./fact-finder.ts";
import { captionOf } from "./sender.ts";

/** A clip that a platform has a copy of, to be offered or shown in any chat there. */
export interface KnownClip {
  readonly id: string;
  /** The platform's id of its copy. */
  readonly sent: string;
  readonly title: string;
  /** It can be heard, so it must be shown as what has a sound. */
  readonly sounds: boolean;
}

/** The newest clips that a person asked for and the platform has a copy of, newest first. */
export async function knownClips(context: Context, speaker: Speaker, limit: number): Promise<readonly KnownClip[]> {
  const texts = textsOf(speaker);
  const clips = await context.store.clips.recentOf(personKey(speaker.chat, speaker.from), limit);
  return clips.flatMap((clip) => {
    const sent = clip.files[`${speaker.chat.platform}:clip`];
    if (sent === undefined) return [];
    return [{ id: clip.id, sent, title: captionOf(context, clip, [], texts), sounds: isSongGesture(clip.gesture) }];
  });
}
