import { useEffect, useState } from "preact/hooks";
import type { Button } from "../../../src/bots/port/chat-port.ts";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { askedBy, type Sheet } from "../sheets.ts";
import type { Taps } from "../taps.ts";

const SOON_MS = 2000;

/** What of a photo is seen and chosen. */
export interface Choosing {
  /** The clip that is seen. */
  readonly shown: PageMessage | undefined;
  /** What the controls are about: what was asked for last, as soon as it is in work, else what is seen. */
  readonly about: PageMessage;
  /** Asks for what a button offers. What was made before is shown again. */
  readonly choose: (data: string) => void;
  readonly show: (clip: PageMessage) => void;
  /** Whether a button of a group stands for what was asked for last. */
  readonly isChosen: (button: Button, group: readonly Button[]) => boolean;
  /** The clip that a button asks for, where it has been made. */
  readonly madeBy: (data: string) => PageMessage | undefined;
  /** A button's clip is being made. */
  readonly isInWork: (data: string) => boolean;
}

/** Keeps what was chosen of a photo, through all that happens to it. */
export function useChoosing({ photo, clips, work }: Sheet, taps: Taps): Choosing {
  const [chosen, setChosen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(() => askedBy(work.at(-1)) ?? null);
  const shown = clips.find(({ id }) => id === chosen) ?? clips.at(-1);
  const madeBy = (data: string): PageMessage | undefined => clips.findLast((clip) => askedBy(clip) === data);
  const inWork = work.findLast((message) => wanted !== null && askedBy(message) === wanted);
  const about = inWork ?? shown ?? photo;
  const arrived = wanted === null ? undefined : madeBy(wanted)?.id;
  useEffect(() => {
    if (arrived === undefined) return;
    setChosen(arrived);
    setWanted(null);
  }, [arrived]);
  const waits = wanted !== null && (inWork !== undefined || taps.waits(wanted));
  // It was called off, or came to nothing. The word that it is in work comes a moment after the answer to the tap.
  useEffect(() => {
    if (wanted === null || waits) return;
    const timer = setTimeout(() => setWanted(null), SOON_MS);
    return () => clearTimeout(timer);
  }, [wanted, waits]);
  return {
    shown,
    about,
    madeBy,
    isInWork: (data) => taps.waits(data) || work.some((message) => askedBy(message) === data),
    isChosen: (button, group) =>
      wanted !== null && group.some(({ data }) => data === wanted) ? button.data === wanted : button.current === true,
    show: ({ id }) => {
      setChosen(id);
      setWanted(null);
    },
    choose: (data) => {
      const made = madeBy(data);
      if (made !== undefined) {
        setChosen(made.id);
        setWanted(null);
        return;
      }
      setWanted(data);
      // The photo stays, while what tells of work may be gone by the time that the tap arrives.
      taps.tap(photo.id, data);
    },
  };
}
