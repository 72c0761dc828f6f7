import { describe, expect, it } from "vitest";
import { decodeAction } from "../../../../src/bots/conversation/choice.ts";
import { controlsOf, spotsOf } from "../../../../src/bots/conversation/controls.ts";
import { gestureBookOf } from "../../../../src/bots/conversation/driver-gestures.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../../../src/pipeline/motion/drivers.ts";
import { textsFor } from "../../../../src/texts/texts.ts";
import { facesInARow } from "../../../support/held-studio.ts";

const labels = { gestures: gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers), texts: textsFor("en") };
const choice = { photo: "Ab3-_Ab3-_Ab3-_x", face: 3, framing: "portrait", gesture: "smile", level: 4 } as const;
const shown = { choice, clip: "clip", enhanced: false };

/** What each group offers, with a star at what is shown. */
function offered(...[given, more]: Parameters<typeof controlsOf>): Record<string, string> {
  const groups = controlsOf(given, more).map(({ kind, buttons }) => [
    kind,
    buttons.map(({ label, current }) => (current === true ? `*${label}` : label)).join(", "),
  ]);
  return Object.fromEntries(groups) as Record<string, string>;
}

describe("the controls under a clip", () => {
  it("have a group for each thing, with all its values and a mark at the one that is shown", () => {
    const { gestures, ...others } = offered({ ...shown, faces: facesInARow(12, [5]) }, labels);
    expect(gestures).toMatch(/^Come alive, \*Smile, /);
    expect(others).toEqual({
      faces: "1, 2, *3, 4, 6, 7, 8, 9, 10, 11, 12",
      everyone: "Everyone",
      strength: "Very gentle, Gentle, As usual, *Strong, Very strong",
      framing: "*Close-up, Whole photo",
    });
  });

  it("ask for what is shown with that one thing changed", () => {
    const groups = controlsOf({ ...shown, faces: facesInARow(3) }, labels);
    const asked = (kind: string, label: string) =>
      decodeAction(
        groups.find((group) => group.kind === kind)?.buttons.find((button) => button.label === label)?.data ?? "",
      );
    const make = (changed: object) => ({ kind: "make", choice: { ...choice, ...changed } });
    expect(asked("strength", "Very gentle")).toEqual(make({ level: 1 }));
    expect(asked("framing", "Whole photo")).toEqual(make({ framing: "photo" }));
    expect(asked("gestures", "Wink")).toEqual(make({ gesture: "wink" }));
    expect(asked("faces", "1")).toEqual(make({ face: 1 }));
    expect(asked("everyone", "Everyone")).toEqual(make({ face: "all", framing: "photo" }));
  });

  it("offer of everyone the whole photo only, and the way back from a face that was made clearer", () => {
    const everyone = { ...choice, face: "all", framing: "photo" } as const;
    expect(offered({ ...shown, choice: everyone, faces: facesInARow(2) }, labels)).toMatchObject({
      faces: "1, 2",
      everyone: "*Everyone",
      framing: "*Whole photo",
    });
    expect(offered({ ...shown, enhanced: true, faces: facesInARow(1) }, labels)["retouching"]).toBe("Unretouched");
  });

  it("are not there where no face can move", () => {
    expect(controlsOf({ ...shown, faces: facesInARow(2, [1, 2]) }, labels)).toEqual([]);
    expect(controlsOf({ ...shown, faces: [] }, labels)).toEqual([]);
  });
});

it("the faces in the photo are those that can move, under the labels of their buttons", () => {
  const faces = facesInARow(12, [5]);
  const spots = spotsOf(faces);
  expect(spots.map(({ label }) => label)).toEqual(["1", "2", "3", "4", "6", "7", "8", "9", "10", "11", "12"]);
  expect(spots[2]?.box).toEqual(faces[2]?.box);
});
