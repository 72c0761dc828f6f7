import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CommandResult } from "../support/command.ts";
import { readClipFacts } from "../support/judges/clip.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Pixels a side of the photo: the example in small. */
const SIDE = 256;

/** The photo as it is: quicker. */
const PLAIN = ["--enhance", "off"];

let photo: Buffer;
beforeAll(async () => {
  photo = await sharp(join(ROOT, "examples/portrait.jpg")).resize(SIDE, SIDE).jpeg({ quality: 95 }).toBuffer();
});

let folder: string;
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "keepsake-home-"));
  folder = mkdtempSync(join(tmpdir(), "keepsake-test-"));
  writeFileSync(join(folder, "photo.jpg"), photo);
});
afterEach(() => {
  for (const made of [folder, home]) rmSync(made, { recursive: true, force: true });
});

/** Starts the command line as its own process in the test's folder, with its output in pipes. */
function start(args: readonly string[]): { child: ChildProcess; result: Promise<CommandResult> } {
  const command = [join(ROOT, "bin/keepsake.js"), ...args];
  // Its temporary files go to the test's folder as well, where leftovers are noticed; a home of its own shows what is kept
  // there. Without these two variables it is what a person's own machine would be.
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: folder, HOME: home };
  for (const name of ["CI", "ORT_DISABLE_TELEMETRY"]) Reflect.deleteProperty(env, name);
  const child = spawn(process.execPath, command, { cwd: folder, env });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const result = new Promise<CommandResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ status: code ?? -1, stdout, stderr }));
  });
  return { child, result };
}

const keepsake = async (...args: readonly string[]): Promise<CommandResult> => start(args).result;

/** What the test's folder holds. It is also where the process's temporary files would be: no code may come from there. */
const files = (): string[] => readdirSync(folder).sort();

