import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** A film that plays by itself, again and again, and can be paused; for those who want no motion it waits for a tap. */
export function Film({
  url,
  label,
  poster,
}: {
  readonly url: string;
  readonly label: string;
  readonly poster?: string;
}) {
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
    // Out of sight it rests.
    const watch = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === true) player.play().catch(() => setWanted(false));
      else player.pause();
    });
    watch.observe(player);
    return () => watch.disconnect();
  }, [wanted]);
  return (
    <>
      <video
        ref={video}
        src={url}
        poster={poster}
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
