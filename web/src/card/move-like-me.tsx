import { type FunctionComponent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { CallFailed } from "../call-failed.ts";
import { Icon } from "../icons.tsx";
import type { FilmDialog } from "../movements/film-dialog.tsx";
import { useOwnMovements } from "../movements/movements.ts";
import { NameDialog } from "../movements/name-dialog.tsx";
import { asking, isOwn } from "../movements/own-gestures.ts";
import { useSay } from "../say.ts";
import { buttonsOf, gestureOf } from "../sheets.ts";
import type { Choosing } from "./choosing.ts";

interface MoveLikeMeProps {
  readonly choosing: Choosing;
  readonly photo: PageMessage;
  readonly onNews: (what: unknown) => void;
}

/** The way to a movement of one's own, and where one is seen, to keeping it. */
export function MoveLikeMe({ choosing, photo, onNews }: MoveLikeMeProps) {
  const say = useSay();
  const { kept } = useOwnMovements();
  const [example] = buttonsOf(choosing.about, "gestures");
  const shown = gestureOf(choosing.shown);
  const canKeep = isOwn(shown) && !kept.some(({ gesture }) => gesture === shown);
  const way = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<FunctionComponent<Parameters<typeof FilmDialog>[0]> | null>(null);
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
    <div class="moving">
      <button ref={way} type="button" disabled={example === undefined} onClick={open}>
        <Icon name="film" />
        {say("page-move")}
      </button>
      {canKeep && (
        <button type="button" onClick={() => setNaming(shown)}>
          {say("button-keep-movement")}
        </button>
      )}
      {Dialog !== null && example !== undefined && (
        <Dialog
          message={photo.id}
          onMovement={(gesture) => {
            choosing.choose(asking(example, { gesture, title: "" }).data);
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
    </div>
  );
}
