import { useEffect, useRef, useState } from "preact/hooks";
import { FileChooser } from "./file-chooser.tsx";
import { useSay } from "./say.ts";

interface AddPhotoProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** There are photos already: one small button. */
  readonly compact?: boolean;
}

/** Opens the system's own way to choose pictures, or on what is held in a hand its camera. */
export function AddPhoto({ onFiles, compact = false }: AddPhotoProps) {
  const say = useSay();
  if (compact) return <FileChooser label={say("page-add")} icon="plus" class="add" several onFiles={onFiles} />;
  return (
    <div class="row">
      <FileChooser label={say("page-choose")} icon="photo" class="main" several onFiles={onFiles} />
      <FileChooser label={say("page-camera")} icon="camera" class="camera" takes="camera" onFiles={onFiles} />
    </div>
  );
}

/** Takes files that are dropped or pasted anywhere on the page; true while some are held over it. */
export function useDropped(onFiles: (files: readonly File[]) => void): boolean {
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
