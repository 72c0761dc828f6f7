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

/** Width over height of what holds these clips, each as large as it is. */
function ratioOf(clips: readonly AlbumClip[]): number {
  const side = (which: "width" | "height"): number => Math.max(1, ...clips.map((clip) => clip[which]));
  return side("width") / side("height");
}

/** A reel: how far it is, or the film itself. */
export function ReelCard({ reel, clips, onChange, onTrouble }: ReelCardProps) {
  const say = useSay();
  const { id, state, percent, url, goesAt } = reel;
  const names = reel.parts.flatMap((part) => clips.filter((clip) => clip.id === part));
  const called = names.map(({ name, title }) => name || title).filter((name) => name !== "");
  const title = [...new Set(called)].join(", ");
  const still = names[0]?.stillUrl;
  return (
    <article class="reel" aria-label={title || say("page-reels")}>
      {/* Its place is as large while it is made. */}
      <div class="reel-film" style={{ "--ratio": ratioOf(names) }}>
        {state === "ready" ? (
          <video src={url} controls playsInline preload="metadata" poster={still} />
        ) : (
          <>
            <img src={still} alt="" />
            <div class="progress">
              <p role="status">{say(state === "working" ? "page-reel-working" : "page-reel-failed")}</p>
              {state === "working" && (
                <progress max="100" value={percent ?? undefined} aria-label={say("page-reel-working")} />
              )}
            </div>
          </>
        )}
      </div>
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
