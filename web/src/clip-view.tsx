import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../src/bots/web/protocol.ts";
import { useSay } from "./say.ts";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** A clip that plays by itself, again and again, and can be paused; for those who want no motion it waits for a tap. */
export function ClipView({ message }: { readonly message: PageMessage }) {
  const say = useSay();
  const { clip, clipUrl, text } = message;
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
  if (clip === undefined || clipUrl === null) return null;
  const label = say(playing ? "page-pause" : "page-play");
  return (
    <figure class="clip" style={{ aspectRatio: `${clip.width} / ${clip.height}`, "--ratio": clip.width / clip.height }}>
      <video
        ref={video}
        src={clipUrl}
        width={clip.width}
        height={clip.height}
        aria-label={text}
        preload="auto"
        muted
        loop
        playsInline
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onClick={() => setWanted(!playing)}
      />
      <button type="button" class={playing ? "pause" : "play"} aria-label={label} onClick={() => setWanted(!playing)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {playing ? <path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" /> : <path d="M8 5.5v13l11-6.5z" />}
        </svg>
      </button>
      <figcaption>{text}</figcaption>
    </figure>
  );
}
