import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Action,
  type Choice,
  decodeAction,
  encodeAction,
  levelOf,
  strengthOf,
} from "../../../../src/bots/conversation/choice.ts";
import { gestureBookOf } from "../../../../src/bots/conversation/driver-gestures.ts";
import { clipKeyboard, deleteKeyboard, otherFacesKeyboard } from "../../../../src/bots/conversation/keyboard.ts";
import type { Keyboard } from "../../../../src/bots/port/chat-port.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../../../src/pipeline/motion/drivers.ts";
import { GESTURE_NAME } from "../../../../src/pipeline/motion/gesture-name.ts";
import { LOCALES } from "../../../../src/texts/locales.ts";
import { textsFor } from "../../../../src/texts/texts.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const gestures = gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers);
const labels = { gestures, texts: textsFor("en") };
const choice = { photo: "Ab3-_Ab3-_Ab3-_x", face: 1, framing: "portrait", gesture: "nostalgia", level: 3 } as const;

const anySubject: fc.Arbitrary<Pick<Choice, "face" | "framing">> = fc.oneof(
  fc.record({ face: fc.integer({ min: 1, max: 999 }), framing: fc.constantFrom("portrait", "photo") }),
  fc.constant({ face: "all", framing: "photo" } as const),
);
const anyChoice: fc.Arbitrary<Choice> = fc
  .record({
    photo: fc.stringMatching(/^[\w-]{16}$/),
    gesture: fc.stringMatching(new RegExp(`^${GESTURE_NAME}$`)),
    level: fc.integer({ min: 1, max: 5 }),
    subject: anySubject,
    original: fc.boolean(),
  })
  .map(({ subject, original, ...rest }) => ({ ...rest, ...subject, ...(original ? { original: true } : {}) }));

describe("a gesture's name", () => {
  it.each(["nod2", "look-over-the-shoulder", "x".repeat(24)])("%s is read from its own button", (gesture) => {
    const driver = { ...loadDrivers(DRIVERS_FOLDER).drivers[0]!, name: "own", gesture };
    const book = gestureBookOf([driver]);
    const groups = clipKeyboard(
      { choice: { ...choice, gesture }, faces: facesInARow(1), clip: "c", enhanced: false },
      { gestures: book, texts: textsFor("en") },
    );
    const button = groups.flatMap(({ buttons }) => buttons).find((one) => one.gesture === gesture);
    expect(decodeAction(button?.data ?? "")).toMatchObject({ kind: "make", choice: { gesture } });
  });
});

describe("what a button carries", () => {
  const anyAction: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ kind: fc.constantFrom("make", "file", "askDelete", "keep", "delete"), choice: anyChoice }),
    fc.record({ kind: fc.constant("page"), choice: anyChoice, page: fc.integer({ min: 0, max: 99 }) }),
    fc.record({ kind: fc.constantFrom("deleteReported", "restore"), photo: fc.stringMatching(/^[\w-]{16}$/) }),
  );

  it("is read as it was written, and fits", () => {
    fc.assert(
      fc.property(anyAction, (action) => {
        const data = encodeAction(action);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(decodeAction(data)).toEqual(action);
      }),
    );
  });

  it("is nothing when it is not ours", () => {
    fc.assert(
      fc.property(fc.string(), (data) => {
        const action = decodeAction(data);
        if (action !== null) expect(encodeAction(action)).toBe(data);
      }),
    );
    for (const data of [
      "",
      "m:",
      "m:abc:1:smile",
      "m:abc:1:smile:0",
      "m:abc:1:smile:6",
      "q:abc:1:smile:3",
      "m:a b:1:smile:3",
      "m:abc:allw:smile:3",
      "m:abc:w:smile:3",
    ]) {
      expect(decodeAction(data)).toBeNull();
    }
  });

  it("is a portrait of a face where it was written before there was a choice", () => {
    expect(decodeAction("m:Ab3-_Ab3-_Ab3-_x:12:smile:4")).toEqual({
      kind: "make",
      choice: { photo: "Ab3-_Ab3-_Ab3-_x", face: 12, framing: "portrait", gesture: "smile", level: 4 },
    });
    expect(decodeAction("p:Ab3-_Ab3-_Ab3-_x:12:smile:4:1")).toMatchObject({ kind: "page", page: 1 });
  });

  it("names strengths that lie between still and the strongest", () => {
    for (const level of [1, 2, 3, 4, 5]) {
      expect(levelOf(strengthOf(level))).toBe(level);
      expect(strengthOf(level)).toBeGreaterThan(0);
      expect(strengthOf(level)).toBeLessThanOrEqual(1.5);
    }
    expect(strengthOf(3)).toBe(1);
  });
});

