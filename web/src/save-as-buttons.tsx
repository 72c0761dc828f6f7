import { useState } from "preact/hooks";
import { fileName } from "./file-name.ts";
import { Icon } from "./icons.tsx";
import { OTHER_FILES, saveAs } from "./save-as.ts";
import { useSay } from "./say.ts";

interface SaveAsButtonsProps {
  /** The clip's address. */
  readonly url: string;
  /** What its file is called after. */
  readonly photo: string;
  readonly gesture: string;
  readonly onTrouble: (error: unknown) => void;
}

/** Ways to have a clip as a file. All but the video are made when somebody asks for them, which takes some seconds. */
export function SaveAsButtons({ url, photo, gesture, onTrouble }: SaveAsButtonsProps) {
  const say = useSay();
  const [making, setMaking] = useState<string | null>(null);
  const save = async (ending: string): Promise<void> => {
    setMaking(ending);
    try {
      await saveAs(url, ending, fileName(photo, gesture, ending));
    } catch (error) {
      onTrouble(error);
    } finally {
      setMaking(null);
    }
  };
  return (
    <div class="save-as" role="group" aria-label={say("page-save-as")}>
      <a class="button main" href={url} download={fileName(photo, gesture, "mp4")}>
        <Icon name="download" />
        {say("page-download")}
      </a>
      <span>{say("page-save-as")}</span>
      {OTHER_FILES.map(({ ending, kind }) => (
        <button
          key={ending}
          type="button"
          aria-busy={making === ending}
          disabled={making !== null && making !== ending}
          onClick={() => making === null && void save(ending)}
        >
          {kind ?? say("page-still")}
        </button>
      ))}
    </div>
  );
}
