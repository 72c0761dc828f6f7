import type { AlbumClip, AlbumReel } from "../../src/bots/web/protocol.ts";
import { deleteReel } from "./album-calls.ts";
import { fileName } from "./file-name.ts";
import { Goes } from "./goes.tsx";
import { useSay } from "./say.ts";

interface ReelCardProps {
  readonly reel: AlbumReel;
  readonly clips: readonly AlbumClip[];
  readonly onChange: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** A reel: how far it is, or the film itself. */
export function ReelCard({ reel, clips, onChange, onTrouble }: ReelCardProps) {
  const say = useSay();
  const { id, state, percent, url, goesAt } = reel;
  const names = reel.parts.flatMap((part) => clips.filter((clip) => clip.id === part));
  const called = names.map(({ name, title }) => name || title).filter((name) => name !== "");
  const title = [...new Set(called)].join(", ");
  const first = names[0];
  return (
    <article class="reel" aria-label={title || say("page-reels")}>
      {state === "ready" && (
        <video
          src={url}
          controls
          playsInline
          preload="metadata"
          poster={first?.stillUrl ?? ""}
          width={reel.width ?? 0}
          height={reel.height ?? 0}
        />
      )}
      {state === "working" && (
        <>
          <p role="status">{say("page-reel-working")}</p>
          <progress max="100" value={percent ?? undefined} aria-label={say("page-reel-working")} />
        </>
      )}
      {state === "failed" && <p role="status">{say("page-reel-failed")}</p>}
      <p class="small">
        {title}
        {state === "ready" && <Goes at={goesAt} />}
      </p>
      <div class="row">
        {state === "ready" && (
          <a class="button main" href={url} download={fileName(called[0] ?? "", "reel", "mp4")}>
            {say("page-download")}
          </a>
        )}
        <button type="button" class="quiet" onClick={() => void deleteReel(id).then(onChange, onTrouble)}>
          {say("page-delete")}
        </button>
      </div>
    </article>
  );
}
