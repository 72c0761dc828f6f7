import { useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";

/** What is chosen. On what is held in a hand, `camera` and `selfie` open its camera, that on the back or the one that sees who holds it. */
const TAKES = {
  all: { accept: "image/*,.heic,.heif,video/*" },
  camera: { accept: "image/*", capture: "environment" },
  video: { accept: "video/*,image/gif" },
  selfie: { accept: "video/*", capture: "user" },
} as const satisfies Record<string, { readonly accept: string; readonly capture?: "user" | "environment" }>;

interface FileChooserProps {
  readonly label: string;
  readonly icon: "plus" | "photo" | "camera" | "film";
  readonly class: string;
  /** More than one file can be chosen at once. */
  readonly several?: boolean;
  readonly takes?: keyof typeof TAKES;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's own way to choose pictures and videos. */
export function FileChooser({ label, icon, class: name, several = false, takes = "all", onFiles }: FileChooserProps) {
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
        {...TAKES[takes]}
        hidden
        multiple={several}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
