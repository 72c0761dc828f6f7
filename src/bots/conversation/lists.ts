import type { Button, Keyboard } from "../port/chat-port.ts";
import type { Menu } from "./effects.ts";
import {
  actionButton,
  everyoneButtons,
  faceButtons,
  framingButtons,
  gestureButtons,
  keepMovementButtons,
  type Labels,
  movementButtons,
  originalButtons,
  type ShownClip,
  strengthButtons,
  takeDownButton,
} from "./keyboard.ts";

/** Faces in a list, which may hold 25 entries: besides them everyone, who is who, and two that turn pages. */
export const LISTED_FACES = 20;

/**
 * What a message with a clip offers where platforms have lists: one of faces, one of gestures, and one row of buttons. Behind its
 * last button is another row; while the numbered faces are shown, there is nothing but their list and the way back.
 */
export function listsOf(menu: Menu, shown: ShownClip, labels: Labels): Keyboard {
  const { texts } = labels;
  if (menu === "other") return [{ kind: "actions", buttons: otherButtons(shown, labels) }];
  if (typeof menu !== "string") {
    const back = actionButton("back", "button-back", shown.choice, texts);
    return [facesList(listedFaces(shown, labels, menu.page), labels), { kind: "actions", buttons: [back] }];
  }
  const { choice } = shown;
  const everyone = everyoneButtons(shown, texts);
  const who = actionButton("faces", "list-faces", choice, texts);
  const faces = everyone.length === 0 ? [] : [...everyone, ...listedFaces(shown, labels), who];
  const other = actionButton("other", "button-other", choice, texts);
  return [
    facesList(faces, labels),
    {
      kind: "gestures",
      title: texts.say("choose-gesture"),
      buttons: [...gestureButtons(shown, labels), ...movementButtons(shown)],
    },
    {
      kind: "actions",
      buttons: [
        ...strengthButtons(choice, texts),
        ...framingButtons(shown, texts),
        ...originalButtons(shown, texts),
        other,
      ],
    },
  ];
}

function facesList(buttons: readonly Button[], { texts }: Labels): Keyboard[number] {
  return { kind: "faces", title: texts.say("choose-face"), buttons };
}

/** A page of the faces by their numbers, and the ways to the pages beside it. */
function listedFaces(shown: ShownClip, { gestures, texts }: Labels, page?: number): Button[] {
  return faceButtons(shown, gestures, page, {
    perPage: LISTED_FACES,
    face: (face) => texts.say("list-face", { face }),
    turn: (arrow) => `${arrow} ${texts.say("button-faces")}`,
  });
}

function otherButtons(shown: ShownClip, { texts }: Labels): Button[] {
  const { choice, strange } = shown;
  return [
    ...keepMovementButtons(shown, texts),
    { ...actionButton("file", "button-file", choice, texts), file: true },
    actionButton("report", "button-report", choice, texts),
    { ...actionButton("askDelete", "button-delete", choice, texts), danger: true },
    ...(strange === true ? [takeDownButton(choice, texts)] : []),
    actionButton("keep", "button-back", choice, texts),
  ];
}
