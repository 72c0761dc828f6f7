import { isOwnGesture } from "../../pipeline/motion/gesture-name.ts";
import type { FaceTraits } from "../../pipeline/types.ts";
import type { KeptMovement } from "../../store/movements.ts";
import type { FaceSummary } from "../../store/record-types.ts";
import type { TextKey } from "../../texts/keys.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Button, ButtonGroup, ClipShape, Keyboard } from "../port/chat-port.ts";
import { type Choice, type ChoiceAction, encodeAction, LAST_LEVEL, suited } from "./choice.ts";
import type { GestureBook } from "./gestures.ts";

/** Faces offered at a time. */
export const FACES_PER_PAGE = 8;

/** Before a photo was looked at, an ordinary portrait is as good a guess as any. */
const UNKNOWN_FACE: FaceTraits = { pose: { yaw: 0, pitch: 0, roll: 0 }, openEyes: true, openMouth: false };

/** What the buttons under a clip depend on. `clip` is its id in the store, for sharing. */
export interface ShownClip {
  readonly choice: Choice;
  readonly faces: readonly FaceSummary[];
  readonly clip: string | null;
  /** The clip's face was made clearer before it was animated. */
  readonly enhanced: boolean;
  /** Who looks is one of several people in the chat, and did not send the photo: they may be in it. */
  readonly strange?: boolean;
  /** The shapes in which it can be saved besides as a file, where people choose among them. */
  readonly shapes?: readonly ClipShape[];
  /** The movements that who looks has kept. */
  readonly movements?: readonly KeptMovement[];
}

/** What buttons say. */
export interface Labels {
  readonly gestures: GestureBook;
  readonly texts: Texts;
}

/** The buttons under a clip: its photo's faces, the gestures that suit this one, and what else can be done with it. */
export function clipKeyboard(shown: ShownClip, labels: Labels, page?: number): Keyboard {
  const { choice, clip } = shown;
  const { texts } = labels;
  const keeping: ButtonGroup = { kind: "actions", buttons: keepingButtons(choice, texts) };
  const groups: readonly ButtonGroup[] = [
    {
      kind: "faces",
      title: texts.say("choose-face"),
      buttons: faceButtons(shown, labels.gestures, page),
    },
    { kind: "gestures", title: texts.say("choose-gesture"), buttons: gestureButtons(shown, labels) },
    {
      kind: "actions",
      buttons: [...everyoneButtons(shown, texts), ...framingButtons(shown, texts), ...originalButtons(shown, texts)],
    },
    { kind: "actions", buttons: strengthButtons(choice, texts) },
    clip === null ? keeping : { ...keeping, share: { label: texts.say("button-share"), clip } },
  ];
  return groups.filter(({ buttons }) => buttons.length > 0);
}

/** The faces of a photo before its first clip: the one that is being made is marked. */
export function facesKeyboard(choice: Choice, faces: readonly FaceSummary[], labels: Labels, page?: number): Keyboard {
  return clipKeyboard({ choice, faces, clip: null, enhanced: false }, labels, page).filter(
    ({ kind }) => kind === "faces",
  );
}

/** The other faces of a photo whose clip could not be made, so that one of them can be chosen instead. */
export function otherFacesKeyboard(choice: Choice, faces: readonly FaceSummary[], gestures: GestureBook): Keyboard {
  const others = faces.filter(({ index, obstacle }) => index !== choice.face && obstacle === null);
  if (others.length === 0) return [];
  const buttons = others.slice(0, FACES_PER_PAGE).map((face) => faceButton(face, choice, gestures));
  return [{ kind: "faces", buttons }];
}

/** Under a word about what is in work: for whoever does not want it any more. */
export function cancelKeyboard(texts: Texts): Keyboard {
  return [
    { kind: "actions", buttons: [{ label: texts.say("button-cancel"), data: encodeAction({ kind: "cancel" }) }] },
  ];
}

