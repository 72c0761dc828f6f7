import { useEffect, useRef, useState } from "preact/hooks";
import type { AlbumClip } from "../../src/bots/web/protocol.ts";
import { nameOf } from "./kept-card.tsx";
import { Looping } from "./looping.tsx";
import { SaveAs } from "./save-as.tsx";
import { useSay } from "./say.ts";

interface AlbumViewerProps {
  readonly clips: readonly AlbumClip[];
  /** The id of the clip that is shown, or null. */
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
  readonly onLetGo: (id: string) => void;
  readonly onTrouble: (text: string) => void;
}

/** One kept clip, large, and what can be done with it. The arrow keys turn the pages. */
export function AlbumViewer({ clips, shown, onShow, onLetGo, onTrouble }: AlbumViewerProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asking, setAsking] = useState(false);
  const at = clips.findIndex(({ id }) => id === shown);
  const clip = clips[at];
  useEffect(() => {
    setAsking(false);
    if (clip === undefined) dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [clip?.id]);
  const turn = (by: number): void => {
    const next = clips[(at + by + clips.length) % clips.length];
    if (next !== undefined) onShow(next.id);
  };
  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={clip === undefined ? undefined : nameOf(clip)}
      onClose={() => onShow(null)}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onKeyDown={({ key }) => key === "ArrowLeft" ? turn(-1) : key === "ArrowRight" && turn(1)}
    >
      {clip !== undefined && (
        <>
          <div class="large" style={{ "--ratio": clip.width / clip.height }}>
            <Looping url={clip.clipUrl} still={clip.stillUrl} width={clip.width} height={clip.height} label={nameOf(clip)} />
          </div>
          <p class="under">
            {clip.name !== "" && <strong>{clip.name}</strong>}
            {clip.years !== "" && <span>{clip.years}</span>}
          </p>
          {asking ? (
            <div class="ask" role="group">
              <p>{say("page-let-go-ask")}</p>
              <div class="row">
                <button type="button" class="danger" onClick={() => onLetGo(clip.id)}>
                  {say("page-let-go-yes")}
                </button>
                <button type="button" onClick={() => setAsking(false)}>
                  {say("page-cancel")}
                </button>
              </div>
            </div>
          ) : (
            <>
              <SaveAs url={clip.clipUrl} photo={clip.name || clip.title} gesture={clip.gesture} onTrouble={onTrouble} />
              <div class="row ends">
                <button type="button" class="round" aria-label={say("page-previous")} onClick={() => turn(-1)}>
                  ‹
                </button>
                <button type="button" class="quiet" onClick={() => setAsking(true)}>
                  {say("page-let-go")}
                </button>
                <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
                  {say("page-close")}
                </button>
                <button type="button" class="round" aria-label={say("page-next")} onClick={() => turn(1)}>
                  ›
                </button>
              </div>
            </>
          )}
        </>
      )}
    </dialog>
  );
}
