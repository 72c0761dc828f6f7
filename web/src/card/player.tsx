import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { CALM, playInSight } from "../in-sight.ts";
import { useSay } from "../say.ts";

interface FilmProps {
  readonly url: string;
  readonly label: string;
  /** What is shown until it plays, where nothing else lies under it. */
  readonly still?: string;
}

/** A film that plays by itself, again and again, and can be paused; for those who want no motion it waits for a tap. */
export function Film({ url, label, still }: FilmProps) {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
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
        poster={still}
        aria-label={label}
        preload="auto"
        muted
        loop
        playsInline
        onClick={() => setWanted(!wanted)}
      />
      <button
        type="button"
        class={`round film-button ${wanted ? "pause" : "play"}`}
        aria-label={say(wanted ? "page-pause" : "page-play")}
        onClick={() => setWanted(!wanted)}
      >
        <Icon name={wanted ? "pause" : "play"} />
      </button>
    </>
  );
}

/** A clip. */
export function Player({ message }: { readonly message: PageMessage }) {
  const { clipUrl, text } = message;
  return clipUrl === null ? null : <Film url={clipUrl} label={text} />;
}
