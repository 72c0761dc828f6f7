import { useEffect, useRef } from "preact/hooks";
import { CALM, playInSight } from "./in-sight.ts";

interface LoopingProps {
  readonly url: string;
  readonly still: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

/** A clip that moves as long as it is in sight; for those who want no motion it is its still. */
export function Looping({ url, still, width, height, label }: LoopingProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const player = video.current;
    if (player === null || CALM.matches) return;
    return playInSight(player);
  }, [url]);
  return (
    <video
      ref={video}
      src={url}
      poster={still}
      width={width}
      height={height}
      aria-label={label}
      preload="none"
      muted
      loop
      playsInline
    />
  );
}
