import { gesturesOf, suitingGestures } from "../../pipeline/motion/choose-driver.ts";
import type { Driver } from "../../pipeline/motion/drivers.ts";
import { GESTURE_ORDER } from "../../pipeline/motion/gesture-order.ts";
import { gestureCaption, gestureTitle } from "../../texts/texts.ts";
import { FIRST_GESTURE, type GestureBook } from "./gestures.ts";

/** The gestures that the drivers perform. */
export function gestureBookOf(drivers: readonly Driver[]): GestureBook {
  const names = gesturesOf(drivers).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
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

/** Where a gesture stands among those that are offered; those that somebody added follow by name. */
function rank(gesture: string): number {
  const place = GESTURE_ORDER.indexOf(gesture);
  return place === -1 ? GESTURE_ORDER.length : place;
}
