import { useState } from "preact/hooks";
import { useSay } from "../say.ts";
import { useOwnMovements } from "./movements.ts";

/** The movements that are kept, each of which can be deleted. */
export function KeptMovements() {
  const say = useSay();
  const { kept, drop } = useOwnMovements();
  const [asked, setAsked] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  if (kept.length === 0) return null;
  return (
    <section class="kept-movements" aria-label={say("page-movements")}>
      <h3>{say("page-movements")}</h3>
      {trouble !== null && <p role="alert">{say(trouble)}</p>}
      <ul>
        {kept.map(({ gesture, title }) => (
          <li key={gesture}>
            <span>{title}</span>
            {asked === gesture ? (
              <button
                type="button"
                class="danger"
                aria-label={`${say("button-delete-yes")}: ${title}`}
                onBlur={() => setAsked(null)}
                onClick={() => void drop(gesture).catch(setTrouble)}
              >
                {say("button-delete-yes")}
              </button>
            ) : (
              <button
                type="button"
                class="quiet"
                aria-label={`${say("page-delete")}: ${title}`}
                onClick={() => setAsked(gesture)}
              >
                {say("page-delete")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
