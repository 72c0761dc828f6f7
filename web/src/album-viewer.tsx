import { useEffect, useRef, useState } from "preact/hooks";
import type { AlbumClip } from "../../src/bots/web/protocol.ts";
import { Icon } from "./icons.tsx";
import { nameOf } from "./kept-card.tsx";
import { Looping } from "./looping.tsx";
import { SaveAsButtons } from "./save-as-buttons.tsx";
import { useSay } from "./say.ts";

interface AlbumViewerProps {
  readonly clips: readonly AlbumClip[];
  /** The id of the clip that is shown, or null. */
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
  readonly onLetGo: (id: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** One kept clip, large, and what can be done with it. The arrow keys turn the pages. */
export function AlbumViewer({ clips, shown, onShow, onLetGo, onTrouble }: AlbumViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const at = clips.findIndex(({ id }) => id === shown);
  const clip = clips[at];
  useEffect(() => {
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
      onKeyDown={({ key }) => (key === "ArrowLeft" ? turn(-1) : key === "ArrowRight" && turn(1))}
    >
      {clip !== undefined && (
        <>
          <Large clip={clip} onTurn={clips.length > 1 ? turn : null} onClose={() => dialog.current?.close()} />
          <Choices key={clip.id} clip={clip} onLetGo={() => onLetGo(clip.id)} onTrouble={onTrouble} />
        </>
      )}
    </dialog>
  );
}

interface LargeProps {
  readonly clip: AlbumClip;
  /** Null where there is no other clip. */
  readonly onTurn: ((by: number) => void) | null;
  readonly onClose: () => void;
}

function Large({ clip, onTurn, onClose }: LargeProps) {
  const say = useSay();
  const { clipUrl, stillUrl, width, height } = clip;
  const over = (kind: string, sign: string, label: string, act: () => void) => (
    <button type="button" class={`over ${kind}`} aria-label={say(label)} onClick={act}>
      {sign}
    </button>
  );
  return (
    <>
      <button type="button" class="plain-icon close" aria-label={say("page-close")} onClick={onClose}>
        <Icon name="close" />
      </button>
      <div class="large" style={{ "--ratio": width / height }}>
        <Looping url={clipUrl} still={stillUrl} width={width} height={height} label={nameOf(clip)} />
        {onTurn !== null && over("previous", "‹", "page-previous", () => onTurn(-1))}
        {onTurn !== null && over("next", "›", "page-next", () => onTurn(1))}
      </div>
      <p class="under">
        {clip.name !== "" && <strong>{clip.name}</strong>}
        {clip.years !== "" && <span>{clip.years}</span>}
      </p>
    </>
  );
}

interface ChoicesProps {
  readonly clip: AlbumClip;
  readonly onLetGo: () => void;
  readonly onTrouble: (error: unknown) => void;
}

function Choices({ clip, onLetGo, onTrouble }: ChoicesProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <div class="ask" role="group" aria-label={say("page-let-go")}>
        <p>{say("page-let-go-ask")}</p>
        <div class="row">
          <button type="button" class="danger" onClick={onLetGo}>
            {say("page-let-go-yes")}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {say("page-cancel")}
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <SaveAsButtons url={clip.clipUrl} photo={clip.name || clip.title} gesture={clip.gesture} onTrouble={onTrouble} />
      <button type="button" class="quiet" onClick={() => setAsking(true)}>
        {say("page-let-go")}
      </button>
    </>
  );
}
