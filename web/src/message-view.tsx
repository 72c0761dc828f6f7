import type { PageMessage } from "../../src/bots/web/protocol.ts";
import { isPlayed } from "./album.ts";
import { Buttons } from "./buttons.tsx";
import type { Command } from "./calls.ts";
import { ClipView } from "./clip-view.tsx";
import { LinkedText } from "./linked-text.tsx";
import { useSay } from "./say.ts";
import type { Taps } from "./taps.ts";

/** What the parts of the page do when they are used. */
export interface PageActions {
  readonly taps: Taps;
  readonly ask: (name: Command, about?: string) => void;
  readonly onNews: (text: string) => void;
}

interface MessageViewProps extends PageActions {
  readonly message: PageMessage;
  /** Keepsake is at work. */
  readonly busy: boolean;
  /** Its buttons are shown elsewhere. */
  readonly bare: boolean;
}

/** Something that was said: how the work is getting on, why there is no clip, or whatever else. */
export function MessageView({ message, busy, bare, taps, ask, onNews }: MessageViewProps) {
  const say = useSay();
  const { id, text, percent, pictureUrl, keyboard, clipUrl } = message;
  const working = message.replyTo !== null && keyboard.length === 0 && clipUrl === null;
  return (
    <>
      {pictureUrl !== null && <img src={pictureUrl} alt="" />}
      {isPlayed(message) ? (
        <ClipView message={message} />
      ) : (
        <p>
          <LinkedText text={text} ask={ask} />
        </p>
      )}
      {clipUrl !== null && !isPlayed(message) && (
        <a class="button" href={clipUrl} download="keepsake.mp4">
          {say("page-download")}
        </a>
      )}
      {working && (busy || percent !== undefined) && <progress max="100" value={percent} aria-label={text} />}
      {!bare && keyboard.length > 0 && (
        <Buttons
          message={message}
          waits={(data) => taps.waits(id, data)}
          onTap={(data) => taps.tap(id, data)}
          onNews={onNews}
        />
      )}
    </>
  );
}
