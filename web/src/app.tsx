import { useCallback, useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { PageMessage, Session } from "../../src/bots/web/protocol.ts";
import { AddPhoto, useDropped } from "./add-photo.tsx";
import { Announcer } from "./announcer.tsx";
import { AskDialog, type Question } from "./ask-dialog.tsx";
import { deletePhoto, forgetAll, listen, report } from "./calls.ts";
import { Card } from "./card/card.tsx";
import { after, EMPTY_CHAT, saidAside } from "./chat.ts";
import { Entered } from "./entered.tsx";
import { Header } from "./header.tsx";
import { KeepingContext, useKeeping } from "./keeping.ts";
import { MovementsContext, useMovements } from "./movements/movements.ts";
import { type Say, useSay } from "./say.ts";
import { pickUpShared } from "./shared.ts";
import { sheetsOf } from "./sheets.ts";
import { useTaps } from "./taps.ts";
import { Toast } from "./toast.tsx";
import { MomentDialog } from "./uploads/moment-dialog.tsx";
import { type Uploads, useUploads } from "./uploads/use-uploads.ts";
import { Welcome } from "./welcome.tsx";

/** The whole page. */
export function App() {
  return <Entered>{(session) => <Page session={session} />}</Entered>;
}

function Page({ session }: { readonly session: Session }) {
  const { own, maxPhotoBytes } = session;
  const say = useSay();
  const [toast, setToast] = useState<string | null>(null);
  const onNews = useCallback((what: unknown) => setToast(say(what)), [say]);
  const taps = useTaps(onNews);
  const { chat, lost } = useChat(session, taps.answered, setToast);
  const keeping = useKeeping(session.keptForMs, onNews);
  const uploads = useUploads(maxPhotoBytes, chat.messages);
  useEffect(() => uploads.goOn(), [lost]);
  const { video, left, add, onStrange, onGone } = useFiles(uploads);
  const [question, setQuestion] = useState<Question | null>(null);

  const sheets = sheetsOf(chat.messages, uploads.list);
  const over = useDropped(add);
  useEffect(() => void pickUpShared().then(add), []);
  const { onDelete, onForget } = deletions(say, setQuestion, onNews);
  const onReport = ({ id }: PageMessage): void => void report(id).catch(onNews);
  const actions = { taps, own, onNews, onReport, onDelete, onTakeOut: uploads.remove, onAgain: uploads.again };
  const isEmpty = chat.ready && sheets.length === 0;
  const movements = useMovements(session, isEmpty, onNews);
  return (
    <KeepingContext.Provider value={keeping}>
      <Header session={session} lost={lost} onForget={onForget}>
        {chat.ready && !isEmpty && <AddPhoto onFiles={add} compact />}
      </Header>
      <main>
        {over && (
          <p class="drop-here" role="status">
            {say("page-drop")}
          </p>
        )}
        {isEmpty && <Welcome session={session} onFiles={add} />}
        <div class="cards" aria-label={say("page-history")} role="region">
          <MovementsContext.Provider value={movements}>
            {sheets.map((sheet) => (
              <Card key={sheet.key} sheet={sheet} {...actions} />
            ))}
          </MovementsContext.Provider>
        </div>
      </main>
      {video !== undefined && (
        <MomentDialog
          key={left}
          video={video}
          onPhoto={(photo) => add([photo])}
          onStrange={onStrange}
          onGone={onGone}
        />
      )}
      <AskDialog question={question} onGone={() => setQuestion(null)} />
      <Toast text={toast} onGone={() => setToast(null)} />
      <Announcer sheets={sheets} />
    </KeepingContext.Provider>
  );
}

/** Takes files: photos go into the queue, of videos a moment is chosen, one after the other. */
function useFiles(uploads: Uploads) {
  const [videos, setVideos] = useState<readonly File[]>([]);
  const [video] = videos;
  return {
    video,
    /** How many there are, that one among them. */
    left: videos.length,
    add: (files: readonly File[]): void => {
      const isVideo = ({ type }: File): boolean => type.startsWith("video/");
      setVideos((others) => [...others, ...files.filter(isVideo)]);
      const photos = files.filter((file) => !isVideo(file));
      if (photos.length === 0) return;
      uploads.add(photos);
      scrollTo({ top: 0 });
    },
    onStrange: (): void => {
      if (video !== undefined) uploads.addStrange(video);
    },
    onGone: (): void => setVideos((others) => others.slice(1)),
  };
}

/** What is asked about before it is done. */
function deletions(say: Say, ask: (question: Question) => void, onNews: (what: unknown) => void) {
  return {
    onDelete: ({ photo }: { readonly photo: PageMessage }): void =>
      ask({
        ask: say("press-delete-ask"),
        yes: say("button-delete-yes"),
        no: say("button-delete-no"),
        onYes: () => void deletePhoto(photo.id).catch(onNews),
      }),
    onForget: (): void =>
      ask({
        ask: say("page-forget-ask"),
        yes: say("page-forget-yes"),
        no: say("page-cancel"),
        onYes: () => void forgetAll().catch(onNews),
      }),
  };
}

/** What happens in the chat, and whether the connection is lost. */
function useChat(
  session: Session,
  answered: (press: string, text: string | null) => void,
  onAside: (text: string) => void,
) {
  const [chat, tell] = useReducer(after, EMPTY_CHAT);
  const [lost, setLost] = useState(false);
  const known = useRef(chat);
  known.current = chat;
  useEffect(() => {
    return listen((event) => {
      if (event.kind === "notice") answered(event.press, event.text);
      const aside = saidAside(known.current, event);
      if (aside !== undefined) onAside(aside);
      tell(event);
    }, setLost);
  }, [session, answered]);
  return { chat, lost };
}
