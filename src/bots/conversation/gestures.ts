import type { FaceTraits } from "../../pipeline/types.ts";
import type { Locale } from "../../texts/locales.ts";

/** The gestures that there are, as far as buttons are concerned. */
export interface GestureBook {
  /** Names of the gestures that suit such a face, in the order in which to offer them. */
  suiting(face: FaceTraits): readonly string[];
  /** What people call it. */
  title(gesture: string, locale: Locale): string;
  /** What stands under its clips. */
  caption(gesture: string, locale: Locale): string;
  has(gesture: string): boolean;
  /** All names, in the order in which to offer them. */
  readonly names: readonly string[];
}

/** What a photo starts with. */
export const FIRST_GESTURE = "nostalgia";
