import { FIRST_GESTURE } from "../../src/bots/conversation/gestures.ts";
import type { FaceSummary } from "../../src/store/record-types.ts";
import { facesInARow } from "../support/held-studio.ts";

/** What becomes of a picture when it is looked at, and when it is animated. */
export type Fate =
  | "good"
  | "noFace"
  | "turnedAway"
  | "notAnImage"
  | "tooLarge"
  | "crashesLook"
  | "crashesRender"
  | "hangsRender"
  | "tooMuchMemory";

/** A picture that somebody has. As a file it is this, as JSON. */
export interface Picture {
  /** Its name, which begins with its owner's and stands nowhere else. */
  readonly mark: string;
  readonly owner: string;
  readonly fate: Fate;
  readonly faces: number;
}

/** A clip of it; as a file, too, this as JSON. */
export interface Moving {
  readonly mark: string;
  readonly face: number | "all";
  readonly framing: "portrait" | "photo";
  readonly gesture: string;
  readonly strength: number;
  readonly original: boolean;
}

/** The picture that comes with the bot, and its clip. */
export const EXAMPLE: Picture = { mark: "example.", owner: "nobody", fate: "good", faces: 1 };

export const EXAMPLE_CLIP: Moving = {
  mark: EXAMPLE.mark,
  face: 1,
  framing: "portrait",
  gesture: FIRST_GESTURE,
  strength: 1,
  original: false,
};

export function bytesOf(thing: Picture | Moving): Buffer {
  return Buffer.from(JSON.stringify(thing));
}

export function pictureIn(bytes: Uint8Array): Picture {
  return JSON.parse(Buffer.from(bytes).toString()) as Picture;
}

export function movingIn(bytes: Uint8Array): Moving {
  return JSON.parse(Buffer.from(bytes).toString()) as Moving;
}

export function facesOf({ fate, faces }: Picture): FaceSummary[] {
  return facesInARow(fate === "noFace" ? 0 : faces, fate === "turnedAway" ? [1] : []);
}

/** The number of the face that a picture is most about, or null without faces. */
export function prominentOf(picture: Picture): number | null {
  const faces = facesOf(picture);
  const movable = faces.filter(({ obstacle }) => obstacle === null);
  return (movable.at(-1) ?? faces[0])?.index ?? null;
}
