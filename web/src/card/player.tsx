import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { CALM, playInSight } from "../in-sight.ts";
import { useSay } from "../say.ts";

/** A film that plays by itself, again and again, and can be paused; for those who want no motion it waits for a tap. */
export function Film({ url, label }: { readonly url: string; readonly label: string }) {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [wanted, setWanted] = useState(!CALM.matches);
  useEffect(() => {
    const player = video.current;
    if (player === null) return;
    if (!wanted) {
      player.pause();
      return;
    }
    return playInSight(player, () => setWanted(false));
  }, [wanted]);
  return (
    <>
      <video
        ref={video}
        src={url}
        aria-label={label}
        preload="auto"
        muted
        loop
        playsInline
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onClick={() => setWanted(!playing)}
      />
      <button
        type="button"
        class={`round film-button ${playing ? "pause" : "play"}`}
        aria-label={say(playing ? "page-pause" : "page-play")}
        onClick={() => setWanted(!playing)}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
    </>
  );
}

/** A clip. */
export function Player({ message }: { readonly message: PageMessage }) {
  const { clipUrl, text } = message;
  return clipUrl === null ? null : <Film url={clipUrl} label={text} />;
}
