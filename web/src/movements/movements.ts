import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { PageMovement } from "../../../src/bots/web/protocol.ts";
import { deleteMovement, keepMovement, readMovements } from "./calls.ts";
import type { FilmLimits } from "./film.ts";

/** The visitor's own movements. */
export interface Movements {
  readonly kept: readonly PageMovement[];
  /** Keeps one by a name. Rejects with `CallFailed`. */
  readonly keep: (gesture: string, name: string) => Promise<void>;
  /** Deletes one. Rejects with `CallFailed`. */
  readonly drop: (gesture: string) => Promise<void>;
  readonly limits: FilmLimits;
}

export const MovementsContext = createContext<Movements>({
  kept: [],
  keep: async () => undefined,
  drop: async () => undefined,
  limits: { maxVideoBytes: 0, maxVideoSeconds: 0 },
});

/** What is kept. It is read again when the page is emptied: then everything may have been deleted. */
export function useMovements(limits: FilmLimits, isEmpty: boolean, onTrouble: (error: unknown) => void): Movements {
  const [kept, setKept] = useState<readonly PageMovement[]>([]);
  useEffect(() => void readMovements().then(setKept, onTrouble), [isEmpty, onTrouble]);
  return useMemo(
    () => ({
      kept,
      keep: async (gesture, name) => setKept(await keepMovement(gesture, name)),
      drop: async (gesture) => setKept(await deleteMovement(gesture)),
      limits,
    }),
    [kept, limits],
  );
}

export function useOwnMovements(): Movements {
  return useContext(MovementsContext);
}
