import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { fileName } from "../file-name.ts";
import { Icon } from "../icons.tsx";
import { isOwn } from "../movements/own-gestures.ts";
import { canCopy, canShare, copyStill, share } from "../pass-on.ts";
import { Popover } from "../popover.tsx";
import { OTHER_FILES, saveAs } from "../save-as.ts";
import { useSay } from "../say.ts";
import { buttonsOf, gestureOf } from "../sheets.ts";
import type { Choosing } from "./choosing.ts";
import { Heart } from "./heart.tsx";

interface ClipActionsProps {
  readonly choosing: Choosing;
  readonly photo: PageMessage;
  /** There is nobody but oneself to report to. */
  readonly own: boolean;
  readonly onNews: (what: unknown) => void;
  readonly onReport: (clip: PageMessage) => void;
  readonly onDelete: () => void;
}

/** What is done with the clip that is seen: it is kept as a file, and behind a button all that is asked for less often. */
export function ClipActions({ choosing, photo, own, onNews, onReport, onDelete }: ClipActionsProps) {
  const say = useSay();
  const { shown } = choosing;
  const url = shown?.clipUrl ?? null;
  const gesture = isOwn(gestureOf(shown)) ? "" : gestureOf(shown);
  const called = (ending: string): string => fileName(photo.name ?? "", gesture, ending);
  const pass = (work: Promise<void>, done: string | null): void => {
    work.then(
      () => done !== null && onNews(done),
      () => onNews("page-copy-failed"),
    );
  };
  return (
    <div class="clip-actions">
      <Heart photo={photo} shown={shown} />
      {url === null ? (
        <button type="button" class="main" disabled>
          <Icon name="download" />
          {say("page-download")}
        </button>
      ) : (
        <a class="button main" href={url} download={called("mp4")}>
          <Icon name="download" />
          {say("page-download")}
        </a>
      )}
      <Popover class="plain-icon" sign label={say("page-actions")} face={<Icon name="more" />}>
        <div class="menu">
          {buttonsOf(shown, "retouching").map(({ label, data }) => (
            <button key={label} type="button" data-closes onClick={() => choosing.choose(data)}>
              {label}
            </button>
          ))}
          {url !== null && <OtherFiles url={url} called={called} onNews={onNews} />}
          {url !== null && canShare() && (
            <button type="button" data-closes onClick={() => pass(share(url, called("mp4"), shown?.text ?? ""), null)}>
              {say("button-share")}
            </button>
          )}
          {url !== null && canCopy() && (
            <button type="button" data-closes onClick={() => pass(copyStill(url), "page-copied")}>
              {say("page-copy")}
            </button>
          )}
          {shown !== undefined && !own && (
            <button type="button" data-closes onClick={() => onReport(shown)}>
              {say("page-report")}
            </button>
          )}
          <button type="button" class="danger" data-closes onClick={onDelete}>
            {say("button-delete")}
          </button>
        </div>
      </Popover>
    </div>
  );
}

interface OtherFilesProps {
  /** The clip's address. */
  readonly url: string;
  readonly called: (ending: string) => string;
  readonly onNews: (what: unknown) => void;
}

/** What the clip can be saved as besides a video. */
function OtherFiles({ url, called, onNews }: OtherFilesProps) {
  const say = useSay();
  return (
    <>
      {OTHER_FILES.map(({ ending, kind }) => (
        <button
          key={ending}
          type="button"
          data-closes
          onClick={() => {
            onNews("page-saving");
            saveAs(url, ending, called(ending)).catch(onNews);
          }}
        >
          {say("page-save-as")}: {kind ?? say("page-still")}
        </button>
      ))}
    </>
  );
}
