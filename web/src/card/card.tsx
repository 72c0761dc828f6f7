import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { lookAgain } from "../calls.ts";
import { useSay } from "../say.ts";
import { buttonsOf, type Sheet } from "../sheets.ts";
import type { Taps } from "../taps.ts";
import { useChoosing } from "./choosing.ts";
import { ClipActions } from "./clip-actions.tsx";
import { Earlier } from "./earlier.tsx";
import { Faces } from "./faces.tsx";
import { Framing } from "./framing.tsx";
import { Gestures } from "./gestures.tsx";
import { Stay } from "./heart.tsx";
import { Stage } from "./stage.tsx";
import { Strength } from "./strength.tsx";

/** What is done with a card beyond choosing what it shows. */
export interface CardActions {
  readonly taps: Taps;
  readonly own: boolean;
  readonly onNews: (what: unknown) => void;
  readonly onReport: (clip: PageMessage) => void;
  readonly onDelete: (sheet: Sheet) => void;
  /** Takes out a photo that is still on its way. */
  readonly onTakeOut: (key: string) => void;
}

/** One photo: its clip, and what can be chosen and done. Every part has its place from the beginning, so that nothing moves. */
export function Card({ sheet, ...actions }: CardActions & { readonly sheet: Sheet }) {
  const say = useSay();
  const { taps, own, onNews, onReport, onDelete, onTakeOut } = actions;
  const { photo, clips, coming } = sheet;
  const choosing = useChoosing(sheet, taps);
  const { shown, about } = choosing;
  const cancel = (work: PageMessage | undefined): void => {
    const [button] = buttonsOf(work, "actions");
    if (coming) onTakeOut(sheet.key);
    else if (work !== undefined && button !== undefined) taps.tap(work.id, button.data);
  };
  const remark = shown?.text.split("\n").slice(1).join(" ") ?? "";
  // A photo of which nothing can be made has nothing to choose.
  const isHopeless = sheet.trouble !== null && clips.length === 0 && buttonsOf(photo, "gestures").length === 0;
  return (
    <article class={isHopeless ? "card hopeless" : "card"} aria-label={photo.name ?? say("page-photo")}>
      <Stage
        sheet={sheet}
        shown={shown}
        about={about}
        onCancel={cancel}
        onRemove={() => onDelete(sheet)}
        onFrame={(box) => void lookAgain(photo.id, box).catch(onNews)}
      />
      {!isHopeless && (
        <div class="controls">
          <ClipActions
            choosing={choosing}
            photo={photo}
            own={own}
            onNews={onNews}
            onReport={onReport}
            onDelete={() => onDelete(sheet)}
          />
          <Stay photo={photo} shown={shown} />
          <Gestures choosing={choosing} />
          <Strength choosing={choosing} />
          <Framing choosing={choosing} />
          {remark !== "" && <p class="remark">{remark}</p>}
          <Faces sheet={sheet} choosing={choosing} />
          <Earlier clips={clips} choosing={choosing} />
        </div>
      )}
    </article>
  );
}
