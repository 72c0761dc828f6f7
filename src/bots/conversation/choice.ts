import { GESTURE_NAME, isOwnGesture } from "../../pipeline/motion/gesture-name.ts";
import type { ClipFraming, FaceTraits } from "../../pipeline/types.ts";
import type { Wish } from "../port/chat-event.ts";
import type { ClipShape } from "../port/chat-port.ts";
import { FIRST_GESTURE, type GestureBook } from "./gestures.ts";

/** What a button means: a choice of clip or something to do with one, written into at most 64 bytes. */

/** Steps of strength from very gentle to very strong; the middle one is how a driver was recorded. */
const STRENGTHS = [0.4, 0.7, 1, 1.25, 1.5] as const;

export const NORMAL_LEVEL = 3;
export const LAST_LEVEL = STRENGTHS.length;

/** One clip of a photo: of a face by its number, or of everyone, who are seen in the whole photo only. `level` 1..5 is how strongly the face moves. */
export interface Choice {
  readonly photo: string;
  readonly face: number | "all";
  readonly framing: ClipFraming;
  readonly gesture: string;
  readonly level: number;
  /** The photo as it is, not enhanced. */
  readonly original?: true;
}

/**
 * `make`: this clip, please; `more`, `other`, `saveAs`, `faces`: open a menu; `page`: show other faces' buttons; `back`: show the clip again;
 * `file`: as a file; `save`: in another shape; `askDelete`, `keep`, `delete`: the two steps of deleting; `askTakeDown`, `takeDown`: those by which somebody who
 * is in the picture has it taken down; `keepMovement`, `dropMovement`: keep the movement that the clip shows, or no longer; `report`: tell the operator; `deleteReported`, `restore`: an operator deletes what was
 * reported, or allows again what was taken down; `cancel`: what the message tells of is not wanted any more;
 * `tryExample`: a clip of the photo that comes with the bot.
 */
export type Action =
  | { readonly kind: ChoiceAction; readonly choice: Choice }
  | { readonly kind: "page"; readonly choice: Choice; readonly page: number }
  | { readonly kind: "save"; readonly choice: Choice; readonly shape: ClipShape }
  | { readonly kind: OperatorAction; readonly photo: string }
  | { readonly kind: "cancel" }
  | { readonly kind: "tryExample" };

const LETTERS = {
  make: "m",
  more: "o",
  other: "e",
  faces: "n",
  back: "b",
  file: "f",
  askDelete: "a",
  keep: "k",
  delete: "d",
  report: "t",
  saveAs: "s",
  askTakeDown: "i",
  takeDown: "g",
  keepMovement: "c",
  dropMovement: "z",
} as const;

/** What is done with a choice alone. */
export type ChoiceAction = keyof typeof LETTERS;

/** What the buttons under a word to the operators do. */
const OPERATOR_LETTERS = { deleteReported: "r", restore: "u" } as const;

type OperatorAction = keyof typeof OPERATOR_LETTERS;

const CHOICE_ACTIONS = Object.keys(LETTERS) as readonly ChoiceAction[];
const CANCEL = "x";
const TRY_EXAMPLE = "y";

const SHAPE_LETTERS = { gif: "g", sticker: "s", round: "r", live: "l" } as const satisfies Record<ClipShape, string>;
const SHAPES = Object.keys(SHAPE_LETTERS) as readonly ClipShape[];

/** A photo, whom it shows (`3`, in the whole photo `3w`, everyone `all`), a gesture, a level, and `o` for the original. */
const WHAT = `([\\w-]{1,32}):([1-9]\\d{0,3}w?|all):(${GESTURE_NAME}):([1-5]o?)`;
const CHOICE = new RegExp(`^([${Object.values(LETTERS).join("")}]):${WHAT}$`);
const PAGE = new RegExp(`^p:${WHAT}:(\\d{1,3})$`);
const SAVE = new RegExp(`^v:${WHAT}:([${Object.values(SHAPE_LETTERS).join("")}])$`);
const OPERATORS = /^([ru]):([\w-]{1,32})$/;

