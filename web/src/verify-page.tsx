import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Verdict } from "../../src/bots/web/protocol.ts";
import { useDropped } from "./add-photo.tsx";
import { CallFailed } from "./call-failed.ts";
import { call } from "./calls.ts";
import { Entered } from "./entered.tsx";
import { FileChooser } from "./file-chooser.tsx";
import { NameSign } from "./name-sign.tsx";
import { type Say, useSay } from "./say.ts";
import { ShownFile } from "./shown-file.tsx";
import { VerdictCard } from "./verdict-card.tsx";

/** A file that somebody asks about, and what came of it so far. */
interface Asked {
  readonly file: File;
  readonly answer: Verdict | "looking" | { readonly trouble: string };
}

/** Was this made by Keepsake? A field for a file, and beneath it the answer. */
function VerifyPage() {
  const say = useSay();
  const [asked, ask] = useAsked();
  const onFiles = ([file]: readonly File[]): void => {
    if (file !== undefined) ask(file);
  };
  const over = useDropped(onFiles);
  useEffect(() => {
    document.title = `${say("page-verify")} · Keepsake`;
  }, [say]);
  const busy = asked?.answer === "looking";
  return (
    <>
      <header>
        <NameSign />
        <a class="button" href="/">
          {say("page-photos")}
        </a>
      </header>
      <main class="verify">
        <h2>{say("page-verify")}</h2>
        <p>{say("page-verify-lead")}</p>
        <section class={over ? "field over" : "field"} aria-label={say("page-verify-choose")}>
          {asked !== null && <ShownFile file={asked.file} busy={busy} />}
          <FileChooser
            label={say("page-verify-choose")}
            icon="photo"
            class={asked === null ? "main" : ""}
            onFiles={onFiles}
          />
          {(over || asked === null) && (
            <p class="hint for-mice">{say(over ? "page-verify-drop" : "page-verify-hint")}</p>
          )}
        </section>
        <div role="status">{asked !== null && <Answer {...asked} />}</div>
        {asked !== null && typeof asked.answer === "object" && "trouble" in asked.answer && (
          <div class="verdict trouble" role="alert">
            <p>{asked.answer.trouble}</p>
            <button type="button" onClick={() => ask(asked.file)}>
              {say("page-again")}
            </button>
          </div>
        )}
      </main>
    </>
  );
}

function Answer({ answer }: Asked) {
  const say = useSay();
  if (answer === "looking") return <p class="looking">{say("page-verify-looking")}</p>;
  return "trouble" in answer ? null : <VerdictCard verdict={answer} />;
}

/** What was asked last; whoever asks about another file no longer waits for the one before. */
function useAsked(): readonly [Asked | null, (file: File) => void] {
  const say = useSay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const asking = useRef(new AbortController());
  const ask = (file: File): void => {
    asking.current.abort();
    asking.current = new AbortController();
    const { signal } = asking.current;
    const answered = (answer: Asked["answer"]): void => {
      if (!signal.aborted) setAsked({ file, answer });
    };
    answered("looking");
    verdictOn(file, signal).then(answered, (error: unknown) => answered({ trouble: troubleOf(error, say) }));
  };
  return [asked, ask];
}

async function verdictOn(file: File, signal: AbortSignal): Promise<Verdict> {
  const form = new FormData();
  form.append("file", file, "file");
  return (await (await call("/api/verify", { method: "POST", body: form, signal })).json()) as Verdict;
}

/** Nothing is tried again by itself here. */
function troubleOf(error: unknown, say: Say): string {
  const reason = error instanceof CallFailed ? error.reason : "strange";
  if (reason === "strange") return say("verify-failed");
  return say(reason === "unreachable" || reason === "away" ? "page-verify-unreachable" : error);
}

const root = document.getElementById("page");
if (root !== null) render(<Entered>{() => <VerifyPage />}</Entered>, root);
