import { useEffect, useRef, useState } from "preact/hooks";
import type { Sight } from "../../../src/bots/web/protocol.ts";
import { useSay } from "../say.ts";
import { FILMED_MS, looksAway } from "./camera.ts";
import type { Film } from "./film.ts";
import { useCamera } from "./use-camera.ts";
import { useFilming } from "./use-filming.ts";
import { useSight } from "./use-sight.ts";

interface ViewfinderProps {
  readonly onFilm: (film: Film) => void;
  readonly onTrouble: (error: unknown) => void;
  readonly onBack: () => void;
}

/** What is said under the picture while nothing is filmed. */
const HINTS = {
  nobody: "page-film-nobody",
  far: "page-film-far",
  several: "page-film-several",
  good: "page-film-good",
} as const satisfies Record<Sight, string>;

/** What the camera sees, as in a mirror, whether that is a face, a countdown, and six seconds of film. */
export function Viewfinder({ onFilm, onTrouble, onBack }: ViewfinderProps) {
  const say = useSay();
  const stream = useCamera(onTrouble);
  const video = useRef<HTMLVideoElement>(null);
  const { count, begin, callOff } = useFilming(stream, { onFilm, onTrouble });
  const isFilming = count === 0;
  const sight = useSight(video, stream !== null && !isFilming);
  const away = stream !== null && looksAway(stream);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  const hint = sight === null ? "page-film-look" : HINTS[sight];
  const words =
    stream === null ? "page-film-opening" : isFilming ? "page-film-now" : count === null ? hint : "page-film-calm";
  return (
    <div class="film-body">
      <div class={isFilming ? "finder filming" : "finder"}>
        <video
          ref={video}
          class={away ? "" : "mirrored"}
          muted
          playsInline
          autoplay
          aria-label={say("page-film-picture")}
        />
        {stream !== null && !isFilming && <span class={sight === "good" ? "oval good" : "oval"} aria-hidden="true" />}
        {count !== null && count > 0 && (
          <p class="count" role="status">
            {count}
          </p>
        )}
        {isFilming && <Left />}
      </div>
      <p class={sight === "good" && count === null ? "sight good" : "sight"} role="status" aria-live="polite">
        {say(words)}
      </p>
      <div class="row">
        <BeginOrEnd
          key={count === null ? "begin" : "end"}
          ready={stream !== null}
          begun={count !== null}
          onBegin={begin}
          onEnd={callOff}
          onBack={onBack}
        />
      </div>
    </div>
  );
}

interface BeginOrEndProps {
  readonly ready: boolean;
  readonly begun: boolean;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  readonly onBack: () => void;
}

/** The one thing to do next has the focus. */
function BeginOrEnd({ ready, begun, onBegin, onEnd, onBack }: BeginOrEndProps) {
  const say = useSay();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), [ready]);
  if (begun) {
    return (
      <button ref={next} type="button" onClick={onEnd}>
        {say("button-cancel")}
      </button>
    );
  }
  return (
    <>
      <button ref={next} type="button" class="main" disabled={!ready} onClick={onBegin}>
        {say("page-film-begin")}
      </button>
      <button type="button" onClick={onBack}>
        {say("page-film-back")}
      </button>
    </>
  );
}

/** How much of the film is left, from when it is shown on. */
function Left() {
  const say = useSay();
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setMs(performance.now() - began), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <p class="left" aria-hidden="true">
        {Math.max(1, Math.ceil((FILMED_MS - ms) / 1000))}
      </p>
      <progress max={FILMED_MS} value={ms} aria-label={say("page-film-now")} />
    </>
  );
}
