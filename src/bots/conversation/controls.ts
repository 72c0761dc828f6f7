import { isOwnGesture } from "../../pipeline/motion/gesture-name.ts";
import type { FaceSummary } from "../../store/record-types.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Button, ButtonGroup, FaceSpot, Keyboard } from "../port/chat-port.ts";
import { type Choice, encodeAction, LAST_LEVEL } from "./choice.ts";
import {
  everyoneButtons,
  faceButton,
  gestureButtons,
  type Labels,
  originalButtons,
  type ShownClip,
} from "./keyboard.ts";

/**
 * Everything that can be chosen of a photo, thing by thing, for platforms that draw controls (`ChatPort.folds`): each button asks
 * for what is shown with that one thing changed, and the one that is shown is marked in every group.
 */
export function controlsOf(shown: ShownClip, labels: Labels): Keyboard {
  const { choice, faces } = shown;
  const { gestures, texts } = labels;
  // Without a face there is nothing to choose.
  if (faces.every(({ obstacle }) => obstacle !== null)) return [];
  const groups: readonly ButtonGroup[] = [
    {
      kind: "faces",
      title: texts.say("choose-face"),
      buttons: movable(faces).map((face) => faceButton(face, choice, gestures)),
    },
    { kind: "everyone", buttons: everyoneButtons(shown, texts) },
    {
      kind: "gestures",
      title: texts.say("choose-gesture"),
      buttons: [...gestureButtons(shown, labels), ...filmed(choice, labels)],
    },
    { kind: "strength", title: texts.say("option-strength"), buttons: strengths(choice, texts) },
    { kind: "framing", title: texts.say("option-framing"), buttons: framings(choice, texts) },
    { kind: "retouching", buttons: originalButtons(shown, texts) },
  ];
  return groups.filter(({ buttons }) => buttons.length > 0);
}

/** Where the faces are that can be animated, under the labels of their buttons. */
export function spotsOf(faces: readonly FaceSummary[]): FaceSpot[] {
  return movable(faces).map(({ index, box }) => ({ label: String(index), box }));
}

function movable(faces: readonly FaceSummary[]): readonly FaceSummary[] {
  return faces.filter(({ obstacle }) => obstacle === null);
}

/** The movement of somebody's own that is shown. What else they keep is known where the controls are drawn, and changes there. */
function filmed(choice: Choice, { gestures, texts }: Labels): Button[] {
  const { gesture } = choice;
  if (!isOwnGesture(gesture)) return [];
  return [{ ...asking(choice, gestures.title(gesture, texts.locale), true), gesture }];
}

function strengths(choice: Choice, texts: Texts): Button[] {
  return Array.from({ length: LAST_LEVEL }, (_, i) => i + 1).map((level) =>
    asking({ ...choice, level }, texts.say("strength-level", { level }), level === choice.level),
  );
}

/** Everyone is seen in the whole photo only. */
function framings(choice: Choice, texts: Texts): Button[] {
  const whole = asking({ ...choice, framing: "photo" }, texts.say("button-whole-photo"), choice.framing === "photo");
  if (choice.face === "all") return [whole];
  const near = asking({ ...choice, framing: "portrait" }, texts.say("button-close-up"), choice.framing === "portrait");
  return [near, whole];
}

function asking(choice: Choice, label: string, current: boolean): Button {
  return { label, data: encodeAction({ kind: "make", choice }), current };
}
