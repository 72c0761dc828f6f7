import { useRef, useState } from "preact/hooks";
import { Modal } from "../modal.tsx";
import { useObjectUrl } from "../object-url.ts";
import { useSay } from "../say.ts";
import { jpegOf } from "./shrink.ts";

interface MomentDialogProps {
  readonly video: File;
  readonly onPhoto: (photo: File) => void;
  /** This browser cannot show it. */
  readonly onStrange: () => void;
  readonly onGone: () => void;
}

/** Fine enough for any film, in seconds. */
const FRAME = 0.04;

/** A video, of which one moment becomes a photo. */
export function MomentDialog({ video, onPhoto, onStrange, onGone }: MomentDialogProps) {
  const say = useSay();
  const address = useObjectUrl(video);
  const player = useRef<HTMLVideoElement>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const use = async (): Promise<void> => {
    const { current } = player;
    if (current === null) return;
    const size = { width: current.videoWidth, height: current.videoHeight };
    const jpeg = await jpegOf(current, size);
    onPhoto(new File([jpeg], `${video.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" }));
    onGone();
  };
  return (
    <Modal title={say("page-moment")} class="moment" onGone={onGone}>
      <video
        ref={player}
        src={address}
        muted
        playsInline
        preload="auto"
        aria-label={video.name}
        onLoadedMetadata={({ currentTarget }) => {
          // Many films begin in the dark.
          currentTarget.currentTime = currentTarget.duration / 3;
          setSeconds(currentTarget.duration);
        }}
        onError={() => {
          onStrange();
          onGone();
        }}
      />
      <input
        type="range"
        class="seek"
        min="0"
        max={seconds ?? 1}
        step={FRAME}
        value={(seconds ?? 1) / 3}
        disabled={seconds === null}
        aria-label={say("page-moment")}
        onInput={({ currentTarget }) => {
          if (player.current !== null) player.current.currentTime = currentTarget.valueAsNumber;
        }}
      />
      <div class="row">
        <button type="button" class="main" disabled={seconds === null} onClick={() => void use().catch(onStrange)}>
          {say("page-moment-use")}
        </button>
      </div>
    </Modal>
  );
}
