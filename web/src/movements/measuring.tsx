import { useEffect, useRef, useState } from "preact/hooks";
import { CALM } from "../in-sight.ts";
import { useObjectUrl } from "../object-url.ts";
import { useSay } from "../say.ts";
import { measureFilm } from "./calls.ts";
import type { Film } from "./film.ts";

interface MeasuringProps {
  readonly film: Film;
  /** The photo's message. */
  readonly message: string;
  readonly onMovement: (gesture: string) => void;
  readonly onTrouble: (error: unknown) => void;
  readonly onCancel: () => void;
}

/** The film on its way, and while it is measured. Whoever calls it off, or goes, ends both. */
export function Measuring({ film, message, onMovement, onTrouble, onCancel }: MeasuringProps) {
  const say = useSay();
  /** How much of it is sent, 0..1. */
  const [sent, setSent] = useState(0);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    cancel.current?.focus();
    const ended = new AbortController();
    measureFilm(film, { message, signal: ended.signal, onSent: setSent }).then(
      ({ gesture }) => onMovement(gesture),
      (error: unknown) => {
        if (!ended.signal.aborted) onTrouble(error);
      },
    );
    return () => ended.abort();
  }, [film]);
  const isSent = sent >= 1;
  return (
    <div class="film-body">
      <div class="finder">
        <Shown film={film} />
        <progress max="1" value={isSent ? undefined : sent} aria-label={say("page-film-measuring")} />
      </div>
      <p class="sight" role="status" aria-live="polite">
        {say(isSent ? "page-film-measuring" : "page-film-sending")}
      </p>
      <div class="row">
        <button ref={cancel} type="button" onClick={onCancel}>
          {say("button-cancel")}
        </button>
      </div>
    </div>
  );
}

/** The film, as far as this browser can show it. */
function Shown({ film: { file, mirror } }: Pick<MeasuringProps, "film">) {
  const url = useObjectUrl(file);
  const hide = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => {
    currentTarget.style.visibility = "hidden";
  };
  const name = mirror ? "mirrored" : "";
  if (file.type === "image/gif") return <img class={name} src={url} alt="" onError={hide} />;
  return (
    <video class={name} src={url} muted loop playsInline autoplay={!CALM.matches} onError={hide} aria-hidden="true" />
  );
}
