import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Greeting } from "../../src/bots/web/protocol.ts";
import type { Status } from "../../src/health/report.ts";
import { json } from "./calls.ts";
import { Invite } from "./invite.tsx";
import { NameSign } from "./name-sign.tsx";
import { SayContext, sayWith, useSay } from "./say.ts";
import { Report } from "./status-report.tsx";

const AGAIN_MS = 3000;

type Answer = Status | "closed" | "unreachable" | null;

/** How the bot is doing, for its operator; asks again every few seconds. */
function StatusPage() {
  const say = useSay();
  const [answer, setAnswer] = useState<Answer>(null);
  const [last, setLast] = useState<Status | null>(null);
  const look = useCallback(async () => {
    const now = await read();
    setAnswer(now);
    if (typeof now === "object" && now !== null) setLast(now);
  }, []);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);
  const isOpen = answer !== "closed" && last !== null;
  return (
    <>
      <header>
        <NameSign name={say("operator-title")} />
        {isOpen && <Invite />}
        {answer === "unreachable" && (
          <p class="lost" role="status">
            {say("page-offline")}
          </p>
        )}
      </header>
      <main>
        {answer === "closed" && <SecretForm onOpen={() => void look()} />}
        {isOpen && <Report status={last} />}
      </main>
    </>
  );
}

async function read(): Promise<Answer> {
  const answer = await fetch("/api/status").catch(() => null);
  if (answer === null) return "unreachable";
  if (answer.status === 401) return "closed";
  return answer.ok ? ((await answer.json()) as Status) : "unreachable";
}

function SecretForm({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async (form: HTMLFormElement): Promise<void> => {
    const request = json({ secret: new FormData(form).get("secret") });
    const answer = await fetch("/api/status/session", request).catch(() => null);
    if (answer?.ok === true) onOpen();
    else setTrouble(say(answer?.status === 401 ? "operator-secret-wrong" : "operator-later"));
  };
  return (
    <form
      class="tile secret"
      onSubmit={(event) => {
        event.preventDefault();
        void open(event.currentTarget);
      }}
    >
      {/* For password managers. */}
      <input type="text" name="username" value="operator" autocomplete="username" hidden readOnly />
      <label for="secret">ADMIN_SECRET</label>
      <input id="secret" name="secret" type="password" autocomplete="current-password" required />
      <button type="submit" class="main">
        {say("operator-open")}
      </button>
      <p role="alert">{trouble}</p>
    </form>
  );
}

/** The page in the operator's language. */
async function begin(root: HTMLElement): Promise<void> {
  const answer = await fetch("/api/status/greeting").catch(() => null);
  if (answer?.ok !== true) {
    setTimeout(() => void begin(root), AGAIN_MS);
    return;
  }
  const { locale, texts } = (await answer.json()) as Greeting;
  document.documentElement.lang = locale;
  document.title = `Keepsake: ${texts["operator-title"]}`;
  render(
    <SayContext.Provider value={sayWith(texts)}>
      <StatusPage />
    </SayContext.Provider>,
    root,
  );
}

const root = document.getElementById("page");
if (root !== null) void begin(root);