/** Asks whether the photo is really to be deleted. */
export function deleteKeyboard(choice: Choice, texts: Texts): Keyboard {
  const yes = { ...actionButton("delete", "button-delete-yes", choice, texts), danger: true };
  const no = actionButton("keep", "button-delete-no", choice, texts);
  return [{ kind: "actions", buttons: [yes, no] }];
}

/** The movements of their own that somebody can choose, as gestures. */
export function movementButtons({ choice, movements = [] }: ShownClip): Button[] {
  return movements.map(({ gesture, title }) => ({
    label: title,
    data: encodeAction({ kind: "make", choice: { ...choice, gesture } }),
    current: gesture === choice.gesture,
  }));
}

/** Where a clip shows a movement of somebody's own: to keep it, or to delete what is kept. */
export function keepMovementButtons({ choice, movements = [] }: ShownClip, texts: Texts): Button[] {
  if (!isOwnGesture(choice.gesture)) return [];
  const kept = movements.some(({ gesture }) => gesture === choice.gesture);
  if (kept) return [{ ...actionButton("dropMovement", "button-drop-movement", choice, texts), danger: true }];
  return [actionButton("keepMovement", "button-keep-movement", choice, texts)];
}

/** The shapes in which a clip can be saved. */
export function saveButtons({ choice, shapes = [] }: ShownClip, texts: Texts): Button[] {
  const file = { ...actionButton("file", "button-save-file", choice, texts), file: true };
  const others = shapes.map((shape) => ({
    label: texts.say(`button-save-${shape}`),
    data: encodeAction({ kind: "save", choice, shape }),
  }));
  return [file, ...others];
}

/** For whoever is in the picture and does not want it shown here. */
export function takeDownButton(choice: Choice, texts: Texts): Button {
  return actionButton("askTakeDown", "button-take-down", choice, texts);
}

/** Asks whether who taps is really in the picture. */
export function takeDownKeyboard(choice: Choice, texts: Texts): Keyboard {
  const yes = { ...actionButton("takeDown", "button-take-down-yes", choice, texts), danger: true };
  const no = actionButton("keep", "button-delete-no", choice, texts);
  return [{ kind: "actions", buttons: [yes, no] }];
}

/** Under a report to an operator. */
export function reportKeyboard(photo: string, texts: Texts): Keyboard {
  return [{ kind: "actions", buttons: [deleteReportedButton(photo, texts)] }];
}

/** Under the word to an operator that something was taken down. */
export function restoreKeyboard(photo: string, texts: Texts): Keyboard {
  const again = { label: texts.say("button-restore"), data: encodeAction({ kind: "restore", photo }) };
  return [{ kind: "actions", buttons: [again, deleteReportedButton(photo, texts)] }];
}

function deleteReportedButton(photo: string, texts: Texts): Button {
  const data = encodeAction({ kind: "deleteReported", photo });
  return { label: texts.say("button-delete-reported"), data, danger: true };
}

/** The faces that can be chosen. The one that is shown is offered whatever we think of it. */
function movableFaces({ choice, faces }: ShownClip): readonly FaceSummary[] {
  const movable = faces.filter(({ index, obstacle }) => obstacle === null || index === choice.face);
  return movable.length < 2 ? [] : movable;
}

/** The page of faces on which the one is that is shown, from 0. */
export function pageOf(shown: ShownClip, perPage: number): number {
  const position = movableFaces(shown).findIndex(({ index }) => index === shown.choice.face);
  return Math.max(0, Math.floor(position / perPage));
}

/** How many faces are offered at a time, and what their buttons and those that turn pages say. */
interface FacePages {
  readonly perPage: number;
  readonly face: (index: number) => string;
  readonly turn: (arrow: string) => string;
}

const NUMBERED: FacePages = { perPage: FACES_PER_PAGE, face: String, turn: (arrow) => arrow };

