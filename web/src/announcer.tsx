import { useEffect, useRef, useState } from "preact/hooks";
import { useSay } from "./say.ts";
import type { Sheet } from "./sheets.ts";

const HALF = 50;

/** How far each piece of work has been told of, by its message. */
type Told = Map<string, "start" | "half">;

/** Tells those who do not see the page that a clip is begun, half done, and there; and why there is none. Nothing else. */
export function Announcer({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const say = useSay();
  const [words, setWords] = useState("");
  const told = useRef<Told>(new Map());
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const news = sheets.flatMap(({ work }) => work.flatMap(({ id, percent = 0 }) => toldOf(told.current, id, percent)));
    const ended = sheets.flatMap(({ clips, trouble }) => [...clips, ...(trouble === null ? [] : [trouble])]);
    const before = known.current;
    known.current = new Set(ended.map(({ id }) => id));
    const last = before === null ? undefined : ended.findLast(({ id }) => !before.has(id));
    if (last !== undefined) setWords(last.clip === undefined ? last.text : `${say("page-heard-ready")} ${last.text}`);
    else if (news.length > 0) setWords(say(`page-heard-${news.at(-1)}`));
  }, [sheets, say]);
  return (
    <p class="unseen" role="status" aria-live="polite">
      {words}
    </p>
  );
}

function toldOf(told: Told, id: string, percent: number): ("start" | "half")[] {
  const before = told.get(id);
  if (before === undefined) {
    told.set(id, "start");
    return ["start"];
  }
  if (before === "half" || percent < HALF) return [];
  told.set(id, "half");
  return ["half"];
}
