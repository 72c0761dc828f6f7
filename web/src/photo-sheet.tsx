import { useEffect, useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../src/bots/web/protocol.ts";
import { type Sheet, spotsOf } from "./album.ts";
import { Buttons } from "./buttons.tsx";
import { ClipView } from "./clip-view.tsx";
import { FaceMap } from "./face-map.tsx";
import { MessageView, type PageActions } from "./message-view.tsx";
import { useSay } from "./say.ts";

interface PhotoSheetProps extends PageActions {
  readonly sheet: Sheet;
  readonly busy: boolean;
}

/** One photo: itself, its clips, what is said about it, and what can be done with it. */
export function PhotoSheet({ sheet, busy, taps, ask, onNews }: PhotoSheetProps) {
  const say = useSay();
  const { photo, clips, words } = sheet;
  const [chosen, setChosen] = useState<string | null>(null);
  const newest = clips.at(-1);
  const stage = useRef<HTMLDivElement>(null);
  const before = useRef(newest?.id);
  useEffect(() => {
    if (before.current === newest?.id) return;
    before.current = newest?.id;
    setChosen(null);
    stage.current?.scrollIntoView({ block: "nearest" });
  }, [newest?.id]);
  const shown = clips.find(({ id }) => id === chosen) ?? newest;
  const asking = shown ?? [...words].reverse().find(({ keyboard }) => keyboard.length > 0);
  const spots = spotsOf(asking);
  const tap = (data: string): void => {
    if (asking === undefined) return;
    taps.tap(asking.id, data);
    // On a phone the buttons are far below what they change.
    stage.current?.scrollIntoView({ block: "nearest" });
  };
  return (
    <article class="sheet" aria-label={say("page-photo")}>
      <div class={photo.pictureUrl === null ? "pictures plain" : "pictures"}>
        <div class="side">
          <FaceMap photo={photo} spots={spots} onTap={tap} />
          {spots.length > 1 && <p class="hint">{say("page-tap-face")}</p>}
          {clips.length > 1 && shown !== undefined && <Earlier clips={clips} shown={shown.id} onChoose={setChosen} />}
        </div>
        <div class="stage" ref={stage}>
          {shown !== undefined && <ClipView key={shown.id} message={shown} />}
          <div class="words" aria-live="polite">
            {words.map((message) => (
              <div key={message.id} class="word">
                <MessageView {...{ message, busy, taps, ask, onNews }} bare={message === asking} />
              </div>
            ))}
          </div>
        </div>
      </div>
      {asking !== undefined && (
        <Buttons message={asking} waits={(data) => taps.waits(asking.id, data)} onTap={tap} onNews={onNews} />
      )}
      {shown !== undefined && (
        <button type="button" class="quiet report" onClick={() => ask("report", shown.id)}>
          {say("page-report")}
        </button>
      )}
    </article>
  );
}

interface EarlierProps {
  readonly clips: readonly PageMessage[];
  readonly shown: string;
  readonly onChoose: (id: string) => void;
}

/** All clips of a photo, small. */
function Earlier({ clips, shown, onChoose }: EarlierProps) {
  const say = useSay();
  return (
    <div class="earlier" role="group" aria-label={say("page-clips")}>
      {clips.map(({ id, text, clipUrl }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === shown}
          aria-label={text}
          title={text}
          onClick={() => onChoose(id)}
        >
          <video src={clipUrl ?? ""} preload="metadata" muted playsInline tabIndex={-1} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
