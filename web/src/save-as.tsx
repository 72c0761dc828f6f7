import { useState } from "preact/hooks";
import { call } from "./calls.ts";
import { fileName } from "./file-name.ts";
import { useSay } from "./say.ts";

/** What else a clip can be saved as, and what that is called where its ending does not say it. */
const KINDS = [
  ["gif", "GIF"],
  ["webp", "WebP"],
  ["jpg", "page-still"],
] as const;

interface SaveAsProps {
  /** The clip's address. */
  readonly url: string;
  /** What its file is called after. */
  readonly photo: string;
  readonly gesture: string;
  readonly onTrouble: (error: unknown) => void;
}

/** Ways to have a clip as a file. All but the video are made when somebody asks for them, which takes some seconds. */
export function SaveAs({ url, photo, gesture, onTrouble }: SaveAsProps) {
  const say = useSay();
  const [making, setMaking] = useState<string | null>(null);
  const save = async (ending: string): Promise<void> => {
    setMaking(ending);
    try {
      const file = await (await call(`${url}/${ending}`)).blob();
      download(file, fileName(photo, gesture, ending));
    } catch (error) {
      onTrouble(error);
    } finally {
      setMaking(null);
    }
  };
  return (
    <div class="save-as" role="group" aria-label={say("page-save-as")}>
      <a class="button main" href={url} download={fileName(photo, gesture, "mp4")}>
        MP4
      </a>
      {KINDS.map(([ending, label]) => (
        <button
          key={ending}
          type="button"
          aria-busy={making === ending}
          disabled={making !== null && making !== ending}
          onClick={() => making === null && void save(ending)}
        >
          {label.startsWith("page-") ? say(label) : label}
        </button>
      ))}
    </div>
  );
}

function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not at once: browsers begin to read a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