describe("keepsake animate", () => {
  it("writes the clip beside the photo and describes it as one JSON object", async () => {
    const { status, stdout, stderr } = await keepsake("animate", "photo.jpg", "--json");
    expect([status, stderr, stdout.split("\n").length]).toEqual([0, "", 2]);
    const number = expect.any(Number) as number;
    const report = JSON.parse(stdout) as { clip: Record<string, number>; timings: Record<string, number> };
    expect(report).toEqual({
      file: "photo.jpg",
      photo: { width: SIDE, height: SIDE },
      faces: [
        {
          index: 1,
          box: { x: number, y: number, width: number, height: number },
          score: number,
          pose: { yaw: number, pitch: number, roll: number },
        },
      ],
      face: 1,
      gesture: "nostalgia",
      driver: expect.stringMatching(/^nostalgia-/) as string,
      animated: [{ face: 1, gesture: "nostalgia", driver: expect.stringMatching(/^nostalgia-/) as string }],
      enhanced: true,
      engine: "mesh",
      clip: {
        path: "photo.mp4",
        format: "mp4",
        width: number,
        height: number,
        fps: 25,
        frames: number,
        seconds: number,
        bytes: number,
        signed: true,
      },
      timings: Object.fromEntries(
        ["decode", "detect", "landmarks", "enhance", "rig", "render", "encode", "total"].map((stage) => [
          stage,
          number,
        ]),
      ),
    });
    expect(files()).toEqual(["photo.jpg", "photo.mp4"]);
    // No identifier and no reports of the models' runtime.
    expect(readdirSync(home)).toEqual([]);
    const { clip } = report;
    expect(await readClipFacts(join(folder, "photo.mp4"))).toMatchObject({
      codec: "h264",
      profile: "High",
      pixelFormat: "yuv420p",
      colour: "tv, bt709",
      width: clip["width"],
      height: clip["height"],
      fps: 25,
      audio: false,
      faststart: true,
    });
    expect(clip["frames"]).toBe(Math.round((clip["seconds"] ?? 0) * 25));
    expect(clip["bytes"]).toBe(statSync(join(folder, "photo.mp4")).size);
    expect(clip["seconds"]).toBeGreaterThanOrEqual(5);
    expect(clip["seconds"]).toBeLessThanOrEqual(7);
  });

  it("says in words which face and gesture it took, and how long", async () => {
    const { status, stdout, stderr } = await keepsake(
      "animate",
      "photo.jpg",
      "--gesture",
      "nod",
      ...PLAIN,
      "--out",
      "имя 人物 #1 %20.mp4",
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^имя 人物 #1 %20\.mp4: face 1 of 1, nod; \d+ x \d+, [\d.]+ s, [\d.]+ MB\. It took [\d.]+ s\.\n$/,
    );
    expect(files()).toEqual(["photo.jpg", "имя 人物 #1 %20.mp4"]);
  });

  it("keeps to a size limit, and gives the same clip for the same request", async () => {
    for (const name of ["one.mp4", "other.mp4"]) {
      const { status } = await keepsake(
        "animate",
        "photo.jpg",
        "--gesture",
        "blink",
        ...PLAIN,
        "--max-bytes",
        "25000",
        "--out",
        name,
      );
      expect(status).toBe(0);
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(25_000);
    }
    // Each is signed by itself, before what is shown.
    const [one, other] = ["one.mp4", "other.mp4"].map((name) => {
      const file = readFileSync(join(folder, name));
      return file.subarray(file.indexOf("mdat"));
    });
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it("ends with status 3, in one line and without leftovers, when the clip cannot be that small", async () => {
    const { status, stdout, stderr } = await keepsake(
      "animate",
      "photo.jpg",
      "--gesture",
      "blink",
      ...PLAIN,
      "--max-bytes",
      "2000",
    );
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^The clip cannot be made as small as 2000 bytes\. .+\n$/);
    expect(files()).toEqual(["photo.jpg"]);
  });

  it.skipIf(process.platform === "win32")("leaves nothing behind when it is interrupted while it encodes", async () => {
    const { child, result } = start(["animate", "photo.jpg"]);
    // The encoder's folder shows that rendering has begun.
    for (let i = 0; i < 600 && !files().some((name) => name.startsWith("keepsake-")); i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill("SIGINT");
    expect(await result).toMatchObject({ status: 130, stdout: "" });
    expect(files()).toEqual(["photo.jpg"]);
  });
});

describe("keepsake animate --face all", () => {
  it("makes one clip of the whole photo and reports who moves", async () => {
    const out = ["--face", "all", "--gesture", "wink", ...PLAIN, "--out", "all.mp4", "--json"];
    const { status, stdout, stderr } = await keepsake("animate", "photo.jpg", ...out);
    expect([status, stderr]).toEqual([0, ""]);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).toMatchObject({ face: "all", gesture: "wink", animated: [{ face: 1, gesture: "wink" }] });
    expect(report).not.toHaveProperty("driver");
    expect(report["clip"]).toMatchObject({ path: "all.mp4", width: 2 * SIDE, height: 2 * SIDE, frames: 91 });
    expect(statSync(join(folder, "all.mp4")).size).toBeGreaterThan(10_000);
  });
});

describe("keepsake faces", () => {
  it("reports each face and draws it", async () => {
    const { status, stdout, stderr } = await keepsake("faces", "photo.jpg", "--out", "preview.jpg", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const { faces, mostProminent } = JSON.parse(stdout) as {
      mostProminent: number;
      faces: { index: number; size: number; obstacle: unknown; box: Record<string, number> }[];
    };
    expect(mostProminent).toBe(1);
    expect(faces).toHaveLength(1);
    expect(faces[0]).toMatchObject({ index: 1, obstacle: null });
    expect(faces[0]?.size).toBeGreaterThan(30);
    const preview = await sharp(join(folder, "preview.jpg")).raw().toBuffer({ resolveWithObject: true });
    expect([preview.info.width, preview.info.height]).toEqual([SIDE, SIDE]);
    const { data: plain } = await sharp(photo).raw().toBuffer({ resolveWithObject: true });
    expect(
      plain.reduce((changed, level, i) => changed + (Math.abs(level - (preview.data[i] ?? 0)) > 60 ? 1 : 0), 0),
    ).toBeGreaterThan(500);
  });
});

describe("keepsake sheet", () => {
  it("draws frames that differ from each other", async () => {
    const { status, stdout, stderr } = await keepsake(
      "sheet",
      "photo.jpg",
      "--gesture",
      "turn",
      ...PLAIN,
      "--frames",
      "8",
      "--out",
      "sheet.png",
    );
    expect([status, stderr, stdout]).toEqual([0, "", "sheet.png: 8 frames.\n"]);
    const { data, info } = await sharp(join(folder, "sheet.png")).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([8 * 244 - 4, 464]);
    const column = (i: number): number[] =>
      Array.from(
        { length: 240 * 200 },
        (_, p) => data[(Math.floor(p / 240) * info.width + i * 244 + (p % 240)) * 3] ?? 0,
      );
    const [first, later] = [column(0), column(3)];
    const moved = first.filter((level, p) => Math.abs(level - (later[p] ?? 0)) > 20).length;
    expect(moved).toBeGreaterThan(500);
    expect(existsSync(join(folder, "photo.png"))).toBe(false);
  });
});

describe("keepsake, told nonsense", () => {
  it.each([
    { args: ["animate", "missing.jpg"], status: 2 },
    { args: ["animate", "photo.jpg", "--face", "x"], status: 2 },
    { args: ["dance"], status: 2 },
    { args: ["animate", "photo.jpg", "--face", "9", "--json"], status: 3 },
  ])("$args ends with status $status", async ({ args, status }) => {
    const result = await keepsake(...args);
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(files()).toEqual(["photo.jpg"]);
  });
});
