import {
  everyCommandIsAnswered,
  everyEventIsTaken,
  everyPhotoIsAnswered,
  everyTapIsEnded,
  everyWishIsAnswered,
  nobodyIsToldOfABugInVain,
  nobodyWaitsTooManyTurns,
  noClipComesTwice,
  theCancelledDoNotCome,
  theFirstSignComesSoon,
  theRefusedAreNotFetched,
} from "./answering.ts";
import {
  itStarts,
  memoryHoldsNobody,
  nobodyIsLeftWaiting,
  nobodyIsShownToBeAtWork,
  noListenerIsLeft,
  noMarkIsLeft,
  noTimerIsLeft,
  nothingFailsByItself,
  nothingIsInWork,
  photosAndClipsAreGone,
  recordsAreEmpty,
  theForgottenAreNotOnDisk,
  theForgottenAreNotOnPlatforms,
  theStudioKeepsNothingWarm,
} from "./leaving.ts";
import type { Invariant } from "./seen.ts";

/** When people and troubles have gone, and everything had time to come to its end. */
export const AT_REST: readonly Invariant[] = [
  everyEventIsTaken,
  everyPhotoIsAnswered,
  nobodyIsLeftWaiting,
  noClipComesTwice,
  everyTapIsEnded,
  everyCommandIsAnswered,
  everyWishIsAnswered,
  theRefusedAreNotFetched,
  theCancelledDoNotCome,
  noMarkIsLeft,
  nothingIsInWork,
  theForgottenAreNotOnDisk,
  theForgottenAreNotOnPlatforms,
  nobodyWaitsTooManyTurns,
  theFirstSignComesSoon,
  nobodyIsToldOfABugInVain,
  nothingFailsByItself,
  itStarts,
  nobodyIsShownToBeAtWork,
];

/** When what was sent has been kept long enough. */
export const WHEN_EXPIRED: readonly Invariant[] = [photosAndClipsAreGone, theStudioKeepsNothingWarm, memoryHoldsNobody];

/** When nothing is worth remembering any more. */
export const AFTER_ALL: readonly Invariant[] = [recordsAreEmpty, noTimerIsLeft, noListenerIsLeft];
