import { useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { lookAgain } from "../calls.ts";
import { useSay } from "../say.ts";
import { buttonsOf, type Sheet } from "../sheets.ts";
import type { Taps } from "../taps.ts";
import { useChoosing } from "./choosing.ts";
import { ClipActions } from "./clip-actions.tsx";
import { Earlier } from "./earlier.tsx";
import { Faces } from "./faces.tsx";
import { FrameDialog } from "./frame-dialog.tsx";
import { Framing } from "./framing.tsx";
import { Gestures } from "./gestures.tsx";
import { Stay } from "./heart.tsx";
import { Stage } from "./stage.tsx";
import { Strength } from "./strength.tsx";
import { type Remedy, Trouble } from "./trouble.tsx";

/** What is done with a card beyond choosing what it shows. */
export interface CardActions {
  readonly taps: Taps;
  readonly own: boolean;
  readonly onNews: (what: unknown) => void;
  readonly onReport: (clip: PageMessage) => void;
  readonly onDelete: (sheet: Sheet) => void;
  /** Takes out a photo that is still on its way. */
  readonly onTakeOut: (key: string) => void;
  /** Sends a photo once more. */
  readonly onAgain: (key: string) => void;
}

/** One photo: its clip, and what can be chosen and done. Every part has its place from the beginning, so that nothing moves. */
export function Card({ sheet, ...actions }: CardActions & { readonly sheet: Sheet }) {
  const say = useSay();
  const { taps, own, onNews, onReport, onDelete, onTakeOut } = actions;
  const { photo, clips, trouble } = sheet;
  const choosing = useChoosing(sheet, taps);
  const { shown, about } = choosing;
  const cancel = (work: PageMessage): void => {
    const [button] = buttonsOf(work, "actions");
    if (button !== undefined) taps.tap(work.id, button.data);
  };
  const remark = shown?.text.split("\n").slice(1).join(" ") ?? "";
  const hopeless = isHopeless(sheet);
  return (
    <article class={hopeless ? "card hopeless" : "card"} aria-label={photo.name ?? say("page-photo")}>
      <Stage
        sheet={sheet}
        shown={shown}
        about={about}
        trouble={hopeless ? null : trouble}
        onCancel={cancel}
        onTakeOut={() => onTakeOut(sheet.key)}
        onRemove={() => onDelete(sheet)}
      />
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
        <Gestures choosing={choosing} photo={photo} onNews={onNews} />
        <Strength choosing={choosing} />
        <Framing choosing={choosing} />
        {remark !== "" && <p class="remark">{remark}</p>}
        <Faces sheet={sheet} choosing={choosing} />
        <Earlier clips={clips} choosing={choosing} />
        {hopeless && <Hopeless sheet={sheet} {...actions} />}
      </div>
    </article>
  );
}

/** Of some photos nothing can be made, and there is nothing to choose. */
function isHopeless({ photo, clips, work, trouble, upload }: Sheet): boolean {
  if (upload !== null) return upload.state === "failed";
  return trouble !== null && work.length === 0 && clips.length === 0 && buttonsOf(photo, "gestures").length === 0;
}

/** What a frame round the face may mend. */
const UNSEEN: readonly (string | undefined)[] = ["error-noFace", "error-faceTooSmall"];

/** In the place of what could be chosen: why nothing can be made of a photo, and what may mend that. */
function Hopeless({ sheet, ...actions }: CardActions & { readonly sheet: Sheet }) {
  const say = useSay();
  const [drawing, setDrawing] = useState(false);
  const { photo, trouble, upload, key } = sheet;
  const { onNews, onDelete, onTakeOut, onAgain } = actions;
  if (upload !== null) {
    const { name, why } = upload;
    const remove = { label: say("page-remove"), name: `${say("page-remove")}: ${name}`, act: () => onTakeOut(key) };
    const again = { label: say("page-again"), mends: true, act: () => onAgain(key) };
    return <Trouble text={`${name}: ${say(why)}`} alert remedies={upload.file.size > 0 ? [again, remove] : [remove]} />;
  }
  const draw: Remedy = { label: say("page-draw"), mends: true, act: () => setDrawing(true) };
  const remove: Remedy = { label: say("page-remove"), act: () => onDelete(sheet) };
  // What cannot be seen is named.
  const about = photo.pictureUrl === null && photo.name !== undefined ? `${photo.name}: ` : "";
  const canDraw = UNSEEN.includes(trouble?.means?.key) && photo.size !== undefined;
  return (
    <>
      <Trouble text={`${about}${trouble?.text ?? ""}`} remedies={canDraw ? [draw, remove] : [remove]} />
      {drawing && (
        <FrameDialog
          photo={photo}
          onGone={() => setDrawing(false)}
          onUse={(box) => void lookAgain(photo.id, box).catch(onNews)}
        />
      )}
    </>
  );
}
