import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { photosOf, picturesIn } from "../../../src/cli/photos.ts";
import { planOutputs } from "../../../src/cli/plan.ts";
import { temporaryFolder } from "../store/open-store.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
const put = (...names: readonly string[]): void => {
  for (const name of names) writeFileSync(at(name), "");
};
beforeEach(async () => {
  folder = await temporaryFolder();
});

describe("the photos of a folder", () => {
  it("are its pictures by name, numbers in their order, without hidden files and folders", () => {
    put("10.jpg", "9.jpg", "Ä.HEIC", "notes.txt", ".hidden.jpg", "film.mov");
    mkdirSync(at("older.jpg"));
    expect(picturesIn(folder)).toEqual([at("9.jpg"), at("10.jpg"), at("Ä.HEIC")]);
  });

  it("are not what was made of them: clips beside them, sheets, numbered faces", () => {
    put("anna.jpg", "anna.gif", "anna.webp", "anna-sheet.png", "anna-faces.jpg", "dance.gif");
    expect(picturesIn(folder)).toEqual([at("anna.jpg"), at("dance.gif")]);
  });

  it("can be named together with files, each once", () => {
    put("a.jpg", "b.jpg");
    expect(photosOf([at("b.jpg"), folder, "-"])).toEqual([at("b.jpg"), at("a.jpg"), "-"]);
  });

  it("must be there", () => {
    expect(() => photosOf([folder])).toThrow(/no photo in the folder/);
  });
});

describe("where results go", () => {
  it("is beside the photo, in a folder, in the file that was named, or standard output", () => {
    const out = (photo: string, where = {}): string | undefined => planOutputs([photo], where).outputs[0]?.out;
    expect(out(at("anna.jpg"))).toBe(at("anna.mp4"));
    expect(out(at("anna.jpg"), { format: "gif" })).toBe(at("anna.gif"));
    expect(out(at("anna.png"), { format: "png" })).toBe(at("anna-sheet.png"));
    expect(out("/elsewhere/anna.jpg", { outDir: folder, format: "webm" })).toBe(at("anna.webm"));
    expect(out(at("anna.jpg"), { out: at("x.WEBP") })).toBe(at("x.WEBP"));
    expect(out("-")).toBe("-");
    expect(out("anna.jpg", { outDir: at("new/clips") })).toBe(at("new/clips/anna.mp4"));
    put("file");
    expect(() => out("anna.jpg", { outDir: at("file") })).toThrow(/^The folder .*file cannot be made: /);
    expect(out("-", { outDir: folder })).toBe(at("photo.mp4"));
  });

  it("is never one file for two photos", () => {
    expect(() => planOutputs(["a/1.jpg", "b/1.jpg"], { outDir: folder })).toThrow(
      /a\/1\.jpg and b\/1\.jpg would both become/,
    );
  });

  it("says the format by its ending", () => {
    const format = (out: string): string | undefined => planOutputs(["a.jpg"], { out: at(out) }).outputs[0]?.format;
    expect(["x.mp4", "x.gif", "x.WebP", "x.webm", "x.png"].map(format)).toEqual(["mp4", "gif", "webp", "webm", "png"]);
  });
});

describe("what is there already", () => {
  it("keeps the only photo from being animated, unless forced", () => {
    put("anna.jpg", "anna.mp4");
    expect(() => planOutputs([at("anna.jpg")], {})).toThrow(/anna\.mp4 is there already.*--force/);
    expect(planOutputs([at("anna.jpg")], { force: true }).outputs).toHaveLength(1);
  });

  it("is left as it is among several, so that a batch can be taken up again", () => {
    put("anna.jpg", "anna.mp4", "ben.jpg");
    const { outputs, left } = planOutputs([at("anna.jpg"), at("ben.jpg")], {});
    expect(outputs.map(({ photo }) => photo)).toEqual([at("ben.jpg")]);
    expect(left).toEqual([at("anna.mp4")]);
  });
});
