import { suitingGestures } from "../../pipeline/motion/choose-driver.ts";
import type { Driver } from "../../pipeline/motion/drivers.ts";
import { gestureCaption, gestureTitle } from "../../texts/texts.ts";
import { FIRST_GESTURE, type GestureBook } from "./gestures.ts";

/** The order in which gestures are offered; others follow by name. */
const ORDER = [
  FIRST_GESTURE,
  "smile",
  "laugh",
  "blink",
  "wink",
  "look",
  "turn",
  "tilt",
  "nod",
  "shake",
  "surprise",
  "kiss",
  "sigh",
  "asleep",
];

/** The gestures that the drivers perform. */
export function gestureBookOf(drivers: readonly Driver[]): GestureBook {
  const names = [...new Set(drivers.map(({ gesture }) => gesture))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return {
    names,
    has: (gesture) => names.includes(gesture),
    suiting: (face) => {
      const suiting = suitingGestures(drivers, face);
      return names.filter((name) => name === FIRST_GESTURE || suiting.includes(name));
    },
    title: gestureTitle,
    caption: gestureCaption,
  };
}

function rank(gesture: string): number {
  const place = ORDER.indexOf(gesture);
  return place === -1 ? ORDER.length : place;
}
