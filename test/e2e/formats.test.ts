import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVideo } from "../../src/pipeline/video/ffmpeg-read.ts";
import { type CommandResult, keepsake } from "../support/command.ts";

const ROOT = join(import.meta.dirname, "../..");
const QUICK = ["--gesture", "blink", "--enhance", "off"];

const folders: string[] = [];
function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "keepsake-test-"));
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

let photo: Buffer;
let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  photo = await sharp(join(ROOT, "examples/portrait.jpg")).resize(256).jpeg({ quality: 95 }).toBuffer();
  folder = newFolder();
  writeFileSync(at("a.jpg"), photo);
});

describe("the format by the ending", () => {
  it.each(["gif", "webp"])("%s: an animation that loops for ever", async (format) => {
    const { status, stderr } = await keepsake(["animate", at("a.jpg"), ...QUICK, "--out", at(`b.${format}`)]);
    expect([status, stderr]).toEqual([0, ""]);
    const facts = await sharp(at(`b.${format}`), { animated: true }).metadata();
    expect(facts).toMatchObject({ format, loop: 0 });
    // Four seconds: of GIFs every second frame, 0.08 s long.
    expect(facts.pages).toBeGreaterThan(format === "gif" ? 45 : 90);
    if (format === "webp") expect(facts.xmp?.toString("utf8")).toContain("Synthetic motion");
  });

  it("webm, made smaller by --size", async () => {
    const out = at("small.webm");
    const { status, stdout } = await keepsake([
      "animate",
      at("a.jpg"),
      ...QUICK,
      "--size",
      "200",
      "--out",
      out,
      "--json",
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ clip: { path: out, format: "webm", width: 200, height: 200, fps: 25 } });
    const frames = [];
    for await (const frame of readVideo(out, {})) frames.push(frame);
    expect(frames[0]?.photo).toMatchObject({ width: 200, height: 200 });
    expect(frames.length).toBe(101);
  });

  it("png: a sheet of frames", async () => {
    const { status, stdout } = await keepsake(["animate", at("a.jpg"), ...QUICK, "--format", "png"]);
    expect([status, stdout]).toEqual([0, `${at("a-sheet.png")}: 16 frames.\n`]);
    expect((await sharp(at("a-sheet.png")).metadata()).width).toBe(8 * 244 - 4);
  });

  it("keeps to a size limit by becoming coarser, and says when it cannot", async () => {
    const limited = (bytes: number): readonly string[] => ["--max-bytes", String(bytes), "--out", at("c.gif")];
    expect((await keepsake(["animate", at("a.jpg"), ...QUICK, ...limited(400_000)])).status).toBe(0);
    expect(statSync(at("c.gif")).size).toBeLessThanOrEqual(400_000);
    const { status, stderr } = await keepsake(["animate", at("a.jpg"), ...QUICK, ...limited(2000), "--force"]);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/cannot be made as small as 2000 bytes/)]);
  });
});

describe("standard input and output", () => {
  it("takes the photo, and gives nothing but the clip", async () => {
    const { status, stdout, stderr } = await keepsake(["animate", "-", ...QUICK], { stdin: photo });
    expect(status).toBe(0);
    expect(stdout.slice(4, 8)).toBe("ftyp");
    expect(stderr).toMatch(/^The clip: face 1 of 1, blink; \d+ x \d+, 4\.0 s, .*\n$/);
  });
});

describe("a batch", () => {
  let result: CommandResult;
  let out: string;
  beforeAll(async () => {
    const album = newFolder();
    out = newFolder();
    for (const name of ["1.jpg", "2.jpg", "3.jpg"]) writeFileSync(join(album, name), photo);
    await sharp({
      create: {
        width: 320,
        height: 240,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 30 },
      },
    })
      .png()
      .toFile(join(album, "4.png"));
    writeFileSync(join(out, "2.mp4"), "mine");
    writeFileSync(join(album, "0.webp"), "not a picture at all, but text that goes on");
    result = await keepsake(["animate", album, ...QUICK, "--out-dir", out, "--json"]);
  });

  it("makes what can be made, leaves what is there, tells of the rest, and ends with status 3", () => {
    expect(readdirSync(out).sort()).toEqual(["1.mp4", "2.mp4", "3.mp4"]);
    expect(readFileSync(join(out, "2.mp4"), "utf8")).toBe("mine");
    expect(result.status).toBe(3);
    expect(result.stderr).toMatch(
      /2\.mp4 is there already.*\n.*0\.webp: .*is text.*\n.*4\.png: No face.*\n2 of 5 photos could not/,
    );
  });

  it("prints an object for each photo", () => {
    const lines = result.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ error }) => error ?? "made")).toEqual(["notAnImage", "made", "made", "noFace"]);
  });
});

describe("a driver of one's own", () => {
  it("moves the face without being put anywhere", async () => {
    const driver = JSON.parse(readFileSync(join(ROOT, "drivers/nod.json"), "utf8")) as Record<string, unknown>;
    writeFileSync(at("mine.json"), JSON.stringify({ ...driver, name: "mine", gesture: "agree" }));
    const args = [
      "animate",
      at("a.jpg"),
      "--driver",
      at("mine.json"),
      "--enhance",
      "off",
      "--out",
      at("d.mp4"),
      "--json",
    ];
    const { status, stdout } = await keepsake(args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ gesture: "agree", driver: "mine" });
    expect(existsSync(at("d.mp4"))).toBe(true);
  });
});
