import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Goes } from "../goes.tsx";
import { Icon } from "../icons.tsx";
import { useKept } from "../keeping.ts";
import { useSay } from "../say.ts";

interface HeartProps {
  readonly photo: PageMessage;
  /** The clip that is seen. */
  readonly shown: PageMessage | undefined;
}

/** Keeps the clip that is seen. */
export function Heart({ photo, shown }: HeartProps) {
  const say = useSay();
  const { isKept, toggle } = useKept();
  const clip = clipOf(shown);
  return (
    <button
      type="button"
      class="plain-icon heart"
      aria-label={say("page-keep")}
      title={say("page-keep")}
      aria-pressed={clip !== null && isKept(clip)}
      disabled={clip === null}
      onClick={() => clip !== null && toggle(clip, photo.name ?? "")}
    >
      <Icon name="heart" />
    </button>
  );
}

/** How long the clip that is seen will be there. Its line is there before it is known. */
export function Stay({ photo, shown }: HeartProps) {
  const say = useSay();
  const { isKept, keptForMs } = useKept();
  const clip = clipOf(shown);
  return (
    <p class="stay">
      {clip !== null &&
        (isKept(clip) ? (
          <a href="/album">{say("page-in-album")}</a>
        ) : (
          <Goes at={keptForMs === null ? null : photo.at + keptForMs} />
        ))}
    </p>
  );
}

/** The id of the clip that a message shows. */
function clipOf(message: PageMessage | undefined): string | null {
  return message?.clipUrl?.split("/").at(-1) ?? null;
}
