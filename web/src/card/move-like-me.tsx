import { useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { CallFailed } from "../call-failed.ts";
import { Icon } from "../icons.tsx";
import type { FilmDialog } from "../movements/film-dialog.tsx";
import { NameDialog } from "../movements/name-dialog.tsx";
import { dataFor } from "../movements/own-gestures.ts";
import { useSay } from "../say.ts";
import { buttonsOf } from "../sheets.ts";
import { ChipWord } from "./chip-word.tsx";
import type { Choosing } from "./choosing.ts";

interface MoveLikeMeProps {
  readonly choosing: Choosing;
  readonly photo: PageMessage;
  /** The movement of one's own that is seen and not kept yet. */
  readonly unkept: string | null;
  readonly onNews: (what: unknown) => void;
}

/** The way to a movement of one's own, and where one is seen, to keeping it. */
export function MoveLikeMe({ choosing, photo, unkept, onNews }: MoveLikeMeProps) {
  const say = useSay();
  const [example] = buttonsOf(choosing.about, "gestures");
  const way = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<typeof FilmDialog | null>(null);
  const [naming, setNaming] = useState<string | null>(null);
  // What is needed to film comes when somebody wants to.
  const open = (): void => {
    import("../movements/film-dialog.tsx").then(
      ({ FilmDialog: loaded }) => setDialog(() => loaded),
      () => onNews(new CallFailed("unreachable")),
    );
  };
  const close = (): void => {
    setDialog(null);
    setNaming(null);
    way.current?.focus();
  };
  return (
    <>
      {unkept !== null && (
        <button type="button" class="chip" onClick={() => setNaming(unkept)}>
          <span class="chip-picture">
            <Icon name="plus" />
          </span>
          <ChipWord word={say("button-keep-movement")} small />
        </button>
      )}
      <button ref={way} type="button" class="chip" disabled={example === undefined} onClick={open}>
        <span class="chip-picture">
          <Icon name="film" />
        </span>
        <ChipWord word={say("page-move")} />
      </button>
      {Dialog !== null && example !== undefined && (
        <Dialog
          message={photo.id}
          onMovement={(gesture) => {
            choosing.choose(dataFor(gesture, example));
            close();
          }}
          onGone={close}
        />
      )}
      {naming !== null && (
        <NameDialog
          gesture={naming}
          onKept={() => {
            onNews("page-movement-kept");
            close();
          }}
          onGone={close}
        />
      )}
    </>
  );
}