describe("the buttons under a clip", () => {
  const kinds = (faces: number, hindered: readonly number[] = [], face = 1) =>
    clipKeyboard(
      { choice: { ...choice, face }, faces: facesInARow(faces, hindered), clip: "c", enhanced: false },
      labels,
    );

  it("have no faces when there is but one", () => {
    expect(kinds(1).map(({ kind }) => kind)).toEqual(["gestures", "actions", "actions", "actions"]);
    expect(framing(kinds(1))).toEqual(["Whole photo"]);
  });

  /** The labels of the row about who and how much of the photo is seen, or of all rows where there is none. */
  const framing = (keyboard: Keyboard): readonly string[] =>
    keyboard
      .flatMap(({ kind, buttons }) => (kind === "actions" ? buttons.map(({ label }) => label) : []))
      .filter((label) => ["Everyone", "Whole photo", "Close-up"].includes(label));
  const tapped = (keyboard: Keyboard, label: string): Choice => {
    const button = keyboard.flatMap(({ buttons }) => buttons).find((candidate) => candidate.label === label);
    const action = decodeAction(button?.data ?? "");
    if (action?.kind !== "make") throw new Error(`${label} makes no clip`);
    return action.choice;
  };

  it("offer everyone from two faces up that can move", () => {
    expect(framing(kinds(2))).toEqual(["Everyone", "Whole photo"]);
    expect(framing(kinds(2, [2]))).toEqual(["Whole photo"]);
    expect(tapped(kinds(3), "Everyone")).toEqual({ ...choice, face: "all", framing: "photo" });
    expect(tapped(kinds(3, [], 2), "Whole photo")).toEqual({ ...choice, face: 2, framing: "photo" });
  });

  it("lead from the whole photo back to the close-up, and stay in it for another face", () => {
    const shown = {
      choice: { ...choice, framing: "photo" } as const,
      faces: facesInARow(2),
      clip: "c",
      enhanced: false,
    };
    const keyboard = clipKeyboard(shown, labels);
    expect(framing(keyboard)).toEqual(["Everyone", "Close-up"]);
    expect(tapped(keyboard, "Close-up")).toEqual(choice);
    expect(tapped(keyboard, "2")).toEqual({ ...choice, face: 2, framing: "photo" });
  });

  it("offer the original where the clip was enhanced, and the way back from it", () => {
    const shown = { choice, faces: facesInARow(2), clip: "c", enhanced: true };
    const keyboard = clipKeyboard(shown, labels);
    expect(tapped(keyboard, "Unretouched")).toEqual({ ...choice, original: true });
    const original = clipKeyboard({ ...shown, choice: { ...choice, original: true }, enhanced: false }, labels);
    expect(tapped(original, "Sharpened")).toEqual(choice);
    expect(tapped(original, "Nod")).toEqual({ ...choice, gesture: "nod", original: true });
    expect(tapped(original, "2")).toEqual({ ...choice, face: 2 });
    const labelsOf = (shown: Keyboard): string[] => shown.flatMap(({ buttons }) => buttons.map(({ label }) => label));
    expect(labelsOf(keyboard)).not.toContain("Sharpened");
    expect(labelsOf(original)).not.toContain("Unretouched");
    expect(labelsOf(kinds(2))).not.toContain("Unretouched");
  });

  it("let everyone make the gestures, and lead back to a single face", () => {
    const everyone = { ...choice, face: "all", framing: "photo" } as const;
    const keyboard = clipKeyboard({ choice: everyone, faces: facesInARow(3), clip: "c", enhanced: false }, labels);
    expect(framing(keyboard)).toEqual(["Everyone"]);
    const current = keyboard.flatMap(({ buttons }) => buttons).filter((button) => button.current === true);
    expect(current.map(({ label }) => label)).toEqual(["Come alive", "Everyone"]);
    expect(tapped(keyboard, "Nod")).toEqual({ ...everyone, gesture: "nod" });
    expect(tapped(keyboard, "Stronger")).toEqual({ ...everyone, level: 4 });
    expect(tapped(keyboard, "3")).toEqual({ ...choice, face: 3 });
  });

  it("offer everyone what suits any of them", () => {
    const faces = facesInARow(2).map((face, i) => ({ ...face, pose: { yaw: i === 0 ? 85 : 0, pitch: 0, roll: 0 } }));
    const everyone = { ...choice, face: "all", framing: "photo" } as const;
    const offered = clipKeyboard({ choice: everyone, faces, clip: "c", enhanced: false }, labels).find(
      ({ kind }) => kind === "gestures",
    );
    const [, front] = faces;
    expect(offered?.buttons.length).toBe(gestures.suiting(front!).length);
  });

  it("mark the face and the gesture that are shown, and no other", () => {
    const all = kinds(3, [], 2).flatMap(({ buttons }) => buttons);
    expect(all.filter(({ current }) => current === true).map(({ label }) => label)).toEqual(["2", "Come alive"]);
  });

  it.each([
    [8, 1, ["1", "2", "3", "4", "5", "6", "7", "8"]],
    [9, 1, ["1", "2", "3", "4", "5", "6", "7", "8", "›"]],
    [9, 9, ["9", "‹"]],
    [29, 12, ["9", "10", "11", "12", "13", "14", "15", "16", "‹", "›"]],
  ])("of %i faces, with %i shown, are the page on which it is", (count, face, expected) => {
    expect(kinds(count, [], face)[0]?.buttons.map(({ label }) => label)).toEqual(expected);
  });

  it("offer a face that cannot be animated only if it is the one shown", () => {
    expect(kinds(3, [3])[0]?.buttons.map(({ label }) => label)).toEqual(["1", "2"]);
    expect(kinds(3, [3], 3)[0]?.buttons.map(({ label }) => label)).toEqual(["1", "2", "3"]);
  });

  const turned = (yaw: number) => ({ pose: { yaw, pitch: 0, roll: 0 }, openEyes: true, openMouth: false });

  it("offer gestures that suit the head, and always the first one", () => {
    for (const yaw of [-40, -20, 0, 20, 40]) {
      const offered = gestures.suiting(turned(yaw));
      expect(offered[0]).toBe("nostalgia");
      expect(offered.every((gesture) => gestures.has(gesture))).toBe(true);
    }
    expect(gestures.suiting(turned(0)).length).toBeGreaterThanOrEqual(9);
    expect(gestures.suiting(turned(85)).length).toBeLessThan(9);
  });

  it("offer nothing that shut eyes or an open mouth cannot do", () => {
    const asleep = gestures.suiting({ ...turned(0), openEyes: false });
    for (const gesture of ["blink", "wink", "look"]) expect(asleep).not.toContain(gesture);
    expect(gestures.suiting(turned(0))).toContain("kiss");
    expect(gestures.suiting({ ...turned(0), openMouth: true })).not.toContain("kiss");
  });

  it("have short labels in every language", () => {
    for (const locale of LOCALES) {
      const texts = textsFor(locale);
      const shown = { choice, faces: facesInARow(30), clip: "c", enhanced: false };
      const groups = [...clipKeyboard(shown, { gestures, texts }), ...deleteKeyboard(choice, texts)];
      for (const { label, data } of groups.flatMap(({ buttons }) => buttons)) {
        expect(label.length, label).toBeLessThanOrEqual(30);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      }
    }
  });

  it("are the other faces when one could not be animated", () => {
    expect(otherFacesKeyboard(choice, facesInARow(1), gestures)).toEqual([]);
    expect(otherFacesKeyboard(choice, facesInARow(4, [3]), gestures)[0]?.buttons.map(({ label }) => label)).toEqual([
      "2",
      "4",
    ]);
  });
});
