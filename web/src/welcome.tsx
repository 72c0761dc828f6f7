import { useState } from "preact/hooks";
import type { Session } from "../../src/bots/web/protocol.ts";
import { AddPhoto } from "./add-photo.tsx";
import { putRulesAway } from "./calls.ts";
import { Film } from "./card/player.tsx";
import { Icon } from "./icons.tsx";
import { LinkedText, type ReadingName } from "./linked-text.tsx";
import { ReadingDialog } from "./reading-dialog.tsx";
import { useSay } from "./say.ts";

interface WelcomeProps {
  readonly session: Session;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What there is before the first photo: a clip that plays, its photo to try, and what everybody should know. */
export function Welcome({ session, onFiles }: WelcomeProps) {
  const say = useSay();
  const [fetching, setFetching] = useState(false);
  const tryExample = (): void => {
    setFetching(true);
    fetch("/example.jpg")
      .then(async (answer) => answer.blob())
      .then((photo) => onFiles([new File([photo], "keepsake.jpg", { type: "image/jpeg" })]))
      .catch(() => setFetching(false));
  };
  return (
    <section class="welcome" aria-label={say("page-choose")}>
      <div class="welcome-film">
        <Film url="/example.mp4" still="/example-still.jpg" label={say("page-example")} />
      </div>
      <div class="welcome-words">
        <p class="lead">{say("page-lead")}</p>
        <AddPhoto onFiles={onFiles} />
        <button type="button" class="quiet" disabled={fetching} onClick={tryExample}>
          {say("page-try")}
        </button>
        <p class="hint for-mice">{say("page-hint")}</p>
        <p class="hint">{say("page-private")}</p>
        <Rules session={session} />
      </div>
    </section>
  );
}

/** What everybody should know of clips, once. */
function Rules({ session }: { readonly session: Session }) {
  const say = useSay();
  const [gone, setGone] = useState(session.knowsRules);
  const [reading, setReading] = useState<ReadingName | null>(null);
  if (gone) return null;
  return (
    <aside class="rules" aria-label={say("page-privacy")}>
      <LinkedText text={session.rules} onAsk={(name) => name !== "forget" && setReading(name)} />
      <button
        type="button"
        class="plain-icon"
        aria-label={say("page-close")}
        onClick={() => {
          setGone(true);
          // It is told once more where that could not be noted.
          putRulesAway().catch(() => undefined);
        }}
      >
        <Icon name="close" />
      </button>
      <ReadingDialog
        session={session}
        name={reading}
        onGone={() => setReading(null)}
        onAsk={(name) => name !== "forget" && setReading(name)}
      />
    </aside>
  );
}
