import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { type Album, REEL_CLIPS } from "../../src/bots/web/protocol.ts";
import { letGo, readAlbum } from "./album-calls.ts";
import { AlbumViewer } from "./album-viewer.tsx";
import { useElsewhere } from "./elsewhere.tsx";
import { Entered } from "./entered.tsx";
import { Icon } from "./icons.tsx";
import { KeptCard } from "./kept-card.tsx";
import { NameSign } from "./name-sign.tsx";
import { Popover } from "./popover.tsx";
import { ReelBar } from "./reel-bar.tsx";
import { ReelCard } from "./reel-card.tsx";
import { useSay } from "./say.ts";
import { Toast } from "./toast.tsx";

/** A reel is asked about so often while it is made. */
const AGAIN_MS = 1000;

/** What somebody keeps, with what they have written under it, and the reels made of it. */
function AlbumPage() {
  const say = useSay();
  const [toast, setToast] = useState<string | null>(null);
  const trouble = useCallback((error: unknown) => setToast(say(error)), [say]);
  const { album, setAlbum, look } = useAlbum(trouble);
  return (
    <>
      <AlbumHeader onTrouble={trouble} />
      {album !== null && <Prints album={album} onChange={setAlbum} onLook={look} onTrouble={trouble} />}
      <Toast text={toast} onGone={() => setToast(null)} />
    </>
  );
}

/** The album as the server has it, looked at again while a reel is made. */
function useAlbum(onTrouble: (error: unknown) => void) {
  const [album, setAlbum] = useState<Album | null>(null);
  const look = useCallback(() => void readAlbum().then(setAlbum, onTrouble), [onTrouble]);
  useEffect(look, [look]);
  const working = album?.reels.some(({ state }) => state === "working") === true;
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(look, AGAIN_MS);
    return () => clearInterval(timer);
  }, [working, look]);
  return { album, setAlbum, look };
}

interface PrintsProps {
  readonly album: Album;
  readonly onChange: (album: Album) => void;
  /** What the server has is to be looked at again. */
  readonly onLook: () => void;
  readonly onTrouble: (error: unknown) => void;
}

function Prints({ album, onChange, onLook, onTrouble }: PrintsProps) {
  const say = useSay();
  const [shown, setShown] = useState<string | null>(null);
  /** The clips of a reel that is being put together, in their order; null while none is. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const { clips } = album;
  const choose = (id: string): void =>
    setChosen((ids) => (ids?.includes(id) === true ? ids.filter((other) => other !== id) : [...(ids ?? []), id]));
  return (
    <main class={chosen === null ? "album" : "album choosing"}>
      <div class="title">
        <h2>{say("page-album")}</h2>
        {clips.length >= REEL_CLIPS.least && chosen === null && (
          <button type="button" onClick={() => setChosen([])}>
            {say("page-reel")}
          </button>
        )}
      </div>
      {clips.length === 0 && <p class="lead">{say("page-album-empty")}</p>}
      <ReelCards album={album} onChange={onLook} onTrouble={onTrouble} />
      <div class="kept-clips">
        {clips.map((clip) => (
          <KeptCard
            key={clip.id}
            clip={clip}
            place={chosen === null ? null : chosen.indexOf(clip.id) + 1}
            onOpen={() => (chosen === null ? setShown(clip.id) : choose(clip.id))}
            onChange={(changed) =>
              onChange({ ...album, clips: clips.map((other) => (other.id === changed.id ? changed : other)) })
            }
            onTrouble={onTrouble}
          />
        ))}
      </div>
      {chosen !== null && (
        <ReelBar
          clips={chosen.flatMap((id) => clips.filter((clip) => clip.id === id))}
          onOrder={setChosen}
          onEnd={() => setChosen(null)}
          onMade={() => {
            setChosen(null);
            scrollTo({ top: 0 });
            onLook();
          }}
          onTrouble={onTrouble}
        />
      )}
      <AlbumViewer
        clips={clips}
        shown={shown}
        onShow={setShown}
        onLetGo={(id) => {
          setShown(null);
          letGo(id).then(onLook, onTrouble);
        }}
        onTrouble={onTrouble}
      />
    </main>
  );
}

interface ReelCardsProps {
  readonly album: Album;
  readonly onChange: () => void;
  readonly onTrouble: (error: unknown) => void;
}

function ReelCards({ album: { reels, clips }, onChange, onTrouble }: ReelCardsProps) {
  const say = useSay();
  if (reels.length === 0) return null;
  return (
    <section class="reels" aria-label={say("page-reels")}>
      {reels.map((reel) => (
        <ReelCard key={reel.id} reel={reel} clips={clips} onChange={onChange} onTrouble={onTrouble} />
      ))}
    </section>
  );
}

function AlbumHeader({ onTrouble }: { readonly onTrouble: (error: unknown) => void }) {
  const say = useSay();
  const elsewhere = useElsewhere(onTrouble);
  return (
    <header>
      <NameSign />
      <div class="header-actions">
        <a class="button" href="/">
          {say("page-photos")}
        </a>
        <Popover class="plain-icon" sign label={say("page-menu")} face={<Icon name="menu" />}>
          <div class="menu">
            <a class="button" href="/frame">
              {say("page-frame")}
            </a>
            <button type="button" data-closes onClick={elsewhere.open}>
              {say("page-elsewhere")}
            </button>
          </div>
        </Popover>
      </div>
      {elsewhere.dialog}
    </header>
  );
}

const root = document.getElementById("page");
if (root !== null) render(<Entered>{() => <AlbumPage />}</Entered>, root);
