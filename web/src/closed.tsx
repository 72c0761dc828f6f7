import { useEffect, useState } from "preact/hooks";
import type { Greeting, Session } from "../../src/bots/web/protocol.ts";
import { CallFailed } from "./call-failed.ts";
import { call, enter } from "./calls.ts";
import { sayWith } from "./say.ts";

interface ClosedProps {
  readonly why: "invitation" | "unreachable";
  readonly onEntered: (session: Session) => void;
}

/** What is seen before the door: a field for an invitation's code, or that nobody answers. */
export function Closed({ why, onEntered }: ClosedProps) {
  const [greeting, setGreeting] = useState<Greeting | null>(null);
  useEffect(() => {
    const greet = async (): Promise<Greeting> => (await (await call("/api/greeting")).json()) as Greeting;
    greet().then(setGreeting, () => undefined);
  }, []);
  useEffect(() => {
    if (greeting !== null) document.documentElement.lang = greeting.locale;
  }, [greeting]);
  return (
    <main class="closed">
      <img src="/icon.svg" alt="" width="72" height="72" />
      <h1>Keepsake</h1>
      {why === "unreachable" ? (
        // There are no texts without a server.
        <p>Keepsake does not answer just now. Please load this page again in a moment.</p>
      ) : (
        greeting !== null && <CodeForm texts={greeting.texts} onEntered={onEntered} />
      )}
    </main>
  );
}

interface CodeFormProps {
  readonly texts: Greeting["texts"];
  readonly onEntered: (session: Session) => void;
}

function CodeForm({ texts, onEntered }: CodeFormProps) {
  const say = sayWith(texts);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const knock = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true);
    try {
      const code = new FormData(form).get("code");
      onEntered(await enter(typeof code === "string" ? code.trim() : ""));
    } catch (error) {
      const isWrong = error instanceof CallFailed && error.reason === "invitation";
      setTrouble(say(isWrong ? "page-code-wrong" : error));
      setBusy(false);
    }
  };
  return (
    <form
      class="code"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void knock(event.currentTarget);
      }}
    >
      <p>{say("page-invitation")}</p>
      <label for="code">{say("page-code")}</label>
      <input
        id="code"
        name="code"
        required
        maxLength={200}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <button type="submit" class="main" aria-busy={busy}>
        {say("page-code-enter")}
      </button>
      <p role="alert">{trouble}</p>
    </form>
  );
}
