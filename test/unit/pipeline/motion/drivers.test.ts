import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BLENDSHAPES } from "../../../../src/pipeline/motion/channels.ts";
import { loadDrivers, readDriver } from "../../../../src/pipeline/motion/drivers.ts";

const driver = {
  name: "nod-front",
  gesture: "nod",
  source: "hand-keyed",
  suits: { yaw: [-25, 25], pitch: [-15, 15] },
  seconds: 4,
  tracks: {
    headPitch: [
      { t: 0, v: 0 },
      { t: 1.5, v: -8, ease: "in" },
      { t: 4, v: 0 },
    ],
    eyeBlinkLeft: { fps: 1, values: [0, 1, 0.5, 0, 0] },
  },
};

type Change = (copy: typeof driver & Record<string, unknown>) => void;

/** What is said about the driver after a change to it. */
function problemsAfter(change: Change): string[] {
  const copy = structuredClone(driver);
  change(copy);
  const read = readDriver(JSON.stringify(copy));
  return Array.isArray(read) ? read : [];
}

describe("readDriver", () => {
  it("knows each of the 52 blendshapes once", () => {
    expect(new Set(BLENDSHAPES).size).toBe(52);
  });

  it("fills in what may be left out", () => {
    expect(readDriver(JSON.stringify(driver))).toMatchObject({
      needs: { openEyes: false, openMouth: false },
      tracks: { headPitch: [{ ease: "smooth" }, { ease: "in" }, { ease: "smooth" }] },
    });
  });

  const wrong: readonly (readonly [path: string, change: Change])[] = [
    ["name", (d) => (d.name = "Nod front")],
    ["gesture", (d) => (d.gesture = "2nods")],
    ["gesture", (d) => (d.gesture = "nod-as-if-somebody-had-asked")],
    ["suits.yaw", (d) => (d.suits.yaw = [25, -25])],
    ["seconds", (d) => (d.seconds = 30)],
    ["(whole file)", (d) => (d["speed"] = 2)],
    ["tracks", (d) => Object.assign(d.tracks, { headNod: [] })],
    ["tracks.headPitch.1.t", (d) => (d.tracks.headPitch[1]!.t = 0)],
    ["tracks.headPitch.2.t", (d) => (d.tracks.headPitch[2]!.t = 5)],
    ["tracks.headPitch.1.v", (d) => (d.tracks.headPitch[1]!.v = -80)],
    ["tracks.headPitch.2.v", (d) => (d.tracks.headPitch[2]!.v = 1)],
    ["tracks.headPitch.1.ease", (d) => (d.tracks.headPitch[1]!.ease = "bouncy")],
    ["tracks.headPitch.0.t", (d) => Reflect.deleteProperty(d.tracks.headPitch[0]!, "t")],
    ["tracks.eyeBlinkLeft.values.1", (d) => (d.tracks.eyeBlinkLeft.values[1] = 1.5)],
    ["tracks.eyeBlinkLeft.values.4", (d) => (d.tracks.eyeBlinkLeft.values[4] = 0.3)],
    ["tracks.eyeBlinkLeft.values", (d) => (d.tracks.eyeBlinkLeft.fps = 25)],
    ["tracks.eyeBlinkLeft.fps", (d) => (d.tracks.eyeBlinkLeft.fps = 0)],
  ];
  it.each(wrong)("names %s", (path, change) => {
    const problems = problemsAfter(change);
    expect(problems[0]).toMatch(new RegExp(`^${path.replace(/[().]/g, "\\$&")}: .`));
  });

  it("names every wrong field, not only the first", () => {
    const problems = problemsAfter((d) => {
      d.source = "";
      d.tracks.headPitch[1]!.v = 99;
    });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["source", "tracks.headPitch.1.v"]);
  });

  it("says what a gesture may be called", () => {
    expect(problemsAfter((d) => (d.gesture = "Nod"))).toEqual([
      "gesture: must be at most 24 lower-case letters, digits and hyphens, beginning with a letter",
    ]);
  });

  it("says that a file is not JSON", () => {
    expect(readDriver("{")).toEqual([expect.stringMatching(/^is not JSON/)]);
  });
});

describe("loadDrivers", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "keepsake-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("keeps the good files, and names the wrong ones with the path of the field", () => {
    writeFileSync(join(folder, "a.json"), JSON.stringify(driver));
    writeFileSync(join(folder, "b.json"), JSON.stringify({ ...driver, name: "nod-left", gesture: "" }));
    writeFileSync(join(folder, "c.json"), JSON.stringify(driver));
    writeFileSync(join(folder, "notes.txt"), "not a driver");
    const { drivers, problems, remarks } = loadDrivers(folder);
    expect(drivers.map(({ name }) => name)).toEqual(["nod-front"]);
    expect(problems).toEqual([
      expect.stringMatching(/^b\.json: gesture: /),
      "c.json: name: another file already has a driver called nod-front",
    ]);
    expect(remarks).toEqual([]);
  });

  it("uses a file that still has titles, and says that they are not read", () => {
    writeFileSync(join(folder, "own.json"), JSON.stringify({ ...driver, title: { en: "Nod", de: "Nicken" } }));
    const { drivers, problems, remarks } = loadDrivers(folder);
    expect(drivers.map(({ name }) => name)).toEqual(["nod-front"]);
    expect(problems).toEqual([]);
    expect(remarks).toEqual([expect.stringMatching(/^own\.json: title: is not read any more/)]);
  });
});