export function faceButtons(
  shown: ShownClip,
  gestures: GestureBook,
  page: number | undefined,
  pages: FacePages = NUMBERED,
): Button[] {
  const { choice } = shown;
  const { perPage } = pages;
  const movable = movableFaces(shown);
  if (movable.length === 0) return [];
  const last = Math.ceil(movable.length / perPage) - 1;
  const here = Math.min(page ?? pageOf(shown, perPage), last);
  const turn = (arrow: string, to: number): Button => ({
    label: pages.turn(arrow),
    data: encodeAction({ kind: "page", choice, page: to }),
  });
  return [
    ...movable
      .slice(here * perPage, (here + 1) * perPage)
      .map((face) => faceButton(face, choice, gestures, pages.face)),
    ...(here > 0 ? [turn("‹", here - 1)] : []),
    ...(here < last ? [turn("›", here + 1)] : []),
  ];
}

export function faceButton(face: FaceSummary, choice: Choice, gestures: GestureBook, label = NUMBERED.face): Button {
  const { index } = face;
  const current = index === choice.face;
  const { photo, level } = choice;
  const other = { photo, face: index, level, ...suited(choice, face, gestures) };
  const data = encodeAction({ kind: "make", choice: current ? choice : other });
  return { label: label(index), data, current };
}

/** Everyone, where there are several who can move. */
export function everyoneButtons({ choice, faces }: ShownClip, texts: Texts): Button[] {
  if (faces.filter(({ obstacle }) => obstacle === null).length < 2) return [];
  const data = encodeAction({ kind: "make", choice: { ...choice, face: "all", framing: "photo" } });
  return [{ label: texts.say("button-everyone"), data, current: choice.face === "all" }];
}

/** How much of the photo is seen with one face. */
export function framingButtons({ choice }: ShownClip, texts: Texts): Button[] {
  if (choice.face === "all") return [];
  const near = choice.framing === "portrait";
  const data = encodeAction({ kind: "make", choice: { ...choice, framing: near ? "photo" : "portrait" } });
  return [{ label: texts.say(near ? "button-whole-photo" : "button-close-up"), data }];
}

/** Where enhancing changed the face: the photo as it is; and from there, the way back. */
export function originalButtons({ choice, enhanced }: ShownClip, texts: Texts): Button[] {
  const { original, ...enhancing } = choice;
  const make = (wanted: Choice): string => encodeAction({ kind: "make", choice: wanted });
  if (original) return [{ label: texts.say("button-enhanced"), data: make(enhancing) }];
  return enhanced ? [{ label: texts.say("button-original"), data: make({ ...choice, original: true }) }] : [];
}

export function gestureButtons({ choice, faces }: ShownClip, { gestures, texts }: Labels): Button[] {
  const shown = faces.filter(({ index, obstacle }) =>
    choice.face === "all" ? obstacle === null : index === choice.face,
  );
  // Of everyone, those whom a gesture does not suit do something else.
  const suiting = new Set((shown.length === 0 ? [UNKNOWN_FACE] : shown).flatMap((face) => gestures.suiting(face)));
  return [...suiting].map((gesture) => ({
    label: gestures.title(gesture, texts.locale),
    data: encodeAction({ kind: "make", choice: { ...choice, gesture } }),
    current: gesture === choice.gesture,
    gesture,
  }));
}

export function strengthButtons(choice: Choice, texts: Texts): Button[] {
  const step = (key: "button-gentler" | "button-stronger", by: number): Button => ({
    label: texts.say(key),
    data: encodeAction({ kind: "make", choice: { ...choice, level: choice.level + by } }),
  });
  return [
    ...(choice.level > 1 ? [step("button-gentler", -1)] : []),
    ...(choice.level < LAST_LEVEL ? [step("button-stronger", 1)] : []),
  ];
}

function keepingButtons(choice: Choice, texts: Texts): Button[] {
  return [
    { ...actionButton("file", "button-file", choice, texts), file: true },
    actionButton("askDelete", "button-delete", choice, texts),
  ];
}

/** A button that does one thing with what is shown. */
export function actionButton(
  kind: ChoiceAction,
  label: (TextKey & `button-${string}`) | "list-faces",
  choice: Choice,
  texts: Texts,
): Button {
  return { label: texts.say(label), data: encodeAction({ kind, choice }) };
}
