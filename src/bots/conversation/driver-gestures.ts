import { gesturesOf, suitingGestures } from "../../pipeline/motion/choose-driver.ts";
import type { Driver } from "../../pipeline/motion/drivers.ts";
import { isOwnGesture, isSongGesture } from "../../pipeline/motion/gesture-name.ts";
import { GESTURE_ORDER } from "../../pipeline/motion/gesture-order.ts";
import { gestureCaption, gestureTitle, textsFor } from "../../texts/texts.ts";
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
    title: named(gestureTitle, "song-title"),
    caption: named(gestureCaption, "song-caption"),
  };
}

/** Whoever filmed a movement may have given it a name, but that is theirs alone. */
function named(name: GestureBook["title"], song: "song-title" | "song-caption"): GestureBook["title"] {
  return (gesture, locale) => {
    if (isOwnGesture(gesture)) return textsFor(locale).say("movement-title");
    return isSongGesture(gesture) ? textsFor(locale).say(song) : name(gesture, locale);
  };
}

/** Where a gesture stands among those that are offered; those that somebody added follow by name. */
function rank(gesture: string): number {
  const place = GESTURE_ORDER.indexOf(gesture);
  return place === -1 ? GESTURE_ORDER.length : place;
}
