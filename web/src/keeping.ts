import { createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { keep, letGo, readAlbum } from "./album-calls.ts";

/** The clips of this page that are in the album. */
export interface Keeping {
  readonly isKept: (clip: string) => boolean;
  /** Puts a clip into the album, or takes it out again; `title` is what its photo is called. */
  readonly toggle: (clip: string, title: string) => void;
  /** How long clips stay that nobody keeps, in ms; null for ever. */
  readonly keptForMs: number | null;
}

export const KeepingContext = createContext<Keeping>({
  isKept: () => false,
  toggle: () => undefined,
  keptForMs: null,
});

/** What is kept, for a page that shows clips. */
export function useKeeping(keptForMs: number | null, onTrouble: (error: unknown) => void): Keeping {
  /** Ids in the album, by the clips' own. */
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(new Map());
  const look = useCallback(() => {
    readAlbum().then(({ clips }) => setKept(new Map(clips.map(({ clip, id }) => [clip, id]))), onTrouble);
  }, [onTrouble]);
  useEffect(look, [look]);
  return useMemo(
    () => ({
      isKept: (clip) => kept.has(clip),
      toggle: (clip, title) => {
        const id = kept.get(clip);
        // At once, as far as the eye goes; what the server says about it comes after.
        const others = [...kept].filter(([other]) => other !== clip);
        setKept(new Map(id === undefined ? [...others, [clip, ""]] : others));
        const done = id === undefined ? keep(clip, title) : letGo(id);
        done.then(look, (error: unknown) => {
          onTrouble(error);
          look();
        });
      },
      keptForMs,
    }),
    [kept, keptForMs, look, onTrouble],
  );
}

export function useKept(): Keeping {
  return useContext(KeepingContext);
}
