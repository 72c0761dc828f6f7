import { expect, it } from "vitest";
import { CallFailed } from "../../../web/src/call-failed.ts";
import { cameraTrouble } from "../../../web/src/movements/camera-trouble.ts";
import { faultOf, isPassing, troubleWith } from "../../../web/src/movements/film.ts";
import { withOwn } from "../../../web/src/movements/own-gestures.ts";

const NOD = { gesture: "my-0123456789abcdef", title: "my nod" };
const SMILE = { label: "Smile", gesture: "smile", data: "m:smile-42:1w:smile:3o", current: true };
const FILMED = {
  label: "Filmed movement",
  gesture: NOD.gesture,
  data: `m:smile-42:1w:${NOD.gesture}:3o`,
  current: true,
};
const LIMITS = { maxVideoBytes: 50, maxVideoSeconds: 61 };

it("offers kept movements after the gestures, each for the same face, framing and strength", () => {
  expect(withOwn([], [NOD])).toEqual([]);
  expect(withOwn([SMILE], [NOD])).toEqual([
    SMILE,
    { label: "my nod", gesture: NOD.gesture, data: `m:smile-42:1w:${NOD.gesture}:3o` },
  ]);
});

it("calls the movement that is seen by its name once it has one", () => {
  expect(withOwn([SMILE, FILMED], [])).toEqual([SMILE, FILMED]);
  expect(withOwn([SMILE, FILMED], [NOD])).toEqual([SMILE, { ...FILMED, label: "my nod" }]);
});

it.each([
  ["video/mp4", 50, 61, null],
  ["image/gif", 50, null, null],
  ["", 50, null, null],
  ["text/plain", 50, null, "error-videoUnreadable"],
  ["audio/mp4", 50, 3, "error-videoUnreadable"],
  ["video/webm", 51, null, "error-videoTooLarge"],
  ["video/webm", 50, 61.5, "error-videoTooLong"],
])("refuses before it is sent what cannot be measured: %s of %i bytes and %s s", (type, size, seconds, fault) => {
  expect(faultOf({ type, size }, seconds, LIMITS)).toBe(fault);
});

it.each([
  ["NotAllowedError", "denied"],
  ["NotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "busy"],
  ["TypeError", "unable"],
])("has a word for each way in which a camera stays closed: %s", (name, trouble) => {
  expect(cameraTrouble(new DOMException("", name))).toBe(trouble);
});

it("says what the server says of a film, else what is to be done, and offers the same film again where that may help", () => {
  const told = new CallFailed("unfit", "There is no face.");
  expect(troubleWith(told)).toBe(told);
  expect(troubleWith(new CallFailed("tooLarge"))).toBe("error-videoTooLarge");
  expect(troubleWith(new CallFailed("tooLargeForWay"))).toBe("page-film-too-large-for-way");
  expect(troubleWith(new CallFailed("away"))).toBe("page-verify-unreachable");
  expect([told, new CallFailed("away"), new CallFailed("unreachable"), new Error("a bug")].map(isPassing)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
