import { useEffect, useRef, useState } from "preact/hooks";
import { film, looksAway } from "./camera.ts";
import type { Film } from "./film.ts";

const COUNTED = 3;
const SECOND_MS = 1000;

/** A film that is about to be made, or being made. */
export interface Filming {
  /** Seconds until it begins; 0 while it is filmed, null before. */
  readonly count: number | null;
  /** Begins to count. */
  readonly begin: () => void;
  readonly callOff: () => void;
}

interface FilmingParts {
  readonly onFilm: (film: Film) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Counts, and films what a camera sees. */
export function useFilming(stream: MediaStream | null, parts: FilmingParts): Filming {
  const [count, setCount] = useState<number | null>(null);
  const told = useRef(parts);
  told.current = parts;
  useEffect(() => {
    if (count === null || count === 0) return;
    const timer = setTimeout(() => setCount(count - 1), SECOND_MS);
    return () => clearTimeout(timer);
  }, [count]);
  const isFilming = count === 0;
  useEffect(() => {
    if (!isFilming || stream === null) return;
    const ended = new AbortController();
    film(stream, ended.signal).then(
      (file) => told.current.onFilm({ file, mirror: !looksAway(stream) }),
      (error: unknown) => {
        if (!ended.signal.aborted) told.current.onTrouble(error);
      },
    );
    return () => ended.abort();
  }, [isFilming, stream]);
  return { count, begin: () => setCount(COUNTED), callOff: () => setCount(null) };
}
