import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "../../../src/cli/files.ts";
import { keepsake } from "../../support/command.ts";
import { asSharp, fourQuarters } from "../../support/pictures.ts";

const ROOT = join(import.meta.dirname, "../../..");
const PORTRAIT = join(ROOT, "examples/portrait.jpg");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "keepsake-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Expects a refusal: this status, a message like that on standard error, nothing on standard output, no stack trace. */
async function expectRefusal(args: readonly string[], status: 2 | 3, message: RegExp): Promise<void> {
  const before = readdirSync(folder);
  const result = await keepsake(args);
  expect(result).toMatchObject({ status, stdout: "" });
  expect(result.stderr).toMatch(message);
  expect(result.stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(folder)).toEqual(before);
}

describe("wrong usage ends with status 2:", () => {
  const usage: readonly (readonly [what: string, args: readonly string[], message: RegExp])[] = [
    ["no command", [], /usage/i],
    ["an unknown command", ["enliven"], /unknown command/],
    ["an unknown option", ["animate", PORTRAIT, "--fast"], /unknown option/],
    ["no photo", ["animate"], /missing required argument/],
    ["two photos of which to see the faces", ["faces", PORTRAIT, PORTRAIT], /too many arguments/],
    ["a face that is no number", ["animate", PORTRAIT, "--face", "left"], /face's number, 1 or more, or `all`/],
    ["face 0", ["animate", PORTRAIT, "--face", "0"], /face's number, 1 or more, or `all`/],
    [
      "everyone in a portrait",
      ["animate", PORTRAIT, "--face", "all", "--framing", "portrait"],
      /portrait shows one face/,
    ],
    ["a framing that there is not", ["sheet", PORTRAIT, "--framing", "wide"], /portrait, photo/],
    ["a size limit that is no number", ["animate", PORTRAIT, "--max-bytes", "8M"], /whole number/],
    ["a negative seed", ["animate", PORTRAIT, "--seed", "-1"], /whole number/],
    ["an unknown gesture", ["animate", PORTRAIT, "--gesture", "dance"], /no gesture called dance.*blink.*nostalgia/],
    ["an unknown gesture for a sheet", ["sheet", PORTRAIT, "--gesture", "dance"], /no gesture called dance/],
    [
      "a photo that is not there",
      ["animate", "/nowhere/photo.jpg"],
      /\/nowhere\/photo.jpg cannot be read: there is no such/,
    ],
    ["a folder instead of a photo", ["faces", tmpdir()], /is a folder/],
    ["a folder instead of a video", ["record", tmpdir(), "--out", "nod.json"], /cannot be read: it is a folder/],
    [
      "a result in a folder that is not there",
      ["animate", PORTRAIT, "--out", "/nowhere/x.mp4"],
      /nothing can be written/i,
    ],
    ["a name without an ending as the result", ["faces", PORTRAIT, "--out", tmpdir()], /ends with .png, .jpg or .jpeg/],
    ["the photo itself as the result", ["faces", PORTRAIT, "--out", PORTRAIT], /is the photo itself/],
    [
      "a clip that would be a JPEG",
      ["animate", PORTRAIT, "--out", "clip.jpg"],
      /ends with \.jpg, which is not written.*\.gif/,
    ],
    ["a clip whose name has no ending", ["animate", PORTRAIT, "--out", "clip"], /has no ending.*\.mp4/],
    [
      "two formats at once",
      ["animate", PORTRAIT, "--out", "clip.gif", "--format", "webm"],
      /ends with \.gif, but --format says webm/,
    ],
    ["a file and a folder", ["animate", PORTRAIT, "--out", "x.mp4", "--out-dir", "x"], /either --out or --out-dir/],
    [
      "one file for two photos",
      ["animate", PORTRAIT, join(ROOT, "docs/page.webp"), "--out", "x.mp4"],
      /there are 2 photos.*--out-dir/,
    ],
    ["standard input twice", ["animate", "-", PORTRAIT, "-"], /can be named once/],
    [
      "a driver that is not there",
      ["animate", PORTRAIT, "--driver", "/nowhere.json"],
      /driver \/nowhere.json cannot be read/,
    ],
    ["a driver that is none", ["animate", PORTRAIT, "--driver", PORTRAIT], /is no driver.*not JSON/],
    [
      "a driver and a gesture",
      ["animate", PORTRAIT, "--driver", "x.json", "--gesture", "nod"],
      /either --driver or --gesture/,
    ],
    ["a clip of 10 pixels", ["animate", PORTRAIT, "--size", "10"], /from 64 to 4096/],
    ["a sheet of a size", ["animate", PORTRAIT, "--format", "png", "--size", "100"], /a size of its own/],
    ["completion for another shell", ["completion", "tcsh"], /bash, zsh, fish, not for tcsh/],
    ["a folder to watch that is not there", ["watch", "/nowhere"], /\/nowhere is not a folder/],
  ];
  // The first of them to be run loads the models' runtime.
  it.each(usage)("%s", { timeout: 60_000 }, async (_what, args, message) => {
    await expectRefusal(args, 2, message);
  });
});

describe("photos that the person can mend end with status 3:", () => {
  const text = (content: string) => async () => Promise.resolve(Buffer.from(content));
  const plain = asSharp(fourQuarters(320, 240));
  const photos: readonly (readonly [what: string, make: () => Promise<Uint8Array>, message: RegExp])[] = [
    ["an empty file", text(""), /is empty, not a picture/],
    ["text", text("Dear all, ".repeat(50)), /is text, not a picture/],
    ["SVG", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), /kind SVG cannot be read.*JPEG/],
    ["PDF", text("%PDF-1.4\n%"), /kind PDF cannot be read/],
    ["a beginning of a HEIC", text("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), /damaged/],
    ["a damaged JPEG", async () => (await plain.jpeg().toBuffer()).subarray(0, 150), /damaged/],
    ["a picture without a face", async () => plain.png().toBuffer(), /no face was found/i],
  ];
  it.each(photos)("%s", { timeout: 60_000 }, async (_what, make, message) => {
    const photo = join(folder, "photo.jpg");
    writeFileSync(photo, await make());
    for (const command of ["animate", "faces", "sheet"]) {
      const result = join(folder, command === "animate" ? "result.mp4" : "result.png");
      await expectRefusal([command, photo, "--out", result], 3, message);
    }
  });

  it("a file of 3 GB, without reading it", async () => {
    const photo = join(folder, "huge.jpg");
    writeFileSync(photo, "");
    truncateSync(photo, 3e9);
    await expectRefusal(["animate", photo], 3, /too large: 3000 MB, where 20 MB is the limit/);
  });

  it("a face number that the photo does not have", async () => {
    await expectRefusal(
      ["animate", PORTRAIT, "--face", "7", "--out", join(folder, "x.mp4")],
      3,
      /no face number 7.* has 1/,
    );
  });
});

describe("keepsake", () => {
  it("tells its commands when asked for help, with status 0", async () => {
    const { status, stdout, stderr } = await keepsake(["--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    for (const command of ["animate", "faces", "gestures", "sheet"]) expect(stdout).toContain(command);
  });

  it("leaves nothing behind when interrupted", async () => {
    const photo = join(folder, "photo.jpg");
    copyFileSync(PORTRAIT, photo);
    const interruption = new AbortController();
    setTimeout(() => interruption.abort(), 300);
    const { status, stdout } = await keepsake(["animate", photo], { signal: interruption.signal });
    expect([status, stdout]).toEqual([130, ""]);
    expect(readdirSync(folder)).toEqual(["photo.jpg"]);
  });

  it("says that a bug is a bug, with its stack, and status 1", async () => {
    const { status, stderr } = await keepsake(["gestures"], {
      onStdout: () => {
        throw new TypeError("cannot be foreseen");
      },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/bug in Keepsake[^]*TypeError: cannot be foreseen\n\s+at /);
  });
});

describe("writeWhole", () => {
  it("leaves nothing half-written behind when the file cannot be put in its place", async () => {
    const target = join(folder, "taken");
    mkdirSync(target);
    await expect(writeWhole(target, Buffer.from("clip"))).rejects.toThrow(/taken cannot be written/);
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});

describe("keepsake gestures", () => {
  it("lists every gesture with its drivers", async () => {
    const { status, stdout, stderr } = await keepsake(["gestures", "--json"]);
    expect([status, stderr]).toEqual([0, ""]);
    const { gestures } = JSON.parse(stdout) as { gestures: { name: string; drivers: { suits: unknown }[] }[] };
    const count = Object.fromEntries(gestures.map(({ name, drivers }) => [name, drivers.length]));
    const all = ["blink", "look", "nod", "nostalgia", "shake", "smile", "surprise", "tilt", "turn", "wink"];
    expect(Object.keys(count).sort()).toEqual(expect.arrayContaining(all));
    expect([count["nostalgia"], count["turn"]].every((drivers) => (drivers ?? 0) >= 3)).toBe(true);
    expect(gestures[0]?.drivers[0]?.suits).toMatchObject({ yaw: [expect.any(Number), expect.any(Number)] });
  });

  it("lists them as text with the poses that they suit", async () => {
    const { stdout } = await keepsake(["gestures"]);
    expect(stdout).toMatch(/^nostalgia \(.+\)\n {2}nostalgia-\w+: yaw -?\d+ to -?\d+, pitch/m);
  });
});

describe("keepsake --version", () => {
  it("tells the package's version", async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")) as {
      version: string;
    };
    expect(await keepsake(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });
});
