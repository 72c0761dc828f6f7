import { useEffect, useRef } from "preact/hooks";
import { FileChooser } from "../file-chooser.tsx";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";
import { whyNot } from "./camera.ts";
import type { Film, FilmTrouble } from "./film.ts";
import { KeptMovements } from "./kept-movements.tsx";

interface ToChooseProps {
  readonly trouble: FilmTrouble | undefined;
  readonly onCamera: () => void;
  readonly onFile: (film: Film) => void;
  /** Has a film measured once more. */
  readonly onAgain: (film: Film) => void;
}

/** What happens to a film, the ways to one, and the movements that are kept. */
export function ToChoose({ trouble, onCamera, onFile, onAgain }: ToChooseProps) {
  const say = useSay();
  const take =
    (mirror: boolean) =>
    ([file]: readonly File[]): void => {
      if (file !== undefined) onFile({ file, mirror });
    };
  const ways = useRef<HTMLDivElement>(null);
  // What had the focus before is gone.
  useEffect(() => ways.current?.querySelector<HTMLElement>(".main")?.focus(), [trouble]);
  const again = trouble?.film;
  // Where the page cannot open the camera, the system's own camera may.
  const isBarred = whyNot() !== null;
  const next = again !== undefined ? "again" : trouble?.noCamera === true || isBarred ? "file" : "camera";
  return (
    <div class="film-body">
      <div class="film-words">
        {trouble === undefined ? (
          <p>{say("page-film-how")}</p>
        ) : (
          <p class="film-trouble" role="alert">
            {say(trouble.what)}
          </p>
        )}
        <p class="hint">{say("page-film-privacy")}</p>
        <KeptMovements />
      </div>
      <div class="row" ref={ways}>
        {again !== undefined && (
          <button type="button" class="main" onClick={() => onAgain(again)}>
            {say("page-again")}
          </button>
        )}
        {isBarred && (
          <FileChooser label={say("page-film")} icon="film" class="camera" takes="selfie" onFiles={take(true)} />
        )}
        <button type="button" class={isBarred ? "for-mice" : next === "camera" ? "main" : ""} onClick={onCamera}>
          <Icon name="film" />
          {say("page-film")}
        </button>
        <FileChooser
          label={say("page-film-choose")}
          icon="photo"
          class={next === "file" ? "main" : ""}
          takes="video"
          onFiles={take(false)}
        />
      </div>
    </div>
  );
}
