import type { Button, ChatPort, Keyboard } from "../port/chat-port.ts";
import { controlsOf } from "./controls.ts";
import type { Menu } from "./effects.ts";
import {
  actionButton,
  clipKeyboard,
  everyoneButtons,
  FACES_PER_PAGE,
  faceButtons,
  framingButtons,
  gestureButtons,
  keepMovementButtons,
  type Labels,
  movementButtons,
  originalButtons,
  pageOf,
  type ShownClip,
  saveButtons,
  strengthButtons,
  takeDownButton,
} from "./keyboard.ts";
import { LISTED_FACES, listsOf } from "./lists.ts";

/** Gestures that are offered before anybody asks for more. */
const FIRST_GESTURES = 3;

/** What a message with a clip offers on a platform: all that there is, or where that is too much at a time, one menu of it. */
export function keyboardFor(port: Pick<ChatPort, "folds">, menu: Menu, shown: ShownClip, labels: Labels): Keyboard {
  if (port.folds === undefined) return clipKeyboard(shown, labels, typeof menu === "string" ? undefined : menu.page);
  if (port.folds === "controls") return controlsOf(shown, labels);
  const groups = port.folds === "menus" ? groupsOf(menu, shown, labels) : listsOf(menu, shown, labels);
  return groups.filter(({ buttons }) => buttons.length > 0);
}

/** What is offered while the numbered faces are shown, as far as the one that the clip shows is among them. */
export function facesMenuFor(port: Pick<ChatPort, "folds">, shown: ShownClip, labels: Labels): Keyboard {
  const page = pageOf(shown, port.folds === "lists" ? LISTED_FACES : FACES_PER_PAGE);
  return keyboardFor(port, { page }, shown, labels);
}

/** The buttons of a menu: five to eight under the clip itself, all others a tap away, with a way back. */
function groupsOf(menu: Menu, shown: ShownClip, labels: Labels): Keyboard {
  const { texts } = labels;
  const { choice } = shown;
  if (menu === "clip") return clipGroups(shown, labels);
  const back: Keyboard = [{ kind: "actions", buttons: [actionButton("keep", "button-back", choice, texts)] }];
  if (menu === "more") {
    const { others } = sorted(gestureButtons(shown, labels));
    return [
      { kind: "gestures", buttons: [...others, ...movementButtons(shown)] },
      { kind: "actions", buttons: keepMovementButtons(shown, texts) },
      { kind: "actions", buttons: strengthButtons(choice, texts) },
      { kind: "actions", buttons: [...framingButtons(shown, texts), ...originalButtons(shown, texts)] },
      ...back,
    ];
  }
  if (menu === "other") {
    const file: Button =
      shown.shapes === undefined
        ? { ...actionButton("file", "button-file", choice, texts), file: true }
        : actionButton("saveAs", "button-save", choice, texts);
    const removal: Button = { ...actionButton("askDelete", "button-delete", choice, texts), danger: true };
    return [
      { kind: "actions", buttons: [file] },
      { kind: "actions", buttons: [actionButton("report", "button-report", choice, texts), removal] },
      { kind: "actions", buttons: shown.strange === true ? [takeDownButton(choice, texts)] : [] },
      ...back,
    ];
  }
  if (menu === "saveAs") {
    return [{ kind: "actions", buttons: [...saveButtons(shown, texts)] }, ...back];
  }
  const toClip = actionButton("back", "button-back", choice, texts);
  // Who is shown already is shown again, as the clip whose place the faces have taken.
  const faces = faceButtons(shown, labels.gestures, menu.page).map((button) =>
    button.current === true ? { ...button, data: toClip.data } : button,
  );
  return [
    { kind: "faces", buttons: faces },
    { kind: "actions", buttons: [toClip] },
  ];
}

function clipGroups(shown: ShownClip, labels: Labels): Keyboard {
  const { choice, clip } = shown;
  const { texts } = labels;
  const { first } = sorted(gestureButtons(shown, labels));
  const everyone = everyoneButtons(shown, texts);
  const faces = everyone.length === 0 ? [] : [actionButton("faces", "button-faces", choice, texts)];
  const more = actionButton("more", "button-more", choice, texts);
  const other = actionButton("other", "button-other", choice, texts);
  const share = clip === null ? {} : { share: { label: texts.say("button-share"), clip } };
  const gestures = { kind: "gestures", buttons: first } as const;
  const movement = { kind: "actions", buttons: keepMovementButtons(shown, texts) } as const;
  if (everyone.length === 0) return [gestures, movement, { kind: "actions", buttons: [more, other], ...share }];
  return [
    gestures,
    movement,
    { kind: "actions", buttons: [more, ...everyone, ...faces] },
    { kind: "actions", buttons: [other], ...share },
  ];
}

/** The gestures that are seen first, the one that is shown among them, and the others. */
function sorted(gestures: readonly Button[]): {
  readonly first: readonly Button[];
  readonly others: readonly Button[];
} {
  const leading = gestures.slice(0, FIRST_GESTURES);
  const current = gestures.find((button) => button.current === true);
  const first =
    current === undefined || leading.includes(current) ? leading : [...leading.slice(0, FIRST_GESTURES - 1), current];
  return { first, others: gestures.filter((button) => !first.includes(button)) };
}
