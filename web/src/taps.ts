import { useMemo, useRef, useState } from "preact/hooks";
import { press } from "./calls.ts";

/** Taps that wait for their answer. */
export interface Taps {
  readonly tap: (message: string, data: string) => void;
  readonly answered: (press: string, text: string | null) => void;
  /** Whether a button that carries this waits. */
  readonly waits: (data: string) => boolean;
}

const FORGET_TAP_MS = 15_000;

/** `onNews` gets what an answer says, or why there is none. */
export function useTaps(onNews: (what: unknown) => void): Taps {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const ref = useRef(waiting);
  ref.current = waiting;
  return useMemo(() => {
    const end = (key: string): void => setWaiting((keys) => keys.filter((other) => other !== key));
    // The answer can overtake the call's own.
    const keys = new Map<string, string>();
    const early = new Set<string>();
    return {
      waits: (data) => ref.current.some((key) => key.endsWith(` ${data}`)),
      answered: (token, text) => {
        const key = keys.get(token);
        if (key === undefined) early.add(token);
        else end(key);
        if (text !== null) onNews(text);
      },
      tap: (message, data) => {
        const key = `${message} ${data}`;
        if (ref.current.includes(key)) return;
        setWaiting((others) => [...others, key]);
        setTimeout(() => end(key), FORGET_TAP_MS);
        press(message, data).then(
          (token) => {
            if (early.delete(token)) end(key);
            else keys.set(token, key);
          },
          (error: unknown) => {
            end(key);
            onNews(error);
          },
        );
      },
    };
  }, [onNews]);
}