/** How much the motion is scaled, 0..1.5. */
export function strengthOf(level: number): number {
  return STRENGTHS[level - 1] ?? 1;
}

/** How a photo begins. */
export const FIRST_CHOICE = { framing: "portrait", gesture: FIRST_GESTURE, level: NORMAL_LEVEL } as const;

/** What a choice says besides its photo. */
export function withoutPhoto({ face, framing, gesture, level, original }: Choice) {
  return { face, framing, gesture, level, ...(original ? { original } : {}) };
}

/** The choice that becomes of another one when somebody wishes so. */
export function wished(choice: Omit<Choice, "photo" | "face">, wish: Wish): Omit<Choice, "photo" | "face"> {
  const { gesture = choice.gesture, level = choice.level + (wish.step ?? 0), original = choice.original } = wish;
  const near = wish.face === "all" ? "photo" : (wish.framing ?? choice.framing);
  const within = Math.min(LAST_LEVEL, Math.max(1, level));
  return { gesture, framing: near, level: within, ...(original ? { original } : {}) };
}

/** Another face makes the same gesture if it suits it, else the first one; who comes from everyone sees it from near. */
export function suited(
  { face, framing, gesture }: Omit<Choice, "photo" | "level">,
  other: FaceTraits | undefined,
  gestures: GestureBook,
): Pick<Choice, "framing" | "gesture"> {
  const suits = other === undefined || isOwnGesture(gesture) || gestures.suiting(other).includes(gesture);
  return { framing: face === "all" ? "portrait" : framing, gesture: suits ? gesture : FIRST_GESTURE };
}

/** The step whose strength is nearest. */
export function levelOf(strength: number): number {
  const distances = STRENGTHS.map((step) => Math.abs(step - strength));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** Writes an action for a button. */
export function encodeAction(action: Action): string {
  if (action.kind === "cancel") return CANCEL;
  if (action.kind === "tryExample") return TRY_EXAMPLE;
  if ("photo" in action) return `${OPERATOR_LETTERS[action.kind]}:${action.photo}`;
  const { photo, face, framing, gesture, level, original } = action.choice;
  const who = face !== "all" && framing === "photo" ? `${face}w` : face;
  const what = `${photo}:${who}:${gesture}:${level}${original ? "o" : ""}`;
  if (action.kind === "save") return `v:${what}:${SHAPE_LETTERS[action.shape]}`;
  return action.kind === "page" ? `p:${what}:${action.page}` : `${LETTERS[action.kind]}:${what}`;
}

/** Reads what a button carried; null for anything that no button of ours carries. */
export function decodeAction(data: string): Action | null {
  if (data === CANCEL) return { kind: "cancel" };
  if (data === TRY_EXAMPLE) return { kind: "tryExample" };
  const [, asked, about] = OPERATORS.exec(data) ?? [];
  if (about !== undefined) return { kind: asked === "r" ? "deleteReported" : "restore", photo: about };
  const [, ...paged] = PAGE.exec(data) ?? [];
  if (paged.length > 0) return { kind: "page", choice: choiceFrom(paged), page: Number(paged[4]) };
  const [, ...saved] = SAVE.exec(data) ?? [];
  const shape = SHAPES.find((name) => SHAPE_LETTERS[name] === saved[4]);
  if (shape !== undefined) return { kind: "save", choice: choiceFrom(saved), shape };
  const [, letter, ...what] = CHOICE.exec(data) ?? [];
  const kind = CHOICE_ACTIONS.find((name) => LETTERS[name] === letter);
  return kind === undefined ? null : { kind, choice: choiceFrom(what) };
}

function choiceFrom([photo = "", who = "", gesture = "", level = ""]: readonly string[]): Choice {
  const original = level.endsWith("o") ? ({ original: true } as const) : {};
  const rest = { photo, gesture, level: Number.parseInt(level, 10), ...original };
  if (who === "all") return { ...rest, face: "all", framing: "photo" };
  return { ...rest, face: Number.parseInt(who, 10), framing: who.endsWith("w") ? "photo" : "portrait" };
}
