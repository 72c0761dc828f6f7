import { useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";

interface FileChooserProps {
  readonly label: string;
  readonly icon: "plus" | "photo" | "camera";
  readonly class: string;
  /** More than one file can be chosen at once. */
  readonly several?: boolean;
  /** On what is held in a hand, its camera is opened. */
  readonly camera?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's own way to choose pictures and videos. */
export function FileChooser({ label, icon, class: name, several = false, camera = false, onFiles }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={name} onClick={() => input.current?.click()}>
        <Icon name={icon} />
        <span>{label}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept={camera ? "image/*" : "image/*,.heic,.heif,video/*"}
        hidden
        multiple={several}
        capture={camera ? "environment" : undefined}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
