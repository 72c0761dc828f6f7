import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { AlbumClip } from "../../src/bots/web/protocol.ts";
import { readAlbum } from "./album-calls.ts";
import { enter } from "./calls.ts";
import { Entered } from "./entered.tsx";
import { Films } from "./films.ts";
import { CALM } from "./in-sight.ts";
import { useSay } from "./say.ts";
import { keepAwake } from "./wake.ts";

/** A clip is shown at least so long, and to its end. */
const SHOWN_MS = 9000;
const LOOK_AGAIN_MS = 60_000;
/**
 * A visit is renewed so often, since one that is not ends after half a year; and the page with it, which gives back what the browser
 * has gathered, and comes in its newest version.
 */
const RENEW_MS = 24 * 3_600_000;
/** Where something does not work, it is tried again after so long. */
const REST_MS = 10_000;
const HINT_MS = 20_000;
/** Longer than one clip takes to dissolve into the next, as the stylesheet has it. */
const DISSOLVED_MS = 3000;

interface Shown {
  readonly clip: AlbumClip;
  readonly url: string;
  /** Two clips are on the screen while one dissolves into the other: which of the two this is. */
  readonly layer: 0 | 1;
}

/** Kept clips, one dissolving into the next, for a screen on the shelf. It runs for days without anybody's help. */
function Frame() {
  const say = useSay();
  const clips = useAlbum();
  const [now, setNow] = useState<Shown | null>(null);
  const [before, setBefore] = useState<Shown | null>(null);
  const dissolved = useDissolved(now);
  const dark = useAwake();
  const current = useRef(clips);
  current.current = clips;
  const isEmpty = clips === null || clips.length === 0;
  useEffect(() => {
    if (isEmpty) {
      setNow(null);
      setBefore(null);
      return;
    }
    const films = new Films();
    let timer: ReturnType<typeof setTimeout>;
    let last: Shown | null = null;
    const next = async (): Promise<void> => {
      const clip = after(current.current ?? [], last?.clip.id);
      const url = clip === undefined ? null : await films.get(clip.clipUrl).catch(() => null);
      if (clip === undefined || url === null) {
        timer = setTimeout(() => void next(), REST_MS);
        return;
      }
      // The same clip again has nothing to dissolve into.
      if (clip.id !== last?.clip.id) {
        setBefore(last);
        last = { clip, url, layer: last?.layer === 0 ? 1 : 0 };
        setNow(last);
      }
      const rounds = Math.max(1, Math.ceil(SHOWN_MS / (1000 * clip.seconds)));
      timer = setTimeout(() => void next(), rounds * 1000 * clip.seconds);
    };
    void next();
    return () => {
      clearTimeout(timer);
      films.close();
    };
  }, [isEmpty]);
  if (clips === null) return null;
  const layers = [before, now].filter((shown) => shown !== null).sort((one, other) => one.layer - other.layer);
  return (
    <main class="frame">
      {layers.map((shown) => (
        <Layer key={shown.layer} shown={shown} visible={shown === now} plays={shown === now || dissolved !== now} />
      ))}
      {clips.length === 0 && <p class="lead">{say("page-frame-empty")}</p>}
      {dark && <p class="hint">{say("page-frame-dark")}</p>}
    </main>
  );
}

/** The clip into which the one before has wholly dissolved. */
function useDissolved(now: Shown | null): Shown | null {
  const [dissolved, setDissolved] = useState<Shown | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDissolved(now), DISSOLVED_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return dissolved;
}

interface LayerProps {
  readonly shown: Shown;
  readonly visible: boolean;
  /** False where nothing of it is seen any more: an old tablet has not the strength for two films. */
  readonly plays: boolean;
}

function Layer({ shown: { clip, url }, visible, plays }: LayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    // Without a film it lets go of the decoder.
    if (!plays) video.current?.load();
  }, [plays]);
  return (
    <figure class={visible ? "layer visible" : "layer"} aria-hidden={!visible}>
      {/* Its own colours, soft, where it does not fill the screen. */}
      <img class="ground" src={clip.stillUrl} alt="" />
      <video
        ref={video}
        src={plays ? url : undefined}
        poster={clip.stillUrl}
        muted
        loop
        playsInline
        autoplay={!CALM.matches}
        aria-label={clip.name || clip.title}
      />
      {(clip.name !== "" || clip.years !== "") && (
        <figcaption>
          <strong>{clip.name}</strong> <span>{clip.years}</span>
        </figcaption>
      )}
    </figure>
  );
}

/** The clip that comes after another one; the first where that is gone. */
function after(clips: readonly AlbumClip[], id: string | undefined): AlbumClip | undefined {
  return clips[(clips.findIndex((clip) => clip.id === id) + 1) % Math.max(1, clips.length)];
}

/** The album, looked at again every minute: what is kept elsewhere appears, what is taken out goes. Null until it is known. */
function useAlbum(): readonly AlbumClip[] | null {
  const [clips, setClips] = useState<readonly AlbumClip[] | null>(null);
  useEffect(() => {
    const look = (): void =>
      void readAlbum().then(
        (album) => setClips(album.clips),
        () => undefined,
      );
    const renew = (): void =>
      void enter().then(
        () => location.reload(),
        () => undefined,
      );
    look();
    const timers = [setInterval(look, LOOK_AGAIN_MS), setInterval(renew, RENEW_MS)];
    return () => timers.forEach(clearInterval);
  }, []);
  return clips;
}

/** Keeps the screen on. For some seconds true where this browser cannot. */
function useAwake(): boolean {
  const [dark, setDark] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDark(false), HINT_MS);
    const stop = keepAwake(() => setDark(true));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return dark;
}

const root = document.getElementById("page");
if (root !== null) render(<Entered>{() => <Frame />}</Entered>, root);
