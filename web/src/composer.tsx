import { useEffect, useRef, useState } from "preact/hooks";
import { CallFailed, offerOther, postPhoto } from "./calls.ts";
import { GestureFace } from "./gesture-face.tsx";
import { useSay } from "./say.ts";

interface ComposerProps {
  /** Nothing was posted yet: it has the page to itself. */
  readonly large: boolean;
  readonly maxBytes: number;
  readonly onTrouble: (text: string) => void;
}

/** Takes photos: dropped, pasted, chosen, or from the camera. */
export function Composer({ large, maxBytes, onTrouble }: ComposerProps) {
  const say = useSay();
  const [sending, setSending] = useState(0);
  const post = async (files: readonly File[]): Promise<void> => {
    const album = files.length > 1 ? String(Date.now()) : undefined;
    for (const file of files) {
      setSending((count) => count + 1);
      const trouble = await offer(file, maxBytes, album)
        .then(() => null)
        .catch((error: unknown) => error)
        .finally(() => setSending((count) => count - 1));
      if (trouble !== null) onTrouble(say(trouble));
      // There will be no room for those behind it, either.
      if (trouble instanceof CallFailed && trouble.reason === "full") return;
    }
  };
  const over = useDropped((files) => void post(files));
  return (
    <section class={`composer ${large ? "large" : ""} ${over ? "over" : ""}`} aria-label={say("page-choose")}>
      {large && (
        <>
          <Portrait />
          <p class="lead">{say("page-lead")}</p>
        </>
      )}
      <div class="row">
        <Chooser label={say("page-choose")} main onFiles={(files) => void post(files)} />
        <Chooser label={say("page-camera")} camera onFiles={(files) => void post(files)} />
      </div>
      <p class={sending > 0 || over ? "hint now" : "hint"} role="status">
        {sending > 0 ? say("page-sending") : over ? say("page-drop") : say("page-hint")}
      </p>
      {large && <p class="small">{say("page-private")}</p>}
    </section>
  );
}

/** A framed face that looks round, to say what this is about. */
function Portrait() {
  return (
    <div class="portrait" aria-hidden="true">
      <GestureFace gesture="nostalgia" />
    </div>
  );
}

async function offer(file: File, maxBytes: number, album: string | undefined): Promise<void> {
  if (file.type.startsWith("video/")) return offerOther("video");
  if (file.size > maxBytes) throw new CallFailed("tooLarge");
  return postPhoto(file, album);
}

interface ChooserProps {
  readonly label: string;
  readonly main?: boolean;
  readonly camera?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's own way to choose pictures, or its camera. */
function Chooser({ label, main = false, camera = false, onFiles }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={`${main ? "main" : ""} ${camera ? "camera" : ""}`}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        multiple={!camera}
        capture={camera ? "environment" : undefined}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same photo can be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** Takes files that are dropped or pasted anywhere on the page; true while some are held over it. */
function useDropped(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) take.current(files);
    };
    const abort = new AbortController();
    const { signal } = abort;
    document.addEventListener("dragover", drag, { signal });
    document.addEventListener("dragleave", leave, { signal });
    document.addEventListener("drop", drop, { signal });
    document.addEventListener("paste", paste, { signal });
    return () => abort.abort();
  }, []);
  return over;
}
