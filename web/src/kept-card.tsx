import { useState } from "preact/hooks";
import { type AlbumClip, LABEL_LETTERS } from "../../src/bots/web/protocol.ts";
import { type Label, write } from "./album-calls.ts";
import { Looping } from "./looping.tsx";
import { useSay } from "./say.ts";

/** Who or what a kept clip shows, as far as anybody has said. */
export function nameOf({ name, title, caption }: AlbumClip): string {
  return [name || title, caption].filter((part) => part !== "").join(", ");
}

interface KeptCardProps {
  readonly clip: AlbumClip;
  /** Its place in the reel that is being put together, 0 for none; null while none is. */
  readonly place: number | null;
  readonly onOpen: () => void;
  readonly onChange: (clip: AlbumClip) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** A kept clip like a print in an album, with room under it for a name and years. */
export function KeptCard({ clip, place, onOpen, onChange, onTrouble }: KeptCardProps) {
  const say = useSay();
  const [label, setLabel] = useState<Label>({ name: clip.name, years: clip.years });
  const save = (): void => {
    const written = { name: label.name.trim(), years: label.years.trim() };
    if (written.name === clip.name && written.years === clip.years) return;
    onChange({ ...clip, ...written });
    write(clip.id, written).catch(onTrouble);
  };
  const field = (which: keyof Label) => (
    <input
      type="text"
      class={which}
      value={label[which]}
      maxLength={LABEL_LETTERS[which]}
      placeholder={say(`page-${which}`)}
      aria-label={say(`page-${which}`)}
      autocomplete="off"
      enterkeyhint="done"
      disabled={place !== null}
      onInput={({ currentTarget }) => setLabel({ ...label, [which]: currentTarget.value })}
      onBlur={save}
      onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
    />
  );
  return (
    <figure class="kept">
      <button
        type="button"
        class="print"
        aria-label={place === null || place === 0 ? nameOf(clip) : `${place}. ${nameOf(clip)}`}
        aria-pressed={place === null ? undefined : place > 0}
        onClick={onOpen}
      >
        <Looping
          url={clip.clipUrl}
          still={clip.stillUrl}
          width={clip.width}
          height={clip.height}
          label={nameOf(clip)}
        />
        {place !== null && <span class="place">{place > 0 ? place : ""}</span>}
      </button>
      <figcaption>
        {field("name")}
        {field("years")}
      </figcaption>
    </figure>
  );
}
