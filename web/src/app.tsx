import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import type { Session } from "../../src/bots/web/protocol.ts";
import { after, EMPTY_CHAT, sheetsOf } from "./album.ts";
import { CallFailed, type Command, command, enter, listen } from "./calls.ts";
import { Composer } from "./composer.tsx";
import { ForgetDialog } from "./forget-dialog.tsx";
import { Header } from "./header.tsx";
import { MessageView } from "./message-view.tsx";
import { PhotoSheet } from "./photo-sheet.tsx";
import { SayContext, sayWith } from "./say.ts";
import { useTaps } from "./taps.ts";
import { Toast } from "./toast.tsx";

/** The whole page. */
export function App() {
  const [session, setSession] = useState<Session | "invitation" | "unreachable" | null>(null);
  useEffect(() => {
    enter().then(setSession, (error: unknown) => {
      const reason = error instanceof CallFailed ? error.reason : "unreachable";
      setSession(reason === "invitation" ? "invitation" : "unreachable");
    });
  }, []);
  if (session === null) return null;
  if (session === "invitation" || session === "unreachable") return <Closed why={session} />;
  return <Chat session={session} />;
}

/** Before anybody came in there are no texts yet, so this speaks English. */
function Closed({ why }: { readonly why: "invitation" | "unreachable" }) {
  return (
    <main class="closed">
      <h1>Keepsake</h1>
      <p>
        {why === "invitation"
          ? "This page is for invited guests. Please open the link that you were given."
          : "Keepsake does not answer just now. Please load this page again in a moment."}
      </p>
    </main>
  );
}

function Chat({ session }: { readonly session: Session }) {
  const [chat, tell] = useReducer(after, EMPTY_CHAT);
  const [lost, setLost] = useState(false);
  const [toast, setToast] = useState<string | null>(null);
  const say = useMemo(() => sayWith(session.texts), [session]);
  const forgetting = useRef<HTMLDialogElement>(null);
  const taps = useTaps(say, setToast);

  useEffect(() => {
    document.documentElement.lang = session.locale;
    return listen((event) => {
      if (event.kind === "notice") taps.answered(event.press, event.text);
      tell(event);
    }, setLost);
  }, [session, taps]);

  const ask = useCallback(
    (name: Command, about?: string) => {
      command(name, about).catch((error: unknown) => {
        setToast(say(error));
      });
    },
    [say],
  );
  /** Deleting everything is asked about first. */
  const request = useCallback(
    (name: Command, about?: string) => {
      if (name === "forget") forgetting.current?.showModal();
      else ask(name, about);
    },
    [ask],
  );
  const actions = { taps, ask: request, onNews: setToast };
  const sheets = sheetsOf(chat.messages);
  const newest = sheets[0]?.id;
  // A photo that was just posted comes into view, and so does what was said about none, such as the thanks for a report.
  useEffect(() => {
    if (newest !== undefined) scrollTo({ top: 0 });
  }, [newest]);
  const empty = chat.ready && !sheets.some(({ kind }) => kind === "photo");
  return (
    <SayContext.Provider value={say}>
      <Header ask={request} lost={lost} />
      <main aria-busy={chat.busy}>
        {chat.ready && <Composer large={empty} maxBytes={session.maxPhotoBytes} onTrouble={setToast} />}
        <div class="sheets" aria-label={say("page-history")} role="log">
          {sheets.map((sheet) =>
            sheet.kind === "note" ? (
              <div key={sheet.id} class="note">
                <MessageView message={sheet.message} busy={false} bare={false} {...actions} />
              </div>
            ) : (
              <PhotoSheet key={sheet.id} sheet={sheet} busy={chat.busy} {...actions} />
            ),
          )}
        </div>
      </main>
      <ForgetDialog dialog={forgetting} onYes={() => ask("forget")} />
      <Toast text={toast} onGone={() => setToast(null)} />
    </SayContext.Provider>
  );
}
