import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { canCopy, canShare, copyStill, share } from "../pass-on.ts";
import { Popover } from "../popover.tsx";
import { useSay } from "../say.ts";
import { buttonsOf } from "../sheets.ts";
import type { Choosing } from "./choosing.ts";

interface ClipActionsProps {
  readonly choosing: Choosing;
  /** What its file is called, without what says its kind. */
  readonly fileName: string;
  /** There is nobody but oneself to report to. */
  readonly own: boolean;
  readonly onNews: (what: unknown) => void;
  readonly onReport: (clip: PageMessage) => void;
  readonly onDelete: () => void;
}

/** What is done with the clip that is seen: it is kept as a file, and behind a button all that is asked for less often. */
export function ClipActions({ choosing, fileName, own, onNews, onReport, onDelete }: ClipActionsProps) {
  const say = useSay();
  const { shown } = choosing;
  const url = shown?.clipUrl ?? null;
  const pass = (work: Promise<void>, done: string | null): void => {
    work.then(
      () => done !== null && onNews(done),
      () => onNews("page-copy-failed"),
    );
  };
  return (
    <div class="clip-actions">
      {url === null ? (
        <button type="button" class="main" disabled>
          <Icon name="download" />
          {say("page-download")}
        </button>
      ) : (
        <a class="button main" href={url} download={`${fileName}.mp4`}>
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
          {url !== null && canShare() && (
            <button
              type="button"
              data-closes
              onClick={() => pass(share(url, `${fileName}.mp4`, shown?.text ?? ""), null)}
            >
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
